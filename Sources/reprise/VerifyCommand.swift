import ArgumentParser
import Experiments
import Files
import Foundation
import Settings

/// `reprise verify`: finished runs are computed again and compared with their archives to the bit.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compute finished runs again, in whole or in samples, and compare every bit.",
    discussion: """
      The archive alone says what is run, so it may be one that somebody sent. After each epoch the model's digest, the \
      metrics, the gradient norms and whatever else is kept of it are compared, at the end of a whole run the content \
      digest. With --sample single epochs are trained, each from a state that the archive keeps; what a seed chooses \
      of a run is always the same. Nothing is written but to a temporary folder, which is removed. A line a run says \
      what was compared, and what differs first; then the exit code is 104.
      """)

  @Argument(
    help: ArgumentHelp(
      "Documents (001), experiments (001/batch-32), run directories or run.h5 files; by default all experiments "
        + "that are finished.", valueName: "run"), completion: .file())
  var runs: [String] = []

  @Option(help: ArgumentHelp("Train only this many epochs of each run again.", valueName: "epochs"))
  var sample: Int?

  @Option(help: "What chooses the epochs of a sample.")
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "Leave out runs of which an epoch took longer than this when they were made.", valueName: "seconds"))
  var limit: Double?

  @Option(help: "Runs at a time; one a core by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "As JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
    guard sample ?? 1 > 0 else { throw ValidationError("--sample must be at least 1.") }
  }

  func run() throws {
    let list = VerificationList(try RunFile.finished(in: runs))
    if list.runs.isEmpty {
      note("nothing to verify: no experiment is finished; 'reprise reproduce' runs them")
    }
    let progress = ProgressDisplay(quiet: quiet)
    watchForSignals()
    let outcomes = list.perform(
      sample.map { .sample($0, seed: seed) } ?? .whole, limit: limit, library: DatasetLibrary(), jobs: jobs,
      threads: ProcessInfo.processInfo.activeProcessorCount, interruption: interruption
    ) { progress.report($0, $1) }
    let rows = zip(list.runs, outcomes).map { VerificationRow($0.name, $0.path, $1) }
    if json {
      print(try canonicalJSON(rows))
    } else {
      let width = rows.map(\.run.count).max() ?? 0
      for row in rows {
        print(padded(row.run, to: width), padded(row.state.rawValue, to: 11), row.text, separator: "  ")
      }
    }
    for row in rows {
      guard let error = row.error else { continue }
      note(error.hasPrefix(row.path) ? error : "\(row.run): \(error)")
    }
    let code = rows.map(\.code).max() ?? 0
    if code != 0 { throw ExitCode(code) }
  }
}

/// What `reprise verify` says of a run.
private struct VerificationRow: Encodable {
  enum State: String, Encodable {
    case equal, differs, failed, interrupted
    case leftOut = "left out"
  }

  let run: String
  let path: String
  let state: State
  /// The epochs that were trained again; the run's last one; whether the content digest was compared.
  private(set) var trained: [Int]?
  private(set) var epochs: Int?
  private(set) var whole: Bool?
  private(set) var difference: BitDifference?
  private(set) var seconds: Double?
  private(set) var error: String?
  /// The line, and the exit code that it stands for.
  private(set) var text = ""
  private(set) var code: Int32 = 0

  private enum CodingKeys: CodingKey {
    case run, path, state, trained, epochs, whole, difference, seconds, error
  }

  init(_ run: String, _ path: String, _ outcome: VerificationList.Outcome) {
    self.run = run
    self.path = path
    switch outcome {
    case .done(let result, let seconds):
      state = result.difference == nil ? .equal : .differs
      trained = result.trained
      epochs = result.epochs
      whole = result.isWhole
      difference = result.difference
      self.seconds = seconds
      code = result.difference == nil ? 0 : 104
      text =
        (result.difference.map { "\($0); " } ?? "") + Self.extent(result) + ", \(format(seconds, 1)) s"
    case .leftOut(let seconds):
      state = .leftOut
      text = "an epoch took \(format(seconds, 0)) s when it was made"
    case .interrupted:
      state = .interrupted
      code = 75
      text = "not compared"
    case .failed(let error):
      state = .failed
      self.error = "\(error)"
      code = ErrorExit.code(of: error)
      text = "not compared"
    }
  }

  /// `epoch 3 of 5 trained again (20 % of the run)`, `all 5 epochs trained again, content digest compared`,
  /// `content digest compared`.
  private static func extent(_ result: Verification.Result) -> String {
    guard result.epochs > 0 else { return "content digest compared" }
    guard !result.isWhole else { return "all \(result.epochs) epochs trained again, content digest compared" }
    let count = result.trained.count
    let list = result.trained.map(String.init).joined(separator: ", ")
    let epochs =
      switch count {
      case 0: "no epoch"
      case 1: "epoch \(list)"
      case ...8: "epochs \(list)"
      default: "\(count) epochs"
      }
    let percent = 100 * Double(count) / Double(result.epochs)
    let share = format(percent, percent < 10 ? 1 : 0)
    return "\(epochs) of \(result.epochs) trained again (\(share) % of the run)"
  }
}
