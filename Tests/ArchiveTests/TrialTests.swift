import Archive
import CHDF5
import Foundation
import Testing

/// The process of its own that tries whether libhdf5 reads a file without a crash.
@Suite struct TrialTests {
  private static let hasProcessFiles = FileManager.default.fileExists(atPath: "/proc/self/stat")

  /// The parent of a process, and whether it still runs, as Linux's `/proc` tells; `nil` when it is gone.
  private func parent(of process: Int32) -> Int32? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    // 1234 (name) S <parent> …; Z is a process that has ended.
    let words = text[text.index(after: end)...].split(separator: " ")
    return words.count > 1 && words[0] != "Z" ? Int32(words[1]) : nil
  }

  /// What `value` gives as soon as it gives something, asked every few milliseconds for ten seconds.
  private func eventually<Value>(_ value: () throws -> Value?) rethrows -> Value? {
    for _ in 0..<2000 {
      if let value = try value() { return value }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return nil
  }

  @Test(.enabled(if: hasProcessFiles, "needs Linux's /proc"))
  func itKeepsNoLockAndEndsWithAParentThatIsKilled() throws {
    let scratch = try Scratch()
    // Opening it for reading lasts until somebody writes, which nobody does.
    #expect(mkfifo(scratch("pipe"), 0o600) == 0)
    let process = try OtherProcess.start(scratch("run"), [OtherProcess.trial: scratch("pipe")])
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    let trial = try #require(
      try eventually {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
          .first { parent(of: $0) == process.processIdentifier }
      })
    let inherited = try eventually {
      let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(trial)/fd")
      return Set(open).isSubset(of: ["0", "1", "2"]) ? open : nil
    }
    #expect(inherited != nil, "the trial keeps descriptors of its parent")
    #expect(parent(of: trial) == process.processIdentifier, "the trial ended by itself")
    let identity = SampleRun().identity
    #expect { _ = try RunDirectory(scratch("run"), identity: identity) } throws: {
      ($0 as? ArchiveError)?.kind == .locked
    }

    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try RunDirectory(scratch("run"), identity: identity).state() == .empty)
    #expect(eventually { parent(of: trial) == nil ? true : nil } == true, "the trial outlives its parent")
  }

  @Test func itReadsAFileThatThisProcessHasOpen() throws {
    let scratch = try Scratch()
    try SampleRun(epochs: 1).complete(scratch("run"))
    let path = scratch("run/run.h5")
    let open = try RunArchive(path)
    #expect(HDF5.withLock { chdf5_survives_reading(path) } == 1)
    #expect(try open.computedContentDigest() == open.contentDigest)
  }
}
