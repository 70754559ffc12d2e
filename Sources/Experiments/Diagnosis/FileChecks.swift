import Archive
import Files
import Foundation

extension Surroundings {
  /// Room, locks and durable writing where results go, and whether the cache can be written.
  package func fileChecks() -> [DiagnosticCheck] {
    let results = "\(root)/results"
    var checks = [space("disk: results", at: results), writing(at: results)]
    if let cache = sources.cacheFolder {
      checks += [space("disk: cache", at: cache), self.cache(cache)]
    } else {
      checks.append(
        DiagnosticCheck(
          "cache", .files, .note, "there is none: what is downloaded is not kept",
          remedy: "set HOME, or XDG_CACHE_HOME to a folder that can be written"))
    }
    return checks
  }

  /// The results of all experiments together, and what a run cannot do without, in bytes.
  private static let allResults: UInt64 = 4_500_000_000
  private static let leastSpace: UInt64 = 200_000_000

  /// Free space for this user on the disk that a folder is on or will be on.
  private func space(_ name: String, at folder: String) -> DiagnosticCheck {
    let free: UInt64
    do throws(FileError) {
      free = try FileOperations.freeSpace(at: folder)
    } catch {
      return DiagnosticCheck(
        name, .files, .bad, "its disk cannot be asked: \(error.systemWords)",
        place: FileOperations.nearest(folder), remedy: "choose another folder")
    }
    let found = "\(byteText(free)) free"
    if free < Self.leastSpace {
      return DiagnosticCheck(
        name, .files, .bad, found, place: folder,
        remedy: "free some space: a run may need \(byteText(Self.leastSpace))")
    }
    guard name == "disk: results", free < Self.allResults else {
      return DiagnosticCheck(name, .files, .good, found, place: folder)
    }
    return DiagnosticCheck(
      name, .files, .note, found, place: folder,
      remedy: "all experiments together leave about \(byteText(Self.allResults))")
  }

  /// What runs do to their folder, in a folder beside them: take a lock that keeps a second one out, replace a file while
  /// it is there, wait for the disk.
  private func writing(at results: String) -> DiagnosticCheck {
    let name = "locks and renames"
    func bad(_ found: String, _ remedy: String) -> DiagnosticCheck {
      DiagnosticCheck(name, .files, .bad, found, place: results, remedy: remedy)
    }
    let elsewhere =
      "work on a local disk (network file systems need a lock service), or give a run another folder with --output"
    do {
      return try inTrialFolder(near: results) { folder in
        let first: any Sendable
        do { first = try lock(folder) } catch let error as FileError {
          return bad("a folder cannot be locked: \(error.systemWords)", elsewhere)
        }
        if try excludes(folder, first) == false {
          return bad("a lock does not keep a second one out: two programs could write one run", elsewhere)
        }
        let file = "\(folder)/file"
        for text in ["first", "second"] {
          try operations.replaceFile(file, with: Array(text.utf8))
          guard try FileOperations.contents(of: file) == Array(text.utf8) else {
            return bad("a file that is renamed over another does not take its place", elsewhere)
          }
        }
        try operations.synchronizeDirectory(folder)
        return DiagnosticCheck(
          name, .files, .good, "a lock excludes, a rename replaces, fsync works", place: results)
      }
    } catch let error as FileError {
      return bad(
        "a file cannot be written there: \(error.systemWords)",
        error.remedy.isEmpty ? elsewhere : error.remedy)
    } catch {
      return bad("a run cannot be written there", "\(error)")
    }
  }

  /// Whether a second lock is refused while the first is held.
  private func excludes(_ folder: String, _ first: any Sendable) throws -> Bool {
    defer { withExtendedLifetime(first) {} }
    do {
      _ = try lock(folder)
      return false
    } catch let error as ArchiveError where error.kind == .locked {
      return true
    }
  }

  private func cache(_ folder: String) -> DiagnosticCheck {
    do {
      return try inTrialFolder(near: folder) {
        try operations.replaceFile("\($0)/file", with: [1])
        return DiagnosticCheck("cache", .files, .good, "can be written", place: folder)
      }
    } catch {
      let reason = (error as? FileError)?.systemWords ?? "the attempt failed"
      return DiagnosticCheck(
        "cache", .files, .note, "cannot be written, so what is downloaded or decoded is not kept: \(reason)",
        place: folder, remedy: "make it writable, or set XDG_CACHE_HOME to a folder that is")
    }
  }

  /// Calls `body` with a new folder on the disk that a folder is on or will be on; it is removed afterwards.
  private func inTrialFolder<Result>(near folder: String, _ body: (String) throws -> Result) throws -> Result
  {
    let trial = try FileOperations.free("\(FileOperations.nearest(folder))/.reprise-doctor-\(getpid())")
    try operations.createDirectory(trial)
    defer { try? FileOperations.system.removeAll(trial) }
    return try body(trial)
  }
}

extension FileError {
  /// The system's words for what failed, without the attempt, which may name a path.
  fileprivate var systemWords: String {
    reason.range(of: ": ", options: .backwards).map { String(reason[$0.upperBound...]) } ?? reason
  }
}
