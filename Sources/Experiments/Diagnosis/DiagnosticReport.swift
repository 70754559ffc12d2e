import Files
import Foundation
import Tensors

/// What somebody needs who looks into bits that differ, as text to be pasted into an issue: `reprise doctor --report`.
///
/// No name of a user or a host and no path is in it: of the checks only what was found is, of the runs only the names that
/// the project's configurations give them.
package struct DiagnosticReport: Sendable {
  private let diagnosis: Diagnosis
  private let comparison: LockComparison?
  private let trouble: String?

  /// A report of a diagnosis and of the runs in its folder.
  ///
  /// - Parameter surroundings: Those of the diagnosis.
  package init(_ diagnosis: Diagnosis, _ surroundings: Surroundings) {
    self.diagnosis = diagnosis
    do {
      comparison = try LockComparison(Catalog(root: surroundings.root, sources: surroundings.sources))
      trouble = nil
    } catch {
      comparison = nil
      trouble =
        "not compared: no folder of the project, or one whose configurations or digests cannot be read"
    }
  }

  /// Whether a finished run is not as committed.
  package var deviates: Bool { comparison?.deviations.isEmpty == false }

  /// The text, in a block that an issue shows as it is.
  package func text() -> String {
    let sections = [machine(), checks(), kernels(), runs()]
    return "```\n" + sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n") + "```\n"
  }

  private func machine() -> [String] {
    let versions = "contract \(RunIdentity.contract), random layout \(RandomStream.layoutVersion)"
    let build = "executable SHA-256 \(HostRecord.build.prefix(16))"
    return ["reprise doctor --report: \(versions), \(build)"]
      + diagnosis.machine.properties.map { "\(padded($0.label, to: 16)) \($0.value)" }
  }

  private func checks() -> [String] {
    let width = diagnosis.checks.map(\.name.count).max() ?? 0
    return diagnosis.checks.map {
      "\(padded($0.state.rawValue, to: 4)) \(padded($0.name, to: width))  \($0.found)"
    }
  }

  private func kernels() -> [String] {
    guard let kernels = diagnosis.kernels else { return ["Kernels: not tried"] }
    return ["Kernels: SHA-256 of a training of every operator"]
      + kernels.results.map { result in
        let line = "  \(padded(result.instructionSet, to: 7)) \(padded(result.loss, to: 13)) \(result.digest)"
        return result.digest == result.expected ? line : line + " is NOT \(result.expected)"
      }
  }

  private func runs() -> [String] {
    guard let comparison else { return ["results/digests.lock: \(trouble ?? "not compared")"] }
    var lines = [
      "results/digests.lock: \(comparison.equal) finished runs are equal, \(comparison.deviations.count) differ, "
        + "\(comparison.unknown) have no entry"
    ]
    for deviation in comparison.deviations {
      let difference = deviation.difference
      lines += [
        "  \(deviation.name): \(difference.place); SHA-256", "    recorded \(difference.earlier ?? "none")",
        "    here     \(difference.later ?? "none")",
      ]
    }
    // Most deviations of a machine come from the same two machines.
    var shown: [String] = []
    for deviation in comparison.deviations {
      let table = FirstDifference.table(deviation.recorded, "recorded", deviation.made ?? diagnosis.machine)
      let text = table.map { "  " + $0 }.joined(separator: "\n")
      guard !shown.contains(text) else { continue }
      shown.append(text)
      lines += ["", "  \(deviation.name) was made with", text]
    }
    lines += comparison.others.map { "  \($0.name): \($0.state)" }
    return lines
  }
}
