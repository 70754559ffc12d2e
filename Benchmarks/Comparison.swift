import Files
import Foundation

/// A measurement of ours beside a peer's: one row of a table.
struct Comparison: Encodable {
  /// What was measured.
  let name: String
  let threads: Int
  /// Seconds of ours and of the peer's.
  let ours, peer: Spread
  /// The peer's time divided by ours in the same round: above 1 is faster.
  let ratio: Spread
  /// Multiply-adds count as two.
  let operations: Double?
  /// Our operations a second divided by the peak's in the same round.
  let shareOfPeak: Spread?
  /// What else is known of it.
  let note: String

  /// - Parameters:
  ///   - ours: Seconds in each round, as are the peer's and the peak's.
  ///   - peak: The register loop's times, and its operations.
  init(
    _ name: String, threads: Int = 1, ours: [Double], peer: [Double], operations: Double? = nil,
    peak: (seconds: [Double], operations: Double)? = nil, note: String = ""
  ) {
    self.name = name
    self.threads = threads
    self.ours = Spread(ours)
    self.peer = Spread(peer)
    ratio = Spread(zip(ours, peer).map { $1 / $0 })
    self.operations = operations
    if let peak, let operations {
      shareOfPeak = Spread(
        zip(ours, peak.seconds).map { operations / $0 / (peak.operations / $1) })
    } else {
      shareOfPeak = nil
    }
    self.note = note
  }
}

/// Rows that belong together.
struct Section: Encodable {
  /// What the numbers of a row are.
  enum Unit: String, Encodable {
    case gigaflops = "GF/s"
    case milliseconds = "ms"
  }

  let title: String
  /// Who ours is compared with.
  let peer: String
  let unit: Unit
  let rows: [Comparison]

  /// The geometric mean of the rows' median ratios, and the smallest.
  var summary: String {
    let ratios = rows.map(\.ratio.median)
    let mean = exp(ratios.map(log).reduce(0, +) / Double(ratios.count))
    return String(format: "geometric mean %.2f, smallest %.2f", mean, ratios.min() ?? .nan)
  }

  /// The table: medians, the ratio's quartiles in brackets.
  var text: String {
    let width = max(12, rows.map(\.name.count).max() ?? 0)
    func number(_ seconds: Double, _ row: Comparison) -> String {
      switch unit {
      case .gigaflops: String(format: "%9.1f", (row.operations ?? .nan) / seconds / 1e9)
      case .milliseconds: String(format: "%9.3f", seconds * 1e3)
      }
    }
    var lines = ["", "\(title), \(unit.rawValue); peer: \(peer)"]
    lines.append(
      padded("", to: width) + " threads      ours      peer  ratio (quartiles)   of peak")
    for row in rows {
      let share = row.shareOfPeak.map { String(format: "%6.0f %%", 100 * $0.median) } ?? "       –"
      lines.append(
        padded(row.name, to: width) + String(format: " %7d ", row.threads)
          + "\(number(row.ours.median, row)) \(number(row.peer.median, row))"
          + String(format: "  %5.2f (%4.2f–%4.2f)  ", row.ratio.median, row.ratio.lower, row.ratio.upper)
          + share + (row.note.isEmpty ? "" : "   \(row.note)"))
    }
    lines.append(summary)
    return lines.joined(separator: "\n")
  }
}
