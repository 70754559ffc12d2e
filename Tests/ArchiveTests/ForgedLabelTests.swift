import Archive
import Foundation
import Tensors
import Testing

/// A damaged file whose label was made to match: then only libhdf5 and our own checks are left.
@Suite struct ForgedLabelTests {
  /// The file with one byte changed and a label that fits it.
  private func forged(_ whole: [UInt8], at place: Int, to value: UInt8) -> [UInt8] {
    var content = Array(whole.dropLast(320))
    content[place] = value
    let label = String(decoding: whole.suffix(320), as: UTF8.self)
    let signed = Array((label.components(separatedBy: "sha256 ")[0] + "sha256 ").utf8)
    let end = signed + Array("\(Digest(of: content + signed))\n".utf8)
    return content + end + [UInt8](repeating: 0x20, count: 319 - end.count) + [0x0a]
  }

  private func readEverything(_ path: String) throws {
    let archive = try RunArchive(path)
    _ = try (archive.title(), archive.creator(), archive.configuration(), archive.provenance())
    _ = try (archive.probe(), archive.checkpoint(), archive.modelDigests())
    for name in archive.metricNames { _ = try (archive.metric(name), archive.unit(of: name)) }
    for path in try archive.parameterPaths() {
      _ = try archive.histogram(path)
      for epoch in try archive.parameterEpochs(path) { _ = try archive.parameter(path, at: epoch) }
    }
    for path in try archive.activationPaths() {
      for epoch in try archive.activationEpochs(path) { _ = try archive.activation(path, at: epoch) }
    }
    for path in try archive.gradientPaths() { _ = try archive.gradientNorms(path) }
    for path in try archive.seriesPaths() { _ = try archive.series(path) }
    _ = try archive.computedContentDigest()
  }

  @Test func hostileFileIsAnErrorOrReadButNeverACrash() throws {
    let scratch = try Scratch()
    try SampleRun(epochs: 1, keptEpochs: [0, 1]).complete(scratch("run"))
    let whole = try bytes(scratch("run/run.h5"))
    try readEverything(scratch("run/run.h5"))
    var state: UInt64 = 42
    var refused = 0
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int((state >> 20) % UInt64(whole.count - 320))
      let file = forged(whole, at: place, to: UInt8(truncatingIfNeeded: state >> 55))
      try Data(file).write(to: URL(filePath: scratch("x.h5")))
      do {
        try readEverything(scratch("x.h5"))
      } catch let error as ArchiveError {
        refused += 1
        #expect(error.file == scratch("x.h5"), "seed 42, byte \(place): \(error)")
      }
    }
    #expect(refused > 0)
  }
}
