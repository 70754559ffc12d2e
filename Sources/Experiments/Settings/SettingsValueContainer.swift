/// One value taken as a whole.
struct SettingsValueContainer: SingleValueDecodingContainer {
  let reader: SettingsReader

  var codingPath: [any CodingKey] { reader.codingPath }

  func decodeNil() -> Bool {
    guard reader.tree.isNull else { return false }
    reader.isTaken = true
    return true
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .scalar(let scalar) = reader.tree.content, case .boolean(let value) = scalar.kind else {
      throw reader.mismatch("true or false")
    }
    reader.isTaken = true
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .scalar(let scalar) = reader.tree.content, scalar.kind == .text else {
      throw reader.mismatch(reader.tree.isNull ? "a text" : "a text (put it in quotes)")
    }
    reader.isTaken = true
    return scalar.text
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try SettingsReader(reader.tree, root: reader.root, path: codingPath).read(type)
    reader.isTaken = true
    return value
  }

  func decode(_ type: Double.Type) throws -> Double { try number(type) }
  func decode(_ type: Float.Type) throws -> Float { try number(type) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard case .scalar(let scalar) = reader.tree.content else { throw reader.mismatch("an integer") }
    do {
      let value = try scalar.integer(as: type)
      reader.isTaken = true
      return value
    } catch .otherKind {
      throw reader.mismatch("an integer")
    } catch .outOfRange(let range) {
      throw reader.mismatch(range)
    }
  }

  private func number<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    _ type: Value.Type
  ) throws -> Value {
    guard case .scalar(let scalar) = reader.tree.content else { throw reader.mismatch("a number") }
    do {
      let value = try scalar.number(as: type)
      reader.isTaken = true
      return value
    } catch .otherKind {
      throw reader.mismatch("a number")
    } catch .outOfRange(let range) {
      throw reader.mismatch(range)
    }
  }
}
