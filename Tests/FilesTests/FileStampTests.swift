import Files
import Foundation
import Testing

@Suite struct FileStampTests {
  @Test func itIsTheFilesLengthAndTime() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("stamp-\(UUID().uuidString)")
    try Data([1, 2, 3]).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000.5)], ofItemAtPath: url.path)
    let stamp = try FileStamp(of: url.path)
    #expect(stamp.size == 3 && stamp.seconds == 1_000_000_000 && stamp.nanoseconds == 500_000_000)
  }

  @Test func aFileThatIsNotThereIsNamed() {
    do {
      _ = try FileStamp(of: "/nowhere/x")
      Issue.record("no error")
    } catch {
      #expect("\(error)" == "/nowhere/x: cannot examine: No such file or directory")
    }
  }
}
