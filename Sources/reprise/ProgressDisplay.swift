import Archive
import Experiments
import Foundation
import Synchronization

/// Progress on standard error: on a terminal one redrawn line per running experiment, elsewhere one plain
/// line per epoch.
final class ProgressDisplay: Sendable {
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

  /// `001/batch-32  epoch 3/5  loss 0.4012 / 0.4339  accuracy 0.8703 / 0.8477  61234 examples/s`: each quantity
  /// with its values on the parts of the data, training first.
  private static func line(_ name: String, _ epoch: EpochSummary) -> String {
    var quantities: [(name: Substring, values: [String])] = []
    for metric in epoch.metrics where metric.name.contains("/") {
      let quantity = metric.name.prefix { $0 != "/" }
      if quantities.last?.name != quantity { quantities.append((quantity, [])) }
      quantities[quantities.count - 1].values.append(format(metric.value, 4))
    }
    let rate = epoch.examplesPerSecond > 0 ? "  \(format(epoch.examplesPerSecond, 0)) examples/s" : ""
    return "\(name)  epoch \(epoch.epoch)/\(epoch.of)"
      + quantities.map { "  \($0.name) \($0.values.joined(separator: " / "))" }.joined() + rate
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

/// A text with spaces up to a width.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
