import ArgumentParser
import Experiments

/// The tool: one small file a command.
@main
struct Reprise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Deep-learning experiments whose results repeat to the last bit.",
    discussion: """
      Results go to standard output, progress and messages to standard error.

      Exit codes: 0 done; 1 an experiment failed; 64 usage; 65 bad data; 69 nothing to fetch from; \
      74 input or output; 75 interrupted, state saved, run again; 78 bad configuration; 104 not bit-equal.
      """,
    version: Provenance.version,
    subcommands: [Run.self, Reproduce.self, List.self, Plot.self, GradientCheckCommand.self])

  /// Ends with the exit code that `failure` stands for, after one line that says what is wrong.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure where failure is ExitCode || failure is CleanExit || failure is ValidationError {
      exit(withError: failure)
    } catch let failure where ErrorExit.isParserError(failure) {
      exit(withError: failure)
    } catch {
      ErrorExit.end(with: error)
    }
  }
}
