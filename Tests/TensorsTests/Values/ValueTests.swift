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
