import Archive
import ArgumentParser
import Experiments
import Foundation
import Settings

/// `reprise diff`: two runs compared to the bit.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two runs to the bit: where they part, and how far they are apart.",
    discussion: """
      First the keys of the configurations that differ, then where models, metrics, gradient norms, activations and \
      states part: the first epoch, name and element, with both values and their distance in units in the last place \
      (ULPs: neighboring numbers are 1 apart, and so are −0 and +0). Then, for every epoch whose parameters both runs \
      keep, how far each parameter is apart. What only one run has is named; the rest is compared.

      Exit codes, as diff has them: 0 every bit is the same that the content digest covers, 1 something differs, \
      2 trouble: a run could not be read, or is not named.
      """)

  /// The exit code where nothing was compared, wrong usage included.
  static let trouble: Int32 = 2

  @Argument(
    help: ArgumentHelp(
      "An experiment (001/batch-32), a run's directory or a run.h5.", valueName: "a"),
    completion: .file())
  var first: String

  @Argument(help: ArgumentHelp("The run to compare it with.", valueName: "b"), completion: .file())
  var second: String

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let comparison: RunComparison
    do {
      comparison = try RunComparison(
        RunArchive(RunFile.path(of: first)), RunArchive(RunFile.path(of: second)))
    } catch {
      note("reprise: \(error)")
      throw ExitCode(Self.trouble)
    }
    if json {
      print(try canonicalJSON(comparison))
    } else {
      print(comparison.text(), terminator: "")
    }
    if !comparison.isSame { throw ExitCode(1) }
  }
}
