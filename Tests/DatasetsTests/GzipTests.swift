import Datasets
import Foundation
import Testing

@Suite struct GzipTests {
  private func problem(_ bytes: [UInt8], limit: Int = 1000) -> String {
    datasetFailure { _ = try Gzip.decompressed(bytes, limit: limit, name: "f.gz") }
  }

  @Test func contentsAreTheSame() throws {
    for count in [0, 1, 7, 1000, 65535] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
      #expect(try Gzip.decompressed(gzip(bytes), limit: count, name: "f.gz") == bytes)
    }
  }

  /// Made by Python 3.11: gzip.compress(b"reprise" * 100, mtime=0).
  @Test func compressedBlocksAreRead() throws {
    let packed = try #require(
      Data(base64Encoded: "H4sIAAAAAAACAytKLSjKLE4tGqVGqaFGAQBzSyg3vAIAAA=="))
    #expect(
      try Gzip.decompressed(Array(packed), limit: 700, name: "f.gz")
        == Array(String(repeating: "reprise", count: 100).utf8))
  }

  @Test func membersFollowEachOther() throws {
    let both = gzip([1, 2]) + gzip([]) + gzip([3])
    #expect(try Gzip.decompressed(both, limit: 3, name: "f.gz") == [1, 2, 3])
    #expect(problem(gzip([1]) + [0]) == "f.gz: has 1 bytes after its end")
    #expect(problem(gzip([1]) + [7, 7, 7]) == "f.gz: has 3 bytes after its end")
  }

  @Test func everyCutIsNoticed() {
    let whole = gzip([1, 2, 3, 4, 5])
    let silent = whole.indices.filter { problem(Array(whole[..<$0])) != "f.gz: is cut off" }
    #expect(silent == [])
    let two = whole + gzip([6])
    let silentTwo = two.indices.filter { $0 != whole.count && problem(Array(two[..<$0])) == "no error" }
    #expect(silentTwo == [])
  }

  @Test func everyChangeOfContentsIsNoticed() {
    let whole = gzip([1, 2, 3, 4, 5])
    // Bytes 4 to 9 are a time, flags and a system, which no reader checks.
    for index in whole.indices where !(4...9).contains(index) {
      for bit in 0..<8 {
        var changed = whole
        changed[index] ^= 1 << bit
        // Header flags can add optional fields that happen to fit; the checksum still has to hold then.
        if let contents = try? Gzip.decompressed(changed, limit: 1000, name: "f.gz") {
          #expect(contents == [1, 2, 3, 4, 5], "byte \(index), bit \(bit)")
        }
      }
    }
    var changed = whole
    changed[whole.count - 8] ^= 1
    #expect(problem(changed) == "f.gz: is corrupt: incorrect data check")
    #expect(problem([0, 0, 8, 3]).hasPrefix("f.gz: is corrupt"))
  }

  @Test func sizeIsBounded() throws {
    let bytes = [UInt8](repeating: 0, count: 100)
    #expect(problem(gzip(bytes), limit: 99) == "f.gz: holds more than the 99 bytes expected")
    #expect(problem(gzip(bytes), limit: 0) == "f.gz: holds more than the 0 bytes expected")
    #expect(problem(gzip(bytes) + gzip(bytes), limit: 150) == "f.gz: holds more than the 150 bytes expected")
    #expect(problem(gzip(bytes), limit: 100) == "no error")
  }
}
