import Archive
import Files
import Foundation
import Synchronization
import Tensors
import Testing

/// Stops a program as a kill would: the n-th file operation does not happen, nor does any after it.
///
/// A write is stopped in the middle: half of its bytes, which are not the right ones, reach the file.
private final class Killer: Sendable {
  struct Killed: Error {}

  private let log = Mutex<[FileOperations.Step]>([])
  private let limit: Int

  init(after limit: Int = .max) { self.limit = limit }

  var announced: [FileOperations.Step] { log.withLock { $0 } }

  var operations: FileOperations {
    FileOperations(waits: false) { operation in
      let index = self.log.withLock { log in
        log.append(operation)
        return log.count - 1
      }
      guard index < self.limit else {
        if index == self.limit, case .write(let path, let byteCount) = operation {
          let half = Data(repeating: 0xa5, count: byteCount / 2)
          let file = try FileHandle(forWritingTo: URL(filePath: path))
          try file.seekToEnd()
          try file.write(contentsOf: half)
          try file.close()
        }
        throw Killed()
      }
    }
  }
}

@Suite struct CrashTests {
  let sample = SampleRun(epochs: 2, keptEpochs: [0, 2])

  /// Runs until the end or the kill; says whether it reached the end.
  private func run(_ path: String, _ killer: Killer) throws -> Bool {
    do {
      let directory = try RunDirectory(path, identity: sample.identity, operations: killer.operations)
      try sample.complete(directory)
      return true
    } catch is Killer.Killed {
      return false
    }
  }

  @Test func killedAnywhereTwiceEndsInTheSameBytes() throws {
    let scratch = try Scratch()
    let killer = Killer()
    #expect(try run(scratch("whole"), killer))
    let expected = try bytes(scratch("whole/run.h5"))
    let total = killer.announced.count
    #expect(total > 40, "the kill points: \(total)")

    var failures: [String] = []
    for first in 0..<total {
      let once = scratch("once")
      #expect(try !run(once, Killer(after: first)))
      for second in [0, 1, 2, 3, 5, 8, 21] {
        let twice = scratch("twice")
        if FileManager.default.fileExists(atPath: once) {
          try FileManager.default.copyItem(atPath: once, toPath: twice)
        }
        _ = try run(twice, Killer(after: second))
        #expect(try run(twice, Killer()))
        let names = try FileManager.default.contentsOfDirectory(atPath: twice).sorted()
        if try bytes(RunDirectory.archivePath(in: twice)) != expected || names != [".lock", "run.h5"] {
          failures.append("killed at \(first), then at \(second): \(names)")
        }
        try FileManager.default.removeItem(atPath: twice)
      }
      if FileManager.default.fileExists(atPath: once) { try FileManager.default.removeItem(atPath: once) }
    }
    #expect(failures.isEmpty)
  }

  @Test func nothingIsRenamedBeforeItIsOnDisk() throws {
    let scratch = try Scratch()
    let killer = Killer()
    _ = try run(scratch("run"), killer)
    let operations = killer.announced
    var renames = 0
    for (index, operation) in operations.enumerated() {
      guard case .rename(let source, let target) = operation else { continue }
      renames += 1
      #expect(operations[index - 1] == .synchronize(source))
      let directory = (target as NSString).deletingLastPathComponent
      #expect(operations[index + 1] == .synchronizeDirectory(directory))
    }
    #expect(renames == 3 * 2 + 1)
  }

  @Test func aFinishedArchiveIsNeverChanged() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let before = try bytes(scratch("run/run.h5"))
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    #expect(try directory.state() == .finished)
    #expect { try directory.commit(sample.record(0), checkpoint: nil) } throws: {
      ($0 as? ArchiveError)?.kind == .finished
    }
    #expect { try directory.finish(sample.header) } throws: { ($0 as? ArchiveError)?.kind == .finished }
    #expect { try directory.discardProgress() } throws: { ($0 as? ArchiveError)?.kind == .finished }
    #expect(try bytes(scratch("run/run.h5")) == before)
  }
}
