import Experiments
import Foundation
import Synchronization

/// The request that Ctrl-C and a scheduler's warning make: finish the step, save, end.
let interruption = Interruption()

/// What a second Ctrl-C says before the process ends.
private let lastWords = LastWords()

/// Lets SIGINT, SIGTERM and SIGHUP request an interruption; a second one ends the process at once, with exit code 75 and
/// a line that says what is kept. What was ignored when the process began stays so: 'nohup' asks for it, and a shell for
/// what it starts in the background.
func watchForSignals() {
  // Made now, not inside the handler.
  sayAtOnce("ended at once; what was saved before is kept")
  for signalNumber in [SIGINT, SIGTERM, SIGHUP] {
    let before = signal(signalNumber) { _ in
      if interruption.isRequested { lastWords.end() }
      interruption.request()
    }
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(signalNumber, SIG_IGN)
    }
  }
}

/// Sets what a second signal says from now on.
func sayAtOnce(_ text: String) { lastWords.set("reprise: \(text); run again to go on\n") }

/// A line that a signal handler can write: bytes that are made before, in one of two places of which the other one is
/// filled.
private final class LastWords: @unchecked Sendable {
  private static let room = 4096
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * room)
  /// The place, and how many bytes it has: `count << 1 | place`.
  private let current = Atomic<Int>(0)
  private let setting = Mutex<Void>(())

  func set(_ line: String) {
    setting.withLock { _ in
      let place = 1 - current.load(ordering: .relaxed) & 1
      // What is too long ends in its last bytes: the name of a directory may be long, what is kept comes behind it.
      let line = Array(line.utf8.suffix(Self.room))
      (bytes + place * Self.room).update(from: line, count: line.count)
      current.store(line.count << 1 | place, ordering: .releasing)
    }
  }

  /// Writes the line behind whatever stands on the terminal, and ends.
  func end() {
    let current = current.load(ordering: .acquiring)
    _ = write(STDERR_FILENO, "\n", 1)
    _ = write(STDERR_FILENO, bytes + (current & 1) * Self.room, current >> 1)
    _exit(75)
  }
}
