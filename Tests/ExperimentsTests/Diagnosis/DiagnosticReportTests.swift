import Datasets
import Experiments
import Files
import Foundation
import Tensors
import Testing

@Suite struct DiagnosticReportTests {
  private static let zeros = String(repeating: "0", count: 64)

  /// A project that is reproduced, and whose lock file then has another digest by another machine; the first epoch that
  /// differs is told with both, and no path and no data folder is.
  @Test func deviationsAreTold() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    _ = try Reproduction(catalog, selection: [], library: SmallProject.library).perform(
      jobs: 1, threads: 1, interruption: Interruption(), report: { _, _ in })
    let equal = try LockComparison(catalog)
    #expect(equal.equal == 1 && equal.deviations.isEmpty && equal.others.isEmpty)

    let file = scratch("results/digests.lock")
    let lock = try DigestLock(contentsOf: file)
    let entry = try #require(lock.experiments["001/small"])
    let machine = try #require(lock.machine(of: "001/small"))
    var text = try String(contentsOfFile: file, encoding: .utf8)
    text.replace(entry.models[1], with: Self.zeros)
    text.replace("\"processor\" : \"\(machine.processor)\"", with: "\"processor\" : \"Apple M4\"")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let comparison = try LockComparison(catalog)
    #expect(comparison.equal == 0)
    let deviation = try #require(comparison.deviations.first)
    #expect(deviation.name == "001/small" && deviation.difference.subject == .model(epoch: 1))
    #expect(deviation.recorded?.processor == "Apple M4" && deviation.made?.processor == machine.processor)

    let told = try report(catalog, scratch)
    #expect(told.contains("001/small: model after epoch 1"))
    #expect(told.contains(Self.zeros) && told.contains(entry.models[1]))
    #expect(told.contains("Apple M4") && told.contains("≠ processor"))
    for set in InstructionSet.available { #expect(told.contains("  \(set.rawValue)")) }
    #expect(told.contains(try KernelDigests.committed("noise-mse")) && !told.contains("is NOT"))
    #expect(told.hasPrefix("```\n") && told.hasSuffix("```\n"))
  }

  /// A report of broken surroundings whose errors and paths hold a name: of the files, of a program's message, of a
  /// variable.
  private func report(_ catalog: Catalog, _ scratch: Scratch) throws -> String {
    let gnuplot = try scratch.write(
      """
      #!/bin/sh
      [ "$1" = --version ] && echo gnuplot 6.0 patchlevel 1 || { echo /home/a-secret/fonts: broken >&2; exit 1; }
      """, to: "bin/gnuplot")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: gnuplot)
    try scratch.write("short", to: "private-data/mnist/t10k-labels-idx1-ubyte")
    let surroundings = Surroundings(
      environment: [
        "PATH": scratch("bin"), "HOME": "/home/a-secret", "REPRISE_DATA": scratch("private-data"),
      ], root: scratch.path,
      sources: DatasetSources(
        userFolder: scratch("private-data"), includesSystemFolders: false,
        cacheFolder: scratch("a-secret/cache")),
      operations: FileOperations(waits: false) { step in
        if case .rename(let from, let to) = step {
          throw FileError(attempt: "rename to \(to)", path: from, code: EIO)
        }
      })
    let diagnosis = Diagnosis(surroundings)
    let bad = diagnosis.checks.filter { $0.state == .bad }.map(\.name)
    #expect(bad == ["data: mnist", "locks and renames", "gnuplot"])
    let report = DiagnosticReport(diagnosis, surroundings)
    #expect(report.deviates)
    let told = report.text()
    for secret in [scratch.path, "a-secret", "private-data", "/home", "/tmp"] {
      #expect(!told.contains(secret), "\(secret)")
    }
    return told
  }

  @Test func unfinishedRunsAndForeignFoldersAreTold() throws {
    let scratch = try Scratch()
    let catalog = try SmallProject.catalog(scratch)
    let nothing = try LockComparison(catalog)
    #expect(nothing.equal == 0 && nothing.unknown == 0 && nothing.others.isEmpty)
    try scratch.write("no archive", to: "results/001/small/run.h5")
    #expect(try LockComparison(catalog).others.map(\.state) == ["damaged"])

    let elsewhere = try Scratch()
    let surroundings = Surroundings(
      environment: ["PATH": ""], root: elsewhere.path, sources: DatasetSources(includesSystemFolders: false))
    let report = DiagnosticReport(Diagnosis(surroundings), surroundings)
    #expect(report.text().contains("not compared") && !report.deviates)
  }
}
