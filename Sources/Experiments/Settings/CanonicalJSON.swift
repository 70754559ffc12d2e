/// The one JSON text of a value: equal values have equal texts on every machine, so its SHA-256 is an
/// identity.
///
/// The form of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785): no blanks, keys sorted by UTF-16 code
/// units, shortest digits that read back as the same number (`0.1`, `1`, `1e-7`), only needed escapes.
/// Two additions: integers are written in full even above 2⁵³, and a `Float` has the shortest digits that
/// read back as that `Float`. Keys are spelled as in a configuration (`learningRate` is `learning-rate`),
/// except a dictionary's; so the text is itself a configuration.
///
/// - Throws: `EncodingError` for numbers that are not finite, and what the value's `encode(to:)` throws.
public func canonicalJSON(_ value: some Encodable) throws -> String {
  let writer = CanonicalWriter(path: [])
  try writer.write(value)
  var text = ""
  writer.value.append(to: &text)
  return text
}
