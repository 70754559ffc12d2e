import Foundation
import Tensors
import Testing

@Suite struct DigestTests {
  @Test func knownAnswers() {
    #expect(
      Digest(of: "").hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest(of: "abc").hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func piecesMakeTheWhole() {
    var hasher = Digest.Hasher()
    hasher.update("a")
    hasher.update("bc")
    #expect(hasher.finalize() == Digest(of: "abc"))
  }

  @Test func onlySixtyFourDigitsAreADigest() {
    #expect(Digest(hexadecimal: Digest(of: "x").hexadecimal) == Digest(of: "x"))
    #expect(Digest(hexadecimal: "12") == nil)
    #expect(Digest(hexadecimal: String(repeating: "g", count: 64)) == nil)
    #expect(Digest(hexadecimal: String(repeating: "AB", count: 32))?.hexadecimal.hasPrefix("abab") == true)
    // 64 bytes of UTF-8 each: full-width digits, and one among ASCII's.
    #expect(Digest(hexadecimal: String(repeating: "１", count: 21) + "1") == nil)
    #expect(Digest(hexadecimal: String(repeating: "1", count: 61) + "Ａ") == nil)
  }
}

@Suite struct ShapeTests {
  @Test func countsAndReadsAsPythonWritesIt() {
    #expect(Shape([32, 784]).count == 32 * 784)
    #expect(([] as Shape).count == 1)
    #expect("\(Shape([32, 784]))" == "(32, 784)")
    #expect("\(Shape([10]))" == "(10,)")
    #expect("\(Shape([]))" == "()")
  }
}

@Suite struct ScalarTests {
  @Test func aScalarNamesItsTensors() {
    #expect(Float.elementType == Tensor([1] as [Float]).elementType)
    #expect(Double.elementType == Tensor([1] as [Double]).elementType)
  }

  @Test func cosinesAndPowersAreWithinOneUnit() {
    for angle in stride(from: -10.0, through: 10, by: 0.37) {
      #expect(abs(angle.cosine - Foundation.cos(angle)) <= 2 * angle.cosine.ulp, "\(angle)")
    }
    #expect(1.5.raised(to: 0) == 1)
    #expect(1.5.raised(to: 4) == 5.0625)
    #expect((-2.0).raised(to: 63) == -0x1p63)
  }
}

@Suite struct TensorTests {
  @Test func elementsAreOfOneTypeAndKnowTheirShape() {
    let tensor = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3])
    #expect(tensor.shape == [2, 3] && tensor.count == 6 && tensor.elementType == .float32)
    #expect(tensor.floats == [1, 2, 3, 4, 5, 6])
    #expect(tensor.doubles == nil && tensor.integers == nil && tensor.bytes == nil)
    #expect(Tensor([7] as [Int64]).integers == [7] && Tensor([7] as [UInt8]).bytes == [7])
    #expect(tensor.reshaped(to: [6]) == Tensor([1, 2, 3, 4, 5, 6] as [Float]))
    #expect(Tensor.ElementType.allCases.map(\.byteCount) == [4, 8, 8, 1])
  }

  @Test func equalityIsOfEveryBit() {
    #expect(Tensor([0.0]) != Tensor([-0.0]))
    #expect(Tensor([Float.nan]) == Tensor([Float.nan]))
    #expect(Tensor([Float.nan]) != Tensor([-Float.nan]))
    #expect(Tensor([1, 2] as [Float]) != Tensor([1, 2] as [Float], shape: [2, 1]))
    #expect(Tensor([0] as [Float]) != Tensor([0] as [Double]))
    #expect(Tensor([] as [Float]) == Tensor([] as [Float]))
  }

  @Test func aNaNEntersDigestsAsThePlainOne() {
    let odd = Tensor([1, Float(bitPattern: 0xffc0_1234), -0.0])
    let plain = Tensor([1, Float(bitPattern: 0x7fc0_0000), -0.0])
    #expect(
      odd != plain
        && odd.elements.canonical.withUnsafeBytes { Array($0) }
          == plain.elements.withUnsafeBytes { Array($0) }
    )
    #expect(Digest(ofModel: [NamedTensor("a", odd)]) == Digest(ofModel: [NamedTensor("b", plain)]))
    let wide = Tensor([Double(bitPattern: 0xfff8_0000_0000_0001)])
    #expect(wide.elements.canonical.withUnsafeBytes { Array($0) } == [0, 0, 0, 0, 0, 0, 0xf8, 0x7f])
  }

  @Test func aModelsDigestIsThatOfItsBytes() {
    let a = Tensor([1, -2] as [Float]), b = Tensor([3] as [Double])
    let bytes: [UInt8] = [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 8, 0x40]
    #expect(Digest(ofModel: [NamedTensor("a", a), NamedTensor("b", b)]) == Digest(of: bytes))
  }

  @Test func elementsAreFilledInPlace() throws {
    for type in Tensor.ElementType.allCases {
      let elements = try Tensor.Elements.filled(type, count: 3) {
        for byte in 0..<3 * type.byteCount {
          $0.storeBytes(of: UInt8(byte), toByteOffset: byte, as: UInt8.self)
        }
      }
      #expect(elements.type == type && elements.count == 3)
      #expect(elements.withUnsafeBytes { Array($0) } == (0..<3 * type.byteCount).map { UInt8($0) })
      #expect(try Tensor.Elements.filled(type, count: 0) { _ in }.count == 0)
    }
  }
}
