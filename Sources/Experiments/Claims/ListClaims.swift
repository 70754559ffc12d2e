import Archive
import Settings

/// `series: { run: baseline, metric: loss/train, reported: [.2908, .1070], within: 0.03 }`: a metric after each epoch,
/// from the first on, is as near to the reported one.
package struct SeriesClaim: ClaimKind {
  /// `series`.
  package static let kind = "series"
  private let run, metric: String
  private let values: [Double]
  private let within: Double

  private enum CodingKeys: String, CodingKey { case run, metric, values = "reported", within }

  /// Reads `run`, `metric`, `reported` and `within`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    metric = try options.value(.metric)
    values = try options.value(.values, .notEmpty)
    within = try options.value(.within, .notNegative)
  }

  /// The one experiment.
  package var runs: [String] { [run] }
  /// All numbers.
  package var reported: String? { text(values) }

  private func text(_ values: [Double]) -> String {
    values.map(MetricName(metric).format.text).joined(separator: " · ")
  }

  /// The medians of the runs are compared.
  package func judge(_ context: FigureContext) throws -> Verdict {
    let measured = try context.runs(run).metric(metric).dropFirst().prefix(values.count).map(\.median)
    let name = MetricName(metric)
    return Verdict(
      holds: measured.count == values.count && zip(measured, values).allSatisfy { abs($0 - $1) <= within },
      measured: text(measured),
      rule: "\(name.words) of \(run) is within \(name.format.text(within)) of the reported after each epoch")
  }
}

/// `rate-changes: { run: annealing, reported: [5, 8, 11], within: 2 }`: the epochs after which the learning rate fell are
/// as near to the reported ones.
package struct RateChangesClaim: ClaimKind {
  /// `rate-changes`.
  package static let kind = "rate-changes"
  private let run: String
  private let epochs: [Int]
  private let within: Int

  private enum CodingKeys: String, CodingKey { case run, epochs = "reported", within }

  /// Reads `run`, `reported` and `within`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    epochs = try options.value(.epochs, .notEmpty)
    within = try options.value(.within, .atLeast(0))
  }

  /// The one experiment.
  package var runs: [String] { [run] }
  /// All epochs.
  package var reported: String? { text(epochs) }

  private func text(_ epochs: [Int]) -> String { epochs.map(String.init).joined(separator: " ") }

  /// The first seed's run is looked at.
  package func judge(_ context: FigureContext) throws -> Verdict {
    let measured = try context.runs(run).first.rateChanges()
    return Verdict(
      holds: measured.count == epochs.count && zip(measured, epochs).allSatisfy { abs($0 - $1) <= within },
      measured: text(measured),
      rule: "the learning rate of \(run) falls as often as reported, each time within \(within) epochs of it")
  }
}

/// `same-model: { runs: [sgd-l2, sgd-weight-decay] }`: experiments end in the same parameters, bit for bit.
package struct SameModelClaim: ClaimKind {
  /// `same-model`.
  package static let kind = "same-model"
  /// The experiments.
  package let runs: [String]

  /// Reads `runs`, at least two.
  package init(from decoder: any Decoder) throws {
    runs = try decoder.container(keyedBy: CodingKeys.self).value(
      .runs, Rule("a list of at least 2") { $0.count >= 2 })
  }

  /// The digests of the last models, seed by seed.
  package func judge(_ context: FigureContext) throws -> Verdict {
    let digests = try runs.map { try context.runs($0).archives.map { try $0.resultDigest() } }
    return Verdict(
      holds: digests.dropFirst().allSatisfy { $0 == digests[0] },
      measured: digests.compactMap { $0.first?.hexadecimal.prefix(12) }.joined(separator: " · "),
      rule: "\(runs.joined(separator: ", ")) end in the same parameters, bit for bit")
  }
}

extension RunArchive {
  /// The epochs after which the learning rate was lower than before, the last epoch not counted: the rate of an
  /// epoch is that of its last step, so a fall shows in the epoch that follows.
  func rateChanges() throws -> [Int] {
    let rates = try metric("learning_rate")
    return (1..<max(rates.count, 2)).dropLast().filter { rates[$0 + 1] < rates[$0] }
  }
}
