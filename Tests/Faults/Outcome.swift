/// What came of a fault.
package struct Outcome: Sendable {
  /// How the process ended that met it.
  package enum Ending: Hashable, Sendable {
    /// It did its work.
    case succeeded
    /// It said what was wrong and ended with exit code 74.
    case refused
    case killed
    /// The machine went down.
    case powerLost
  }

  package var ending = Ending.succeeded
  /// Whether the run, started again, ended in the same bytes and left nothing else.
  var endsTheSame = false
  /// The promises that were not kept, in words.
  package var failures: [String] = []
}

/// How many faults came to what, for one kind of beginning.
package struct Tally: Sendable {
  /// What the faulty runs were begun from.
  let name: String
  /// The file calls of the runs.
  var calls = 0
  private var endings: [Outcome.Ending: Int] = [:]
  private var same = 0, failed = 0

  init(_ name: String, calls: Int) {
    self.name = name
    self.calls = calls
  }

  mutating func add(_ outcome: Outcome) {
    endings[outcome.ending, default: 0] += 1
    if outcome.endsTheSame { same += 1 }
    if !outcome.failures.isEmpty { failed += 1 }
  }

  /// Whether a promise was not kept.
  package var hasFailures: Bool { failed > 0 }

  /// A line for each tally and one for all of them, under a heading.
  package static func table(_ tallies: [Tally]) -> String {
    let heading = [
      "begun from", "file calls", "faults", "no harm", "exit 74", "killed", "power lost", "then the same",
      "failed",
    ]
    var rows = tallies.map(\.cells)
    rows.append(
      ["all"] + (1..<heading.count).map { column in "\(rows.reduce(0) { $0 + (Int($1[column]) ?? 0) })" })
    let widths = heading.indices.map { column in ([heading] + rows).map { $0[column].count }.max() ?? 0 }
    return ([heading] + rows).map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private var cells: [String] {
    let faults = endings.values.reduce(0, +)
    let counts = [Outcome.Ending.succeeded, .refused, .killed, .powerLost].map { endings[$0] ?? 0 }
    return [name] + ([calls, faults] + counts + [same, failed]).map(String.init)
  }
}
