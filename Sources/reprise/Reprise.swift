import ArgumentParser
import Experiments
import Foundation

/// The tool: one file a command.
@main
struct RepriseTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Deep-learning experiments whose results repeat to the last bit.",
    discussion: """
      Results go to standard output, progress and messages to standard error.

      Exit codes: 0 done; 1 an experiment failed; 64 usage; 65 bad data; 69 nothing to fetch from; \
      74 input or output; 75 interrupted, state saved, run again; 78 bad configuration; 104 not bit-equal. Of diff: \
      0 the same; 1 different; 2 trouble.
      """,
    version: Reprise.version,
    subcommands: [
      RunCommand.self, ReproduceCommand.self, ListCommand.self, PlotCommand.self, ReportCommand.self,
      VerifyCommand.self, DiffCommand.self, ExportCommand.self, DataCommand.self, GradientCheckCommand.self,
    ])

  /// Ends with the exit code that `failure` stands for, after one line that says what is wrong.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure where failure is ExitCode || failure is CleanExit || failure is ValidationError {
      exit(withError: failure)
    } catch let failure where ErrorExit.isParserError(failure) {
      if CommandLine.arguments.dropFirst().first == DiffCommand.configuration.commandName,
        exitCode(for: failure) != .success
      {
        note(fullMessage(for: failure))
        Foundation.exit(DiffCommand.trouble)
      }
      exit(withError: failure)
    } catch {
      ErrorExit.end(with: error)
    }
  }
}

/// The request that Ctrl-C and a scheduler's warning make: finish the step, save, end.
let interruption = Interruption()

/// Lets SIGINT and SIGTERM request an interruption; a second one ends the process at once.
func watchForSignals() {
  _ = interruption  // made now, not inside the handler
  for signalNumber in [SIGINT, SIGTERM] {
    signal(signalNumber) { number in
      interruption.request()
      signal(number, SIG_DFL)
    }
  }
}
