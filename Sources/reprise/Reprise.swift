import ArgumentParser
import Experiments
import Files
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
      VerifyCommand.self, DiffCommand.self, ExportCommand.self, DataCommand.self, DoctorCommand.self,
      GradientCheckCommand.self,
    ])

  /// Ends with the exit code that `failure` stands for, after one line that says what is wrong.
  static func main() {
    StandardStreams.secure()
    MemoryAllowance.countAddresses()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure where failure is ExitCode || failure is CleanExit || failure is ValidationError {
      end(with: failure)
    } catch let failure where ErrorExit.isParserError(failure) {
      let isOfDiff = CommandLine.arguments.dropFirst().first == DiffCommand.configuration.commandName
      end(with: failure, code: isOfDiff && exitCode(for: failure) != .success ? DiffCommand.trouble : nil)
    } catch {
      ErrorExit.end(with: error)
    }
  }

  /// Ends with what the argument parser says of `failure`, which may be the help that was asked for.
  ///
  /// - Parameter code: `nil` for the parser's own exit code.
  private static func end(with failure: any Error, code: Int32? = nil) -> Never {
    let code = code ?? exitCode(for: failure).rawValue, text = fullMessage(for: failure)
    if !text.isEmpty {
      if code == 0 { print(text) } else { note(text) }
    }
    Foundation.exit(code)
  }
}
