import Archive
import Files
import Foundation
import Tensors
import Testing

@Suite struct DamageTests {
  let sample = SampleRun(epochs: 1, keptEpochs: [0, 1])

  /// Which of the damaged copies of a file were not refused with an error that names the file.
  ///
  /// `open` says whether what it opened may stand: that of a run of which only bytes that mean nothing
  /// differ.
  private func accepted(
    _ original: [UInt8], at path: String, _ damages: [(name: String, damage: ([UInt8]) -> [UInt8])],
    open: (String) throws -> Bool
  ) throws -> [String] {
    var accepted: [String] = []
    for (name, damage) in damages {
      try write(damage(original), to: path)
      do {
        if try !open(path) { accepted.append(name) }
      } catch let error as ArchiveError {
        if error.file != path || error.description.isEmpty { accepted.append("\(name): \(error)") }
      }
    }
    return accepted
  }

  private func damages(_ count: Int) -> [(name: String, damage: ([UInt8]) -> [UInt8])] {
    let cuts = Array(stride(from: 0, to: count, by: max(1, count / 150))) + (500..<530)
    let flips = Array(stride(from: 0, to: count, by: max(1, count / 150))) + (0..<600)
    return cuts.map { cut in ("cut to \(cut)", { Array($0.prefix(cut)) }) }
      + flips.map { place in
        (
          "bit flipped at \(place)",
          { bytes in
            var bytes = bytes
            bytes[place] ^= 0x10
            return bytes
          }
        )
      } + [("one byte more", { $0 + [0] })]
  }

  /// A flipped bit in an attribute or in unused space changes no value: then the archive says that its bytes
  /// are not those that were written, and everything it holds is what was recorded. Anything else is refused.
  @Test func damagedRunIsRefusedOrHoldsWhatWasRecorded() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let original = try bytes(scratch("run/run.h5"))
    let content = try RunArchive(scratch("run/run.h5")).contentDigest
    var intact = 0
    let wrong = try accepted(original, at: scratch("x.h5"), damages(original.count)) { path in
      let archive = try RunArchive(path)
      intact += 1
      return try archive.isRewritten && archive.computedContentDigest() == content
        && archive.identity == sample.identity && archive.checkpoint() == sample.checkpoint(1)
        && archive.parameters(at: 0) == sample.parameters(0)
        && archive.probe() == sample.header.probe
    }
    #expect(wrong.isEmpty)
    #expect(intact > 1)
  }

  @Test func cutRunIsRefused() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let original = try bytes(scratch("run/run.h5"))
    for cut in [0, 1, 511, 512, 513, original.count / 2, original.count - 1] {
      try write(original.prefix(cut), to: scratch("x.h5"))
      #expect { _ = try RunArchive(scratch("x.h5")) } throws: { error in
        guard let error = error as? ArchiveError else { return false }
        return error.kind == .damaged && error.reason.hasPrefix("is cut short")
      }
    }
  }

  /// Attributes' texts lie in a heap without a checksum; with this damage in it libhdf5 1.10.8 reads far
  /// beyond its memory and dies, which only the child process that tries the file may do.
  @Test func damageThatKillsLibhdf5IsRefused() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    var damaged = try bytes(scratch("run/run.h5"))
    let heap = try #require(damaged.indices.first { damaged[$0...].starts(with: "GCOL".utf8) })
    // The size of the heap's first object.
    for place in 0..<8 { damaged[heap + 24 + place] = place < 6 ? 0xf8 : 0x7f }
    try write(damaged, to: scratch("x.h5"))
    #expect { _ = try RunArchive(scratch("x.h5")) } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.kind == .damaged && error.reason.contains("libhdf5 cannot read them all")
    }
  }

  @Test func damagedCheckpointIsRefused() throws {
    let scratch = try Scratch()
    try sample.checkpoint(1).write(to: scratch("checkpoint"))
    let original = try bytes(scratch("checkpoint"))
    let wrong = try accepted(original, at: scratch("x"), damages(original.count)) {
      _ = try Checkpoint(contentsOf: $0)
      return false
    }
    #expect(wrong.isEmpty)
  }

  @Test func damagedProgressIsRefusedAndCanBeDiscarded() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("whole"))
    let expected = try bytes(scratch("whole/run.h5"))
    for file in ["checkpoint", "epochs/000000.h5", "epochs/000001.h5"] {
      for isRemoved in [false, true] where !(isRemoved && file == "checkpoint") {
        let directory = try RunDirectory(scratch("run"), identity: sample.identity)
        for epoch in 0...1 {
          try directory.commit(sample.record(epoch), checkpoint: sample.checkpoint(epoch))
        }
        let path = scratch("run/" + file)
        if isRemoved {
          try FileManager.default.removeItem(atPath: path)
        } else {
          var damaged = try bytes(path)
          damaged[damaged.count / 2] ^= 1
          try write(damaged, to: path)
        }
        func namesTheFile(_ error: any Error) -> Bool {
          guard let error = error as? ArchiveError else { return false }
          return error.kind == .damaged && error.file == path && error.remedy.contains("delete the directory")
            && error.reason.contains("is missing") == isRemoved
        }
        #expect { _ = try directory.state() } throws: { namesTheFile($0) }
        #expect { try directory.finish(sample.header) } throws: { namesTheFile($0) }
        try directory.discardProgress()
        #expect(try directory.state() == .empty)
        try sample.complete(directory)
        #expect(try bytes(scratch("run/run.h5")) == expected)
        try FileManager.default.removeItem(atPath: scratch("run"))
      }
    }
  }

  @Test func foreignFilesAreRefused() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let whole = try bytes(scratch("run/run.h5"))
    let texts = [[], Array("not an archive".utf8), [UInt8](repeating: 0, count: 4096)]
    for content in texts {
      try write(content, to: scratch("x.h5"))
      #expect { _ = try RunArchive(scratch("x.h5")) } throws: {
        ($0 as? ArchiveError)?.kind == .damaged
      }
    }
    // An HDF5 file as any other program writes it has no label; one of format 1 had it at the end.
    let unlabeled = Array(whole.dropFirst(512))
    let end = Array("\nreprise-archive 1\nkind run\n".utf8)
    let first = unlabeled + end + [UInt8](repeating: 0x20, count: 320 - end.count)
    let later = Array("reprise-archive 3\nkind run\n".utf8) + whole.dropFirst(28)
    for (content, reason) in [
      (unlabeled, "another program wrote it, or it is of format 1"), (first, "is of format 1"),
      (later, "is of format 3, and this program reads format 2"),
    ] {
      try write(content, to: scratch("x.h5"))
      #expect { _ = try RunArchive(scratch("x.h5")) } throws: { error in
        guard let error = error as? ArchiveError else { return false }
        return error.kind == .foreign && error.reason.contains(reason)
          && error.remedy.contains(
            content == later ? "the program that wrote it" : "run the experiment again")
      }
    }
    #expect { _ = try RunArchive(scratch("none.h5")) } throws: {
      ($0 as? FileError)?.kind == .notFound
    }
    #expect { _ = try RunArchive(scratch.path) } throws: { $0 is FileError }
    try sample.checkpoint(0).write(to: scratch("checkpoint"))
    #expect { _ = try RunArchive(scratch("checkpoint")) } throws: {
      ($0 as? ArchiveError)?.kind == .foreign
    }
  }

  @Test func cutArchiveInADirectoryIsNotTakenForFinished() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let whole = try bytes(scratch("run/run.h5"))
    try write(whole.prefix(1000), to: scratch("run/run.h5"))
    #expect { _ = try RunDirectory(scratch("run"), identity: sample.identity) } throws: {
      ($0 as? ArchiveError)?.kind == .damaged
    }
  }
}
