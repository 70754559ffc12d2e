import Datasets
import Testing

@Suite struct IDXFileTests {
  private let bytes: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]

  private func problem(_ bytes: [UInt8]) -> String {
    datasetFailure { _ = try IDXFile(bytes: Bytes(bytes), name: "f") }
  }

  @Test func readsAndWrites() throws {
    let file = try IDXFile(bytes: Bytes(bytes), name: "f")
    #expect(file.dimensions == [2, 1, 3])
    #expect(file.elements[0..<6] == [1, 2, 3, 4, 5, 6] && file.elements.count == 6)
    #expect(IDXFile.header(dimensions: [2, 1, 3]) == Array(bytes[..<16]))
    #expect(IDXFile.header(dimensions: [0x0102_0304, 0]) == [0, 0, 8, 2, 1, 2, 3, 4, 0, 0, 0, 0])
  }

  @Test func everyCutIsNoticed() {
    let silent = bytes.indices.filter { !problem(Array(bytes[..<$0])).hasPrefix("f: is cut off") }
    #expect(silent == [])
    #expect(problem([]) == "f: is cut off within its first 4 bytes (0 there)")
    #expect(problem(Array(bytes[..<15])) == "f: is cut off within its header (15 of 16 bytes there)")
    #expect(problem(Array(bytes[..<21])) == "f: is cut off: it says 2 × 1 × 3, which is 6 bytes, and has 5")
  }

  @Test func wrongHeadersAreRefused() {
    func changed(_ index: Int, _ value: UInt8) -> String {
      var copy = bytes
      copy[index] = value
      return problem(copy)
    }
    #expect(changed(0, 0x1F) == "f: is not an IDX file: it starts with 1f 0 8 3, not with 0 0 8")
    #expect(changed(1, 1).contains("is not an IDX file"))
    #expect(changed(2, 0x0D) == "f: has elements of type 13; only bytes (type 8) are read")
    #expect(changed(3, 0) == "f: has 0 dimensions; 1 to 4 are read")
    #expect(changed(3, 5) == "f: has 5 dimensions; 1 to 4 are read")
    #expect(changed(7, 3) == "f: is cut off: it says 3 × 1 × 3, which is 9 bytes, and has 6")
    #expect(changed(7, 1) == "f: has 3 bytes after its end: it says 1 × 1 × 3, which is 3 bytes")
    #expect(problem(bytes + [0]) == "f: has 1 bytes after its end: it says 2 × 1 × 3, which is 6 bytes")
  }

  @Test func absurdSizesAreRefused() {
    let huge = [UInt8](repeating: 255, count: 16)
    #expect(problem([0, 0, 8, 4] + huge).contains("more than can exist"))
    #expect(problem([0, 0, 8, 1, 255, 255, 255, 255]).contains("is cut off"))
    #expect(problem([0, 0, 8, 3] + huge.prefix(8) + [0, 0, 0, 0]).contains("more than can exist"))
  }
}
