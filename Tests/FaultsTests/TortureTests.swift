#if os(Linux)
  import Faults
  import Foundation
  import Synchronization
  import Testing

  /// A sample of what `make torture` does.
  @Suite struct TortureTests {
    @Test func aHundredFaultsBreakNoPromise() throws {
      let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appendingPathComponent("torture-\(UUID())").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let torture = try Torture(
        products: URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
          .deletingLastPathComponent(),
        configuration: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .appendingPathComponent("../Faults/run.yaml").standardizedFileURL.path,
        folder: folder)
      let failures = Mutex<[String]>([])
      let tally = try torture.trySome(100, seed: 9) { failure in failures.withLock { $0.append(failure) } }
      #expect(failures.withLock { $0 } == [])
      #expect(!tally.hasFailures, "\(Tally.table([tally]))")
    }
  }
#endif
