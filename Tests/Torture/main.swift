import Faults
import Foundation

// Every fault at every file call of a short run: `make torture`. Ends with 1 where a promise is not kept.

func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

/// Whether every promise was kept.
func keepsPromises(in folder: String) throws -> Bool {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let start = ContinuousClock.now
  let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
  let torture = try Torture(products: products, configuration: "Tests/Faults/run.yaml", folder: folder)
  let tallies = try torture.tryEverything(second: 40, seed: 1) { say($0) }
  print(Tally.table(tallies))
  print("in \(Int(start.duration(to: .now) / .seconds(1))) s")
  return !tallies.contains { $0.hasFailures }
}

let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
  .appendingPathComponent("torture-\(UUID())").path
do {
  exit(try keepsPromises(in: folder) ? 0 : 1)
} catch {
  say("torture: \(error)")
  exit(1)
}
