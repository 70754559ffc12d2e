import Archive
import Foundation
import Tensors
import Testing

@Suite struct DamageTests {
  let sample = SampleRun(epochs: 1, keptEpochs: [0, 1])

  /// Which of the damaged copies of a file were not refused with an error that names the file.
  private func accepted(
    _ original: [UInt8], at path: String, _ damages: [(name: String, damage: ([UInt8]) -> [UInt8])],
    open: (String) throws -> Void
  ) throws -> [String] {
    var accepted: [String] = []
    for (name, damage) in damages {
      try Data(damage(original)).write(to: URL(filePath: path))
      do {
        try open(path)
        accepted.append(name)
      } catch let error as ArchiveError {
        if error.file != path || error.description.isEmpty { accepted.append("\(name): \(error)") }
      }
    }
    return accepted
  }

  private func damages(_ count: Int) -> [(name: String, damage: ([UInt8]) -> [UInt8])] {
    let cuts = Array(stride(from: 0, to: count, by: max(1, count / 150))) + ((count - 330)..<count)
    let flips = Array(stride(from: 0, to: count, by: max(1, count / 150))) + ((count - 320)..<count)
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

  @Test func damagedRunIsRefused() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let original = try bytes(scratch("run/run.h5"))
    let wrong = try accepted(original, at: scratch("x.h5"), damages(original.count)) {
      _ = try RunArchive($0)
    }
    #expect(wrong.isEmpty)
  }

  @Test func damagedCheckpointIsRefused() throws {
    let scratch = try Scratch()
    try sample.checkpoint(1).write(to: scratch("checkpoint"))
    let original = try bytes(scratch("checkpoint"))
    let wrong = try accepted(original, at: scratch("x"), damages(original.count)) {
      _ = try Checkpoint(contentsOf: $0)
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
          try Data(damaged).write(to: URL(filePath: path))
        }
        #expect { _ = try directory.state() } throws: { ($0 as? ArchiveError)?.file == path }
        #expect { try directory.finish(sample.header) } throws: { ($0 as? ArchiveError)?.file == path }
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
    // An HDF5 file as any other program writes it has no label.
    let unlabelled = Array(whole.dropLast(320))
    let texts = [[], Array("not an archive".utf8), [UInt8](repeating: 0, count: 4096), unlabelled]
    for content in texts {
      try Data(content).write(to: URL(filePath: scratch("x.h5")))
      #expect { _ = try RunArchive(scratch("x.h5")) } throws: {
        ($0 as? ArchiveError)?.kind == .damaged
      }
    }
    #expect { _ = try RunArchive(scratch("none.h5")) } throws: {
      ($0 as? ArchiveError)?.kind == .notFound
    }
    #expect { _ = try RunArchive(scratch.path) } throws: { $0 is ArchiveError }
    try sample.checkpoint(0).write(to: scratch("checkpoint"))
    #expect { _ = try RunArchive(scratch("checkpoint")) } throws: {
      ($0 as? ArchiveError)?.kind == .foreign
    }
  }

  @Test func cutArchiveInADirectoryIsNotTakenForFinished() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let whole = try bytes(scratch("run/run.h5"))
    try Data(whole.prefix(1000)).write(to: URL(filePath: scratch("run/run.h5")))
    #expect { _ = try RunDirectory(scratch("run"), identity: sample.identity) } throws: {
      ($0 as? ArchiveError)?.kind == .damaged
    }
  }
}
