import Tensors
import Testing

@Suite struct ByteOrderTests {
  private let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]

  @Test(arguments: [
    (1, [1, 2, 3, 4, 5, 6, 7, 8]), (2, [2, 1, 4, 3, 6, 5, 8, 7]), (4, [4, 3, 2, 1, 8, 7, 6, 5]),
    (8, [8, 7, 6, 5, 4, 3, 2, 1]),
  ])
  func numbersOfTheOtherOrderAreTurned(_ width: Int, _ turned: [UInt8]) {
    func given(_ order: ByteOrder) -> [UInt8] {
      bytes.withUnsafeBytes { order.withLittleEndian($0, width: width) { Array($0) } }
    }
    func converted(_ order: ByteOrder) -> [UInt8] {
      var copy = bytes
      copy.withUnsafeMutableBytes { order.convert(littleEndian: $0, width: width) }
      return copy
    }
    #expect(given(.big) == turned && converted(.big) == turned)
    #expect(given(.little) == bytes && converted(.little) == bytes)
  }

  @Test func thisMachinesOrderIsKnown() {
    #expect(withUnsafeBytes(of: UInt32(1)) { $0[0] == 1 } == (ByteOrder.native == .little))
  }

  /// What stands in files is the same on every machine.
  @Test func elementsAreLittleEndianOutsideOfMemory() throws {
    #expect(Tensor([1] as [Float]).elements.withUnsafeBytes { Array($0) } == [0, 0, 0x80, 0x3f])
    #expect(Tensor([258] as [Int64]).elements.withUnsafeBytes { Array($0) } == [2, 1, 0, 0, 0, 0, 0, 0])
    let filled = try Tensor.Elements.filled(.int64, count: 1) { $0.copyMemory(from: bytes, byteCount: 8) }
    #expect(Tensor(shape: [1], elements: filled).integers == [0x0807_0605_0403_0201])
    let numbers: [Float] = [1, -2]
    var hasher = Digest.Hasher()
    numbers.withUnsafeBufferPointer { hasher.update(numbers: $0) }
    #expect(hasher.finalize() == Digest(of: [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]))
  }
}
