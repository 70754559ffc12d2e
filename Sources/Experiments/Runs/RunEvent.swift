import Archive
import Datasets
import Settings
import Synchronization

/// What a run tells while it works.
public enum RunEvent: Sendable {
  /// It goes on after this epoch, from a checkpoint, to the last one.
  case resumed(epoch: Int, of: Int)
  /// A checkpoint or a segment could not be used, so that the run starts again.
  case restarted(reason: String)
  /// It begins with something that may take long, or is so far with it.
  case doing(RunActivity)
  /// Batches done of the epoch at hand, and the mean of their losses.
  case batch(epoch: Int, done: Int, of: Int, loss: Double)
  /// The state after `batches` of the epoch after `epoch` is on disk; 0 of 0 where that epoch is not begun.
  case saved(epoch: Int, batches: Int, of: Int)
  /// Something that may stop it later.
  case warning(String)
  /// An epoch is done and on disk; epoch 0 is the state before training.
  case epoch(EpochSummary)
  /// The run ended, finished or not.
  case ended
}

/// What a run begins with.
public enum RunActivity: Sendable, Equatable {
  /// It gives the parameters their first values.
  case initializing
  /// It goes on with an epoch: the batches that are done.
  case training(epoch: Int, done: Int, of: Int)
  /// It measures a part of the data after an epoch: batches done.
  case evaluating(Dataset.Part, epoch: Int, done: Int, of: Int)
  /// It gathers what is kept of an epoch, and writes it.
  case recording(epoch: Int)
  /// It makes the archive of the committed epochs.
  case writingArchive
}

/// An epoch in a few numbers.
public struct EpochSummary: Sendable {
  /// The epoch, 0 before training.
  public let epoch: Int
  /// The run's last epoch.
  public let of: Int
  /// What was measured, in the order in which the archive has it: `loss/train`, `loss/validation`, ….
  public let metrics: [NamedValue]
  /// Training examples a second, evaluation and recording not counted.
  public let examplesPerSecond: Double
}

/// A request to stop soon and in good order, which may come from another thread or a signal handler.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  /// No request yet.
  public init() {}

  /// Whether a request has come.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Asks to stop; safe inside a signal handler.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Throws `InterruptionRequest` once a request has come.
  func check() throws { if isRequested { throw InterruptionRequest() } }
}

/// Thrown where a request to stop is seen; who began what it ends knows what is kept and says so.
struct InterruptionRequest: Error {}

/// What can go wrong with a run besides its configuration, its data and its files.
public enum RunError: Error, CustomStringConvertible {
  /// A checkpoint does not fit the network that is to go on from it.
  case foreignCheckpoint(String)
  /// The run was interrupted, the state after this epoch or from within the next one saved; `nil` before there was
  /// anything to save.
  case interrupted(directory: String, epoch: Int?)
  /// A verification of an archive was interrupted; it leaves nothing behind.
  case verificationInterrupted(String)
  /// The data of a part are not those that an archive's run was made on: SHA-256 of either, or `none`.
  case otherData(archive: String, part: String, archived: String, here: String)
  /// The configuration needs more memory than this process may have.
  case tooLittleMemory(String)
  /// What the run writes does not fit where it is to be written.
  case tooLittleSpace(String)
  /// The configuration asks for something that the data do not have.
  case unfitData(String)
  /// No experiment, document or figure has this name; these are the names that there are.
  case unknown(String, among: [String])
  /// A figure needs a run that is not there as its configuration says: its state, as `RunStatus` has it.
  case missingRun(String, state: String)

  /// The error as one line, with the way out.
  public var description: String {
    switch self {
    case .foreignCheckpoint(let why):
      return "the checkpoint does not fit this network: \(why); remove the run's folder to start again"
    case .interrupted(let directory, let epoch?):
      return "\(directory): interrupted after epoch \(epoch), state saved; run again to go on"
    case .interrupted(let directory, nil):
      return "\(directory): interrupted before training began; run again to start"
    case .tooLittleMemory(let why), .tooLittleSpace(let why):
      return why
    case .verificationInterrupted(let archive):
      return "\(archive): verification interrupted; start it again"
    case .otherData(let archive, let part, let archived, let here):
      return
        "\(archive): its \(part) data have SHA-256 \(archived), those here \(here): these are other data, so no bit of "
        + "the arithmetic was checked; 'reprise data' shows where data are looked for"
    case .unfitData(let why):
      return why
    case .unknown(let name, let names):
      let hint = KeySpelling.hint(for: name, among: names)
      return "no experiment, document or figure is called '\(name)'"
        + (hint.isEmpty ? "; 'reprise list' shows what there is" : hint)
    case .missingRun(let run, let state):
      return "needs a finished run of \(run), which is: \(state); make it with 'reprise reproduce \(run)'"
    }
  }
}
