import Faults
import Foundation

// Every fault at every file call of a short run: `make torture`. Ends with 1 where a promise is not kept.

let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
  .appendingPathComponent("torture-\(UUID())").path
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  .deletingLastPathComponent()
let start = ContinuousClock.now
let torture = try Torture(products: products, configuration: "Tests/Faults/run.yaml", folder: folder)
let tallies = try torture.tryEverything(second: 40, seed: 1) { line in
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
try FileManager.default.removeItem(atPath: folder)
print(Tally.table(tallies))
print("\(Int(start.duration(to: .now) / .seconds(1))) s")
exit(tallies.contains { $0.hasFailures } ? 1 : 0)
