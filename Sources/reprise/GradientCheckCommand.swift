import ArgumentParser
import Files
import Foundation
import Networks
import Tensors

/// `reprise gradcheck`: the gradient-check table.
struct GradientCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradcheck",
    abstract: "Compare every layer's and loss's gradients with differences, in Double.",
    discussion: "Ends with exit code 1 if an error is above \(GradientCheck.tolerance).")

  @Argument(help: "Names from the table, or parts of them; all by default.")
  var names: [String] = []

  func run() throws {
    let cases = GradientCheck.cases.filter { entry in
      names.isEmpty || names.contains { entry.name.contains($0) }
    }
    guard !cases.isEmpty else { throw ValidationError("Nothing that is checked is called so.") }
    let heading = "operator"
    let width = max(heading.count, cases.map(\.name.count).max()!)
    print(padded(heading, to: width), "worst error  compared  near a kink")
    let processor = try Processor()
    var failures = 0
    for entry in cases {
      let result = try entry.run(on: processor)
      let verdict = result.passes ? "" : "  FAILS at \(result.worstAt)"
      print(
        padded(entry.name, to: width),
        "\(String(format: "%11.2e", result.worstError))  \(String(format: "%8d", result.compared))"
          + "  \(String(format: "%11d", result.nearKink))\(verdict)")
      if !result.passes { failures += 1 }
    }
    if failures > 0 { throw ExitCode(1) }
  }
}
