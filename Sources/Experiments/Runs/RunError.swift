/// What can go wrong with a run besides its configuration, its data and its files.
public enum RunError: Error, CustomStringConvertible {
  /// A checkpoint does not fit the network that is to go on from it.
  case foreignCheckpoint(String)
  /// The run was interrupted and its state saved.
  case interrupted(directory: String, epoch: Int)
  /// There is no experiment of this name.
  case unknownExperiment(String, near: [String])
  /// A figure needs a run that has not been made.
  case missingRun(String, figure: String)

  /// The error as one line, with the way out.
  public var description: String {
    switch self {
    case .foreignCheckpoint(let why):
      return "the checkpoint does not fit this network: \(why); remove the run's folder to start again"
    case .interrupted(let directory, let epoch):
      return "\(directory): interrupted after epoch \(epoch), state saved; run again to go on"
    case .unknownExperiment(let name, let near):
      let hint = near.isEmpty ? "" : "; there are \(near.joined(separator: ", "))"
      return "no experiment, document or figure is called '\(name)'\(hint)"
    case .missingRun(let run, let figure):
      return "figure \(figure) needs the run \(run): make it with 'reprise reproduce \(run)'"
    }
  }
}
