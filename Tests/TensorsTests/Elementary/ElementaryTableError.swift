/// A line of a table that does not read as `function,input,output`.
struct ElementaryTableError: Error, CustomStringConvertible {
  let line: String

  var description: String { "expected function,input,output in hexadecimal, found: \(line)" }
}
