/// The order of a number's bytes in memory. Files and digests have the lowest byte first, whatever the machine has.
package enum ByteOrder: Sendable {
  /// The lowest byte first.
  case little
  /// The highest byte first.
  case big

  /// This machine's.
  package static let native: ByteOrder = 1.littleEndian == 1 ? .little : .big

  /// Calls `body` with the little-endian bytes of numbers that lie in memory in this order.
  ///
  /// - Parameters:
  ///   - numbers: The numbers' bytes, a multiple of `width`.
  ///   - width: The bytes of one number.
  package func withLittleEndian<R>(
    _ numbers: UnsafeRawBufferPointer, width: Int, _ body: (UnsafeRawBufferPointer) throws -> R
  ) rethrows -> R {
    guard self == .big, width > 1 else { return try body(numbers) }
    var bytes = Array(numbers)
    bytes.withUnsafeMutableBytes { convert(littleEndian: $0, width: width) }
    return try bytes.withUnsafeBytes(body)
  }

  /// Puts little-endian numbers into this order, or numbers of this order into little-endian, in place.
  ///
  /// - Parameters:
  ///   - numbers: The numbers' bytes, a multiple of `width`.
  ///   - width: The bytes of one number.
  package func convert(littleEndian numbers: UnsafeMutableRawBufferPointer, width: Int) {
    guard self == .big, width > 1 else { return }
    for start in stride(from: 0, to: numbers.count, by: width) {
      numbers[start..<start + width].reverse()
    }
  }
}
