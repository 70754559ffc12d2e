import Archive
import ArgumentParser
import Experiments
import Foundation
import Tensors

/// `reprise run`: one experiment.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run one experiment.",
    discussion: """
      An interrupted run goes on where it was; a finished one only prints its digest. The last line on \
      standard output is 'model sha256' and the digest of the trained parameters, or 'content sha256' where nothing \
      is trained.
      """)

  @Argument(
    help: "A configuration file, such as configs/001/batch-32.yaml.", completion: .file(extensions: ["yaml"]))
  var config: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Lay a value over the configuration.", valueName: "key.path=value"))
  var assignments: [String] = []

  @Option(help: "Threads that divide the work; all cores by default. The result is the same.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help:
      "The run's directory; by default results/<document>/<experiment>, with the values of each --set added.",
    completion: .directory)
  var output: String?

  @Option(
    name: .customLong("save-every"),
    help: ArgumentHelp(
      "Seconds of training within an epoch after which its state is saved, for a kill. The result is the same.",
      valueName: "seconds"))
  var saveEvery: Double = 30

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    guard (0...1e9).contains(saveEvery) else { throw ValidationError("--save-every must be 0 or more.") }
  }

  func run() throws {
    let file = try ExperimentFile(contentsOf: config, assignments: assignments)
    let settings = try file.settings()
    let processor = try Processor(threads: threads)
    let run = try ExperimentRun(settings, from: DatasetLibrary(), directory: output ?? directory(of: file))
    let progress = ProgressDisplay(quiet: quiet)
    let name = URL(fileURLWithPath: run.directory).lastPathComponent
    watchForSignals()
    let archive = try run.perform(
      on: processor, interruption: interruption, savingEvery: .seconds(saveEvery)
    ) { event in
      progress.report(name, event)
      if case .saved(let epoch, let batches, let all) = event {
        sayAtOnce("\(run.directory): ended at once; kept is the state \(Self.place(epoch, batches, all))")
      }
    }
    print("archive \(archive.path)")
    print("content sha256 \(archive.contentDigest)")
    // With values laid over it, it is not the run whose digests were published.
    let checks = assignments.isEmpty ? try run.checks(of: archive, on: processor) : []
    for check in checks {
      print(
        "\(check.name) sha256 \(check.actual) \(check.holds ? "as expected" : "but expected \(check.expected)")"
      )
    }
    if let model = try archive.modelDigests().last { print("model sha256 \(model)") }
    if !checks.allSatisfy({ $0.holds }) { throw ExitCode(104) }
  }

  /// Where a saved state is, in words.
  private static func place(_ epoch: Int, _ batches: Int, _ all: Int) -> String {
    batches == 0
      ? "after epoch \(epoch)" : "after batch \(batches) of \(all) of epoch \(epoch + 1)"
  }

  /// A configuration with other values is another run, so it has a directory of its own; a title is no such value, and
  /// one of the file's seeds has the directory that it has when all are made.
  private func directory(of experiment: ExperimentFile) -> String {
    let file = URL(fileURLWithPath: config).deletingPathExtension()
    let document = file.deletingLastPathComponent().lastPathComponent
    let isChosen = experiment.chosenSeed != nil
    let values = assignments.filter { !$0.hasPrefix("title=") && !(isChosen && $0.hasPrefix("seed=")) }
    var suffix = values.map { "," + $0.map { $0.isLetter || $0.isNumber || "=.-_".contains($0) ? $0 : "_" } }
      .joined()
    // What does not fit in a name, or has characters that it cannot have, is told apart by its digest.
    if suffix.utf8.count > 100 || suffix != values.map({ "," + $0 }).joined() {
      suffix = "\(suffix.prefix(60)),\(Digest(of: values.joined(separator: "\n")).hexadecimal.prefix(12))"
    }
    let seed = experiment.chosenSeed.map { "/" + ExperimentFile.runName($0) } ?? ""
    return "results/\(document)/\(file.lastPathComponent)\(suffix)\(seed)"
  }
}
