/// Where a setting was written: what an error about it must name.
public enum SettingsLocation: Hashable, Sendable, CustomStringConvertible {
  /// A line of a file, counted from 1.
  case file(path: String, line: Int)
  /// A file as a whole, when no line is at fault.
  case wholeFile(path: String)
  /// An assignment on the command line, by its dotted path.
  case assignment(path: String)
  /// A text that no file holds, such as a test's.
  case text(line: Int)

  /// `configs/001/lr-high.yaml:3`, `--set optimizer.adam.learning-rate` or `line 3`.
  public var description: String {
    switch self {
    case .file(let path, let line): "\(path):\(line)"
    case .wholeFile(let path): path
    case .assignment(let path): "--set \(path)"
    case .text(let line): "line \(line)"
    }
  }

  /// The place of a line in the same source; an assignment has only itself.
  func atLine(_ line: Int) -> SettingsLocation {
    switch self {
    case .file(let path, _), .wholeFile(let path): .file(path: path, line: line)
    case .assignment: self
    case .text: .text(line: line)
    }
  }
}
