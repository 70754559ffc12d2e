/// A value of an archive as a comparison tells it: to the last bit.
package enum StoredValue: Hashable, Sendable {
  /// IEEE binary32.
  case float(Float)
  /// IEEE binary64.
  case double(Double)
  /// A byte or an integer.
  case integer(Int64)
  /// JSON.
  case text(String)

  /// The bits of a number in hexadecimal, such as `3f800000`; `nil` for integers and texts.
  package var bits: String? {
    func digits<Bits: FixedWidthInteger>(_ bits: Bits) -> String {
      let text = String(bits, radix: 16)
      return String(repeating: "0", count: Bits.bitWidth / 4 - text.count) + text
    }
    return switch self {
    case .float(let value): digits(value.bitPattern)
    case .double(let value): digits(value.bitPattern)
    case .integer, .text: nil
    }
  }
}

extension StoredValue: CustomStringConvertible {
  /// The shortest decimal text that reads back as the same number of its type; `-0.0`, `nan`, `inf`.
  package var description: String {
    switch self {
    case .float(let value): value.description
    case .double(let value): value.description
    case .integer(let value): String(value)
    case .text(let text): text
    }
  }
}

extension StoredValue: Encodable {
  private enum CodingKeys: String, CodingKey { case value, bits }

  /// An integer or a text as itself; another number as `value`, which is a text where it is not finite, and `bits`,
  /// without which −0 would read as 0.
  package func encode(to encoder: any Encoder) throws {
    if let bits {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .float(let value) where value.isFinite: try container.encode(value, forKey: .value)
      case .double(let value) where value.isFinite: try container.encode(value, forKey: .value)
      default: try container.encode(description, forKey: .value)
      }
      try container.encode(bits, forKey: .bits)
      return
    }
    var container = encoder.singleValueContainer()
    if case .integer(let value) = self {
      try container.encode(value)
    } else {
      try container.encode(description)
    }
  }
}
