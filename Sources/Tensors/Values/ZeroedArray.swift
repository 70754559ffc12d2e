/// Arrays of numbers that begin at a cache line and start as +0: a network's memory, an optimizer's, a batch's.
extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
  /// `count` elements of which every bit is 0; to be deallocated.
  ///
  /// They begin at a multiple of 64 bytes: a cache line, and the widest vector. An array without elements has an address
  /// too, and takes the room of one.
  ///
  /// - Precondition: There is that much memory: whoever allocates by a configuration's numbers asks first.
  package static func zeros(_ count: Int) -> UnsafeMutableBufferPointer {
    let byteCount = zerosByteCount(count)
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
    // As bytes: numbers would be set one by one.
    bytes.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    return UnsafeMutableBufferPointer(
      start: bytes.bindMemory(to: Element.self, capacity: Swift.max(count, 1)), count: count)
  }

  /// The bytes that `zeros(count)` takes.
  ///
  /// - Precondition: An Int holds the number.
  package static func zerosByteCount(_ count: Int) -> Int {
    Swift.max(count, 1) * MemoryLayout<Element>.stride
  }
}
