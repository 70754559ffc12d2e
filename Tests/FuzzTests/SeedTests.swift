import Foundation
import FuzzTargets
import Testing

/// The seeds of `make fuzz`, of which a copy of every target's findings becomes one.
@Suite struct SeedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Seeds")

  private static func seeds(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)) ?? []
    let read = try files.sorted { $0.path < $1.path }.map {
      ($0.lastPathComponent, Array(try Data(contentsOf: $0)))
    }
    return try target.madeSeeds().enumerated().map { ("made-\($0)", $1) } + read
  }

  /// Each is read or refused; some are read to the end, so that fuzzing begins behind the first check.
  @Test(arguments: FuzzTarget.allCases)
  func seedsAreReadOrRefused(_ target: FuzzTarget) throws {
    let seeds = try Self.seeds(of: target)
    #expect(!seeds.isEmpty)
    var read: [String] = []
    for (name, bytes) in seeds {
      #expect(bytes.count <= target.longest, "\(name) is longer than what is tried")
      do {
        try target.read(bytes)
        read.append(name)
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
    #expect(!read.isEmpty, "no seed of \(target) is read to the end")
  }
}
