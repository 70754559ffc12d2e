import Archive
import CHDF5
import Foundation
import FuzzTargets
import Tensors
import Testing

/// A damaged file whose label was made to match: then only libhdf5 and our own checks are left.
@Suite struct ForgedLabelTests {
  /// The file with one byte changed and a label that fits it.
  private func forged(_ whole: [UInt8], at place: Int, to value: UInt8) -> [UInt8] {
    var content = Array(whole.dropFirst(512))
    content[place] = value
    return relabeled(whole.prefix(512), content)
  }

  /// A label whose SHA-256 is made to fit, and the content behind it.
  private func relabeled(_ label: ArraySlice<UInt8>, _ content: [UInt8]) -> [UInt8] {
    let text = String(decoding: label, as: UTF8.self)
    let signed = Array((text.components(separatedBy: "sha256 ")[0] + "sha256 ").utf8)
    let start = signed + Array("\(Digest(of: content + signed))\n".utf8)
    return start + [UInt8](repeating: 0x20, count: 511 - start.count) + [0x0a] + content
  }

  private func readEverything(_ path: String) throws {
    let archive = try RunArchive(path)
    #expect(!archive.isRewritten)
    _ = try archive.checkpoint()
    try ArchiveTargets.readAll(of: archive)
  }

  @Test func hostileFileIsAnErrorOrReadButNeverACrash() throws {
    let scratch = try Scratch()
    try SampleRun(epochs: 1, keptEpochs: [0, 1]).complete(scratch("run"))
    let whole = try bytes(scratch("run/run.h5"))
    try readEverything(scratch("run/run.h5"))
    let seed = UInt64(ProcessInfo.processInfo.environment["ARCHIVE_TEST_SEED"] ?? "") ?? 42
    let count = Int(ProcessInfo.processInfo.environment["ARCHIVE_TEST_COUNT"] ?? "") ?? 600
    var state = seed
    var refused = 0
    for _ in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int((state >> 20) % UInt64(whole.count - 512))
      let file = forged(whole, at: place, to: UInt8(truncatingIfNeeded: state >> 55))
      try write(file, to: scratch("x.h5"))
      do {
        try readEverything(scratch("x.h5"))
      } catch let error as ArchiveError {
        refused += 1
        #expect(error.file == scratch("x.h5"), "seed \(seed), byte \(place): \(error)")
      }
    }
    #expect(refused > 0)
  }

  @Test func impossibleLengthsAreRefused() throws {
    let scratch = try Scratch()
    try SampleRun(epochs: 1, keptEpochs: [0, 1]).complete(scratch("run"))
    let whole = try bytes(scratch("run/run.h5"))
    let text = String(decoding: whole.prefix(512), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("length ") })
    for length in ["09223372036854775807", "99999999999999999999", "-0000000000000000001"] {
      let label = text.replacing(line, with: "length " + length)
      try write(relabeled(Array(label.utf8)[...], Array(whole.dropFirst(512))), to: scratch("x.h5"))
      #expect { _ = try RunArchive(scratch("x.h5")) } throws: {
        ($0 as? ArchiveError)?.kind == .damaged
      }
    }
  }

  /// As many epochs as an integer holds: none of them is there, and no memory is taken for them.
  @Test func aCheckpointOfAnAbsurdEpochIsRefused() throws {
    let scratch = try Scratch()
    let sample = SampleRun()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    for epoch in [1_000_000_000_000, Int.max] {
      try Checkpoint(epoch: epoch, step: 0, arrays: [], state: "{}")
        .write(to: scratch("run/checkpoint"), identity: sample.identity)
      #expect { _ = try directory.state() } throws: { error in
        (error as? ArchiveError)?.reason == "is missing, though the checkpoint is of epoch \(epoch)"
      }
    }
  }

  /// An e with an acute accent as one character and as two are one text in Swift.
  @Test func namesThatAreOneTextAreRefused() throws {
    let scratch = try Scratch()
    try ArrayBundle(texts: ["abc": "1", "\u{E9}": "2"]).write(to: scratch("x"), .checkpoint)
    let label = String(decoding: try bytes(scratch("x")).prefix(512), as: UTF8.self)
    let file = H5Fopen(scratch("x"), 1 /* H5F_ACC_RDWR */, 0)
    #expect(H5Lmove(file, "/texts/abc", file, "/texts/e\u{301}", 0, 0) >= 0 && H5Fclose(file) >= 0)
    let content = Array(try bytes(scratch("x")).dropFirst(512))
    let line = try #require(label.split(separator: "\n").first { $0.hasPrefix("length ") })
    let digits = String(content.count)
    let length = "length " + String(repeating: "0", count: 20 - digits.count) + digits
    try write(relabeled(Array(label.replacing(line, with: length).utf8)[...], content), to: scratch("x"))
    #expect { _ = try ArrayBundle(contentsOf: scratch("x"), .checkpoint) } throws: { error in
      (error as? ArchiveError)?.reason.hasPrefix("two texts are called") == true
    }
  }
}
