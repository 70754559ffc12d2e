import ArgumentParser
import Experiments
import Files
import Foundation
import Settings

/// `reprise doctor`: what this machine has and what is missing.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at this machine: arithmetic, libraries, data, disks, drawing.",
    discussion: """
      A line for each thing that was looked at: ✓ as it should be, ! to be known, ✗ does not work; what was found, and \
      the way out. A training of every operator is made on each instruction set and compared with committed digests. \
      Nothing is downloaded; what is written for a trial is removed.

      --report prints what is needed to look into bits that differ, to be pasted into an issue: versions, digests on each \
      instruction set, and where finished runs are not what results/digests.lock says. No names of users, hosts or \
      folders are in it.

      Ends with 0 if nothing is bad; else with 104 where bits would differ, 65 for broken data, 74 where files or \
      drawings do not work, and 64 for a REPRISE_ISA that there is not.
      """)

  @Flag(help: "Text for an issue about bits that differ.")
  var report = false

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    if report, json { throw ValidationError("--report is a text: leave out --json.") }
  }

  func run() throws {
    let surroundings = Surroundings()
    let diagnosis = Diagnosis(surroundings)
    var code = diagnosis.checks.map { ErrorExit.code(of: $0) }.max() ?? 0
    if report {
      let report = DiagnosticReport(diagnosis, surroundings)
      print(report.text(), terminator: "")
      if report.deviates { code = max(code, 104) }
    } else if json {
      print(try canonicalJSON(diagnosis))
    } else {
      let width = diagnosis.checks.map(\.name.count).max() ?? 0
      for check in diagnosis.checks {
        print(Self.mark(check.state), padded(check.name, to: width), Self.text(check), separator: "  ")
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  private static func mark(_ state: DiagnosticCheck.State) -> String {
    switch state {
    case .good: "✓"
    case .note: "!"
    case .bad: "✗"
    }
  }

  private static func text(_ check: DiagnosticCheck) -> String {
    check.found + (check.place.map { " (\($0))" } ?? "") + (check.remedy.map { "; \($0)" } ?? "")
  }
}
