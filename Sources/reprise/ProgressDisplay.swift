import Archive
import Experiments
import Foundation
import Synchronization

/// Progress on standard error: on a terminal one redrawn line per running experiment, and one for all; elsewhere one
/// plain line per epoch and per experiment that ended.
final class ProgressDisplay: Sendable {
  /// How far a run is.
  private struct Running {
    let name: String
    var text: String
    /// Of the whole run, 0 to 1; of that what an earlier process did.
    var fraction = 0.0, before = 0.0
    /// When it began with the epoch at hand, and behind which batch.
    var start = ContinuousClock.now
    var firstBatch = 0
    /// How many epochs there are, and what the last one measured, once one was told.
    var epochs: Int?
    var summary: String?
  }

  private struct State {
    /// In order of their start.
    var running: [Running] = []
    /// What ended: how many runs, and the seconds that they were estimated to take.
    var ended = 0, endedCost = 0.0
    /// The estimated seconds of what ended that an earlier process did.
    var earlierCost = 0.0
    var drawn = 0
    var lastDrawing = ContinuousClock.now - .seconds(1)
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let isQuiet: Bool
  /// About how many seconds each run takes, where there are several.
  private let costs: [String: Double]
  private let start = ContinuousClock.now

  /// - Parameter costs: The estimated seconds of each run that will be reported; without them there is no line for all.
  init(quiet: Bool, costs: [String: Double] = [:]) {
    isQuiet = quiet
    isTerminal = isatty(STDERR_FILENO) == 1
    self.costs = costs
  }

  /// Shows what a run tells.
  func report(_ name: String, _ event: RunEvent) {
    guard !isQuiet else { return }
    state.withLock { state in
      switch event {
      case .resumed(let epoch, let last):
        let index = place(of: name, &state)
        state.running[index].epochs = last
        state.running[index].fraction = Double(epoch) / Double(max(last, 1))
        state.running[index].before = state.running[index].fraction
        say("\(name): goes on after epoch \(epoch)", &state)
      case .restarted(let reason):
        say("\(name): starts again, since \(reason)", &state)
      case .doing(let activity):
        let index = place(of: name, &state)
        if case .training(_, let done, _) = activity {
          (state.running[index].start, state.running[index].firstBatch) = (.now, done)
        }
        state.running[index].text = "\(name)  \(text(of: activity, state.running[index]))"
        // What may take long is said at once, the batches of an evaluation now and then.
        if case .evaluating(_, _, done: 1..., _) = activity, isRecent(state) { return }
        redraw(&state)
      case .saved: break
      case .warning(let text): say("\(name): \(text)", &state)
      case .batch(let epoch, let done, let batches, let loss):
        let index = place(of: name, &state)
        let total = Double(state.running[index].epochs ?? epoch)
        state.running[index].fraction = (Double(epoch - 1) + Double(done) / Double(batches)) / max(total, 1)
        guard !isRecent(state) else { return }
        state.running[index].text =
          "\(name)  \(text(ofBatch: done, batches, epoch: epoch, loss: loss, state.running[index]))"
        redraw(&state)
      case .epoch(let summary):
        let index = place(of: name, &state)
        let line = Self.line(name, summary)
        state.running[index].text = line
        state.running[index].summary = Self.values(summary)
        state.running[index].epochs = summary.of
        state.running[index].fraction = Double(summary.epoch) / Double(max(summary.of, 1))
        if isTerminal, summary.epoch < summary.of { redraw(&state) } else { say(line, &state) }
      case .ended:
        let before = state.running.first { $0.name == name }?.before ?? 0
        state.running.removeAll { $0.name == name }
        state.ended += 1
        state.endedCost += (costs[name] ?? 0) * (1 - before)
        state.earlierCost += (costs[name] ?? 0) * before
        if !costs.isEmpty, !isTerminal { note("\(name)  ended; \(overall(state))") }
        redraw(&state)
      }
    }
  }

  /// Whether the terminal was drawn less than a tenth of a second ago.
  private func isRecent(_ state: State) -> Bool {
    state.lastDrawing.duration(to: .now) < .milliseconds(100)
  }

  /// `epoch 3/5  batch 120/1875  loss 0.4012  12 s left of the epoch`, and what the last epoch measured.
  private func text(ofBatch done: Int, _ batches: Int, epoch: Int, loss: Double, _ run: Running) -> String {
    var words = ["\(self.epoch(epoch, run))  batch \(done)/\(batches)  loss \(format(loss, 4))"]
    if done > run.firstBatch {
      let seconds = run.start.duration(to: .now) / .seconds(1)
      let left = Double(batches - done) * seconds / Double(done - run.firstBatch)
      words.append("\(Self.time(left)) left of the epoch")
    }
    if let measured = run.summary { words.append("before: \(measured)") }
    return words.joined(separator: "  ")
  }

  private func text(of activity: RunActivity, _ run: Running) -> String {
    switch activity {
    case .initializing: "drawing the parameters' first values"
    case .training(let epoch, let done, let batches): "\(self.epoch(epoch, run))  batch \(done)/\(batches)"
    case .evaluating(let part, let epoch, let done, let batches):
      "\(self.epoch(epoch, run))  measuring the \(part.rawValue) part, batch \(done)/\(batches)"
    case .recording(let epoch): "\(self.epoch(epoch, run))  recording"
    case .writingArchive: "writing the archive"
    }
  }

  private func epoch(_ epoch: Int, _ run: Running) -> String {
    "epoch \(epoch)" + (run.epochs.map { "/\($0)" } ?? "")
  }

  /// `42 s`, `13 min`.
  private static func time(_ seconds: Double) -> String {
    seconds < 90 ? "\(format(seconds, 0)) s" : "\(format(seconds / 60, 0)) min"
  }

  private func place(of name: String, _ state: inout State) -> Int {
    if let index = state.running.firstIndex(where: { $0.name == name }) { return index }
    state.running.append(Running(name: name, text: name))
    return state.running.count - 1
  }

  /// `12 of 96 experiments done, about 14 min left`: what is left is estimated from how fast the estimated seconds of what
  /// is done went by.
  private func overall(_ state: State) -> String {
    let earlier = state.earlierCost + state.running.reduce(0) { $0 + $1.before * (costs[$1.name] ?? 0) }
    let all = costs.keys.sorted().reduce(0) { $0 + (costs[$1] ?? 0) } - earlier
    let done =
      state.endedCost + state.running.reduce(0) { $0 + ($1.fraction - $1.before) * (costs[$1.name] ?? 0) }
    let elapsed = start.duration(to: .now) / .seconds(1)
    let count = "\(state.ended) of \(costs.count) experiments done"
    guard done > 0.01 * all, all > done else { return count }
    let left = (all - done) * elapsed / done
    return "\(count), about \(Self.time(left)) left"
  }

  /// `001/batch-32  epoch 3/5  loss 0.4012 / 0.4339  accuracy 0.8703 / 0.8477  61234 examples/s`.
  private static func line(_ name: String, _ epoch: EpochSummary) -> String {
    let rate = epoch.examplesPerSecond > 0 ? "  \(format(epoch.examplesPerSecond, 0)) examples/s" : ""
    return "\(name)  epoch \(epoch.epoch)/\(epoch.of)  \(values(epoch))\(rate)"
  }

  /// Each quantity with its values on the parts of the data, training first.
  private static func values(_ epoch: EpochSummary) -> String {
    var quantities: [(name: Substring, values: [String])] = []
    for metric in epoch.metrics where metric.name.contains("/") {
      let quantity = metric.name.prefix { $0 != "/" }
      if quantities.last?.name != quantity { quantities.append((quantity, [])) }
      quantities[quantities.count - 1].values.append(format(metric.value, 4))
    }
    return quantities.map { "\($0.name) \($0.values.joined(separator: " / "))" }.joined(separator: "  ")
  }

  private func say(_ line: String, _ state: inout State) {
    erase(&state)
    note(line)
    draw(&state)
  }

  private func redraw(_ state: inout State) {
    guard isTerminal else { return }
    erase(&state)
    draw(&state)
    state.lastDrawing = .now
  }

  private func erase(_ state: inout State) {
    if state.drawn > 0 { tell("\u{1B}[\(state.drawn)A\u{1B}[J") }
    state.drawn = 0
  }

  private func draw(_ state: inout State) {
    guard isTerminal else { return }
    var lines = state.running.map(\.text)
    if !costs.isEmpty, state.ended < costs.count { lines.append(overall(state)) }
    let width = Self.terminalWidth
    // A line that wraps would leave a piece of itself behind.
    for line in lines { note(line.count < width ? line : line.prefix(width - 2) + "…") }
    state.drawn = lines.count
  }

  private static var terminalWidth: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 120
  }
}

/// A number with a fixed count of decimals, in no locale.
func format(_ value: Double, _ decimals: Int) -> String {
  value.isFinite ? String(format: "%.\(decimals)f", value) : "\(value)"
}
