import Tensors

/// What can be wrong with a network while it is wired.
public enum GraphError: Error, CustomStringConvertible {
  /// A layer cannot take values of this shape.
  case shape(layer: String, path: String, takes: String, got: Shape)
  /// Two values of one network have the same path.
  case duplicatePath(String)
  /// An option has a value that no layer could work with.
  case option(layer: String, path: String, problem: String)

  /// The error as one line, with the way out.
  public var description: String {
    switch self {
    case .shape(let layer, let path, let takes, let got):
      return "\(layer) at '\(path)' takes \(takes) per sample, but its input has shape \(got)"
    case .duplicatePath(let path):
      return "two values of the network are called '\(path)': give one of the layers a name of its own"
    case .option(let layer, let path, let problem):
      return "\(layer) at '\(path)': \(problem)"
    }
  }
}
