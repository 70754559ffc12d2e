import Experiments
import Foundation
import Synchronization

/// Progress on standard error: on a terminal one redrawn line per running experiment, elsewhere one plain
/// line per epoch.
final class Progress: Sendable {
  private struct State {
    /// The running experiments' lines, in order of their start.
    var lines: [(name: String, text: String)] = []
    var drawn = 0
    var lastDrawing = ContinuousClock.now - .seconds(1)
    var starts: [String: ContinuousClock.Instant] = [:]
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let isQuiet: Bool

  init(quiet: Bool) {
    isQuiet = quiet
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  /// Shows what a run tells.
  func report(_ name: String, _ event: RunEvent) {
    guard !isQuiet else { return }
    state.withLock { state in
      switch event {
      case .resumed(let epoch):
        say("\(name): goes on after epoch \(epoch)", &state)
      case .restarted(let reason):
        say("\(name): starts again, since \(reason)", &state)
      case .batch(let epoch, let done, let batches):
        guard isTerminal, state.lastDrawing.duration(to: .now) > .milliseconds(100) else { return }
        let start = state.starts[name] ?? .now
        if state.starts[name] == nil { state.starts[name] = start }
        let seconds = start.duration(to: .now) / .seconds(1)
        let left = Double(batches - done) * seconds / Double(max(done, 1))
        update(
          name, "\(name)  epoch \(epoch)  batch \(done)/\(batches)  \(format(left, 0)) s left of the epoch",
          &state)
      case .epoch(let summary):
        state.starts[name] = nil
        let line = Self.line(name, summary)
        if isTerminal, summary.epoch < summary.of {
          update(name, line, &state)
        } else {
          state.lines.removeAll { $0.name == name }
          say(line, &state)
        }
      }
    }
  }

  private static func line(_ name: String, _ epoch: EpochSummary) -> String {
    let rate = epoch.samplesPerSecond > 0 ? "  \(format(epoch.samplesPerSecond, 0)) samples/s" : ""
    return "\(name)  epoch \(epoch.epoch)/\(epoch.of)"
      + "  train \(format(epoch.trainingLoss, 4)) / \(format(epoch.trainingAccuracy, 4))"
      + "  validation \(format(epoch.validationLoss, 4)) / \(format(epoch.validationAccuracy, 4))\(rate)"
  }

  private func say(_ line: String, _ state: inout State) {
    erase(&state)
    note(line)
    draw(&state)
  }

  private func update(_ name: String, _ text: String, _ state: inout State) {
    erase(&state)
    if let index = state.lines.firstIndex(where: { $0.name == name }) {
      state.lines[index].text = text
    } else {
      state.lines.append((name, text))
    }
    draw(&state)
    state.lastDrawing = .now
  }

  private func erase(_ state: inout State) {
    if state.drawn > 0 { write("\u{1B}[\(state.drawn)A\u{1B}[J") }
    state.drawn = 0
  }

  private func draw(_ state: inout State) {
    guard isTerminal else { return }
    for line in state.lines { note(line.text) }
    state.drawn = state.lines.count
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// A number with a fixed count of decimals, in no locale.
func format(_ value: Double, _ decimals: Int) -> String {
  value.isFinite ? String(format: "%.\(decimals)f", value) : "\(value)"
}
