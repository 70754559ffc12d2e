#if os(Linux)
  import Faults
  import Foundation
  import Synchronization
  import Testing

  /// A sample of what `make torture` does.
  @Suite struct TortureTests {
    private func torture<R>(_ body: (Torture) throws -> R) throws -> R {
      let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appendingPathComponent("torture-\(UUID())").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      return try body(
        Torture(
          products: URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent(),
          configuration: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Faults/run.yaml").standardizedFileURL.path,
          folder: folder))
    }

    @Test func aHundredFaultsBreakNoPromise() throws {
      let failures = Mutex<[String]>([])
      let tally = try torture {
        try $0.trySome(100, seed: 9) { failure in failures.withLock { $0.append(failure) } }
      }
      #expect(failures.withLock { $0 } == [])
      #expect(!tally.hasFailures, "\(Tally.table([tally]))")
    }

    /// The first call of a name is one of the run's directory; the last one, of most names, libhdf5's at the run's file.
    @Test func everyKindOfCallMayFailOrBeInterrupted() throws {
      try torture { torture in
        let calls = torture.beginning.calls
        let names = Set(calls.map(\.name)).sorted()
        #expect(names.count > 10, "\(names)")
        for name in names {
          let same = calls.filter { $0.name == name }
          for call in [same.first, same.last].compactMap({ $0 }) {
            for fault in [Fault.fail(EINTR), .fail(EIO)] {
              let outcome = try torture.attempt(Torture.Trial(call, fault), from: torture.beginning)
              #expect(outcome.failures == [], "\(name) \(call.path), \(fault)")
            }
          }
        }
      }
    }
  }
#endif
