import Files
import Foundation
import Synchronization
import Testing

@Suite struct FileOperationsTests {
  private let directory: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    directory = url.path
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test(arguments: [
    ("a", ""), ("a/", ""), ("a/b", "a"), ("a//b/", "a/"), ("/a", "/"), ("/", "/"), ("", ""),
    ("../a/b", "../a"),
  ])
  func theDirectoryAPathLiesIn(_ path: String, _ parent: String) {
    #expect(FileOperations.parent(of: path) == parent)
  }

  @Test func readOnlyFileIsReplacedAndRemovedLikeAnyOther() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/kept"
    for content in ["first", "second"] {
      try Array(content.utf8).withUnsafeBytes {
        try FileOperations.system.replaceFile(path, with: [$0], permissions: 0o444)
      }
      #expect(try FileOperations.contents(of: path) == Array(content.utf8))
      #expect(try mode(path) == 0o444)
    }
    #expect(try FileOperations.names(in: directory) == ["kept"])
    try FileOperations.system.remove(path)
    #expect(try !FileOperations.exists(path))
  }

  @Test func failedReplacementLeavesTheOldContentsAndNothingElse() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    struct Refusal: Error {}
    let path = directory + "/kept"
    try FileOperations.system.replaceFile(path, with: "old".utf8)
    for refused in 0..<4 {
      let count = Mutex(0)
      let operations = FileOperations { step in
        if case .remove = step { return }
        let index = count.withLock { count in
          defer { count += 1 }
          return count
        }
        if index == refused { throw Refusal() }
      }
      #expect(throws: Refusal.self) { try operations.replaceFile(path, with: "new".utf8) }
      #expect(try FileOperations.contents(of: path) == Array("old".utf8), "step \(refused)")
      #expect(try FileOperations.names(in: directory) == ["kept"], "step \(refused)")
    }
  }

  @Test func errorsNameTheFileAndTheSystemsReason() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    #expect { _ = try FileOperations.contents(of: directory + "/none") } throws: { error in
      guard let error = error as? FileError else { return false }
      return error.kind == .notFound && error.path == directory + "/none"
        && error.reason == "cannot open: No such file or directory"
    }
    try FileOperations.system.replaceFile(directory + "/five", with: [1, 2, 3, 4, 5])
    #expect(try FileOperations.contents(of: directory + "/five", limit: 5) == [1, 2, 3, 4, 5])
    #expect { _ = try FileOperations.contents(of: directory + "/five", limit: 4) } throws: { error in
      (error as? FileError)?.reason == "is larger than the 4 bytes expected at most (5)"
    }
    #expect { _ = try FileOperations.contents(of: directory) } throws: { error in
      (error as? FileError)?.reason == "is not a file"
    }
    // A pipe without a writer is refused at once.
    #expect(mkfifo(directory + "/pipe", 0o666) == 0)
    #expect { _ = try MappedFile(directory + "/pipe") } throws: { error in
      (error as? FileError)?.reason == "is not a file"
    }
  }

  @Test func piecesOfAFileAreItsBytes() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/file"
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    try FileOperations.system.replaceFile(path, with: bytes)
    let file = try OpenFile(path)
    #expect(file.size == bytes.count)
    #expect(try file.bytes(at: 10, count: 20) == Array(bytes[10..<30]))
    #expect(try file.bytes(at: bytes.count - 3, count: 20) == Array(bytes.suffix(3)))
    #expect(try file.bytes(at: bytes.count + 5, count: 20).isEmpty)
    var read: [UInt8] = []
    try file.forEachBlock(from: 512) { read += $0 }
    #expect(read == Array(bytes[512...]))
    let mapped = try MappedFile(path)
    #expect(mapped.count == bytes.count && mapped.withUnsafeBytes { $0.elementsEqual(bytes) })
  }

  @Test func everyOperationIsAnnouncedBeforeItHappens() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let steps = Mutex<[FileOperations.Step]>([])
    let operations = FileOperations { step in steps.withLock { $0.append(step) } }
    let folder = directory + "/folder", file = folder + "/file", temporary = FileOperations.temporary(file)
    try operations.createDirectory(folder)
    try operations.replaceFile(file, with: "old".utf8)
    try operations.appendLine("new", to: file)
    try operations.appendLine("new", to: folder + "/other")
    try operations.remove(file)
    #expect(
      steps.withLock { $0 } == [
        // Whoever made the directory above may have been killed before it was on disk.
        .synchronizeDirectory(FileOperations.parent(of: directory)), .createDirectory(folder),
        .synchronizeDirectory(directory), .create(temporary),
        .write(temporary, byteCount: 3), .synchronize(temporary), .rename(from: temporary, to: file),
        .synchronizeDirectory(folder), .write(file, byteCount: 5), .create(folder + "/other"),
        .write(folder + "/other", byteCount: 4), .remove(file),
      ])
  }

  @Test func linesAreAppendedAndAHalfLineIsEnded() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/lines"
    try FileOperations.system.appendLine("one", to: path)
    try FileOperations.system.replaceFile(path, with: "one\ntw".utf8)
    try FileOperations.system.appendLine("three", to: path)
    #expect(try FileOperations.contents(of: path) == Array("one\ntw\nthree\n".utf8))
  }

  @Test func plantedLinksAreNotWrittenThrough() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let other = directory + "/other", path = directory + "/file"
    try FileOperations.system.replaceFile(other, with: "kept".utf8)
    for place in [path, FileOperations.temporary(path)] {
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: other)
    }
    #expect { try FileOperations.system.appendLine("line", to: path) } throws: { error in
      guard let error = error as? FileError else { return false }
      return error.path == path && error.remedy.contains("symbolic link")
    }
    // A replacement takes the place of the link, and of one where it is prepared.
    try FileOperations.system.replaceFile(path, with: "new".utf8)
    #expect(try FileOperations.contents(of: path) == Array("new".utf8))
    #expect(try FileOperations.contents(of: other) == Array("kept".utf8))
    #expect(try FileOperations.names(in: directory) == ["file", "other"])
  }

  @Test func troubleIsNotTakenForAbsence() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    #expect(try !FileOperations.exists(directory + "/none"))
    #expect(try FileOperations.names(in: directory + "/none").isEmpty)
    #expect(try !FileOperations.isDirectory(directory + "/none"))
    // A name that is too long is not absent: the system cannot say. So it is with a permission, but for root.
    let long = directory + "/" + String(repeating: "x", count: 300)
    #expect(throws: FileError.self) { try FileOperations.exists(long) }
    #expect(throws: FileError.self) { try FileOperations.isDirectory(long) }
    #expect(throws: FileError.self) { try FileOperations.names(in: long) }
  }
}
