import Files
import Foundation

/// Standard output and standard error: what cannot be told on the first is an error, on the second it is not.
enum StandardStreams {
  /// To be called before any file is opened.
  ///
  /// A stream that came closed gets something that refuses to be written to: the next file to be opened would get its
  /// descriptor, and with it whatever is printed. A pipe without a reader and a file at its limit are then errors of
  /// the call that writes, not the process's end.
  static func secure() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes all of a text.
  ///
  /// - Returns: 0, or the `errno` of what failed.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = uninterrupted { Foundation.write(descriptor, rest.baseAddress, rest.count) }
        if count < 0 { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return 0
    }
  }
}

/// Writes to standard output at once, and ends the tool where that fails; in this module it stands in the place of
/// Swift's function of this name, which does not say that it failed.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let text = items.map { "\($0)" }.joined(separator: separator) + terminator
  let code = StandardStreams.write(text, to: STDOUT_FILENO)
  guard code != 0 else { return }
  let error = FileError(attempt: "write", path: "standard output", code: code)
  // A reader that went away, as 'head' does, wants to hear no more.
  if code == EPIPE { exit(ErrorExit.code(of: error)) }
  ErrorExit.end(with: error)
}

/// Writes a line to standard error; without one, nobody is told.
func note(_ line: some StringProtocol) { tell(line + "\n") }

/// Writes a text to standard error.
func tell(_ text: String) { _ = StandardStreams.write(text, to: STDERR_FILENO) }
