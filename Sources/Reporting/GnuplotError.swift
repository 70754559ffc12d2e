/// Why a figure was not drawn, and the way out.
public enum GnuplotError: Error, Equatable, CustomStringConvertible {
  /// There is no gnuplot to run; `program` is what was looked for.
  case notFound(program: String)
  /// The figure's name cannot be the stem of a file's name.
  case invalidName(String)
  /// gnuplot did not accept the script; `message` is what it said, `line` the script's line if it named one.
  case rejected(script: String, line: Int?, message: String)
  /// gnuplot was stopped because it had not finished in time.
  case timedOut(script: String, seconds: Int)
  /// A file could not be read, written or renamed, or gnuplot not be started.
  case file(path: String, reason: String)

  /// What happened and what helps, in one line or gnuplot's own few.
  public var description: String {
    switch self {
    case .notFound(let program):
      "\(program) was not found, so no figure can be drawn. Install it: apt-get install gnuplot-nox "
        + "(Debian, Ubuntu), brew install gnuplot (macOS)."
    case .invalidName(let name):
      "the figure's name “\(name)” cannot be a file's name: use ASCII letters, digits, “-”, “_” and “.”, "
        + "and begin with a letter or a digit."
    case .rejected(let script, let line, let message):
      "gnuplot could not draw \(script)" + (line.map { ", line \($0)" } ?? "") + ": \(message)"
    case .timedOut(let script, let seconds):
      "gnuplot had not drawn \(script) after \(seconds) s and was stopped; run it by hand to see why."
    case .file(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
