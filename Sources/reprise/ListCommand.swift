import Archive
import ArgumentParser
import Experiments
import Files
import Foundation
import Settings

/// `reprise list`: the experiments and their state.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the experiments and their state.",
    discussion: """
      The numbers are those of the last epoch on the validation part, or on the training part where there is no \
      other. 'by another build' means that another executable than this one made the run: 'reprise reproduce --fresh' \
      makes it again and compares. 'file rewritten' means that another program changed the file and left its contents \
      intact.
      """)

  @Argument(help: "Documents (001) or experiments (001/batch-32); all by default.")
  var only: [String] = []

  @Flag(help: "As JSON.")
  var json = false

  private struct Row: Encodable {
    let name: String
    let title: String
    var state: String
    var metrics: [String: Double] = [:]
    var model: String?
    var byThisBuild: Bool?
    /// What the table shows of the metrics.
    var summary = ""

    enum CodingKeys: String, CodingKey { case name, title, state, metrics, model, byThisBuild }
  }

  func run() throws {
    let catalog = try Catalog()
    let rows = try catalog.runs(in: only).map { entry in
      try row(entry.name, entry.settings, catalog.directory(of: entry.name))
    }
    if json {
      print(try canonicalJSON(rows))
      return
    }
    func width(_ text: (Row) -> String) -> Int { rows.map { text($0).count }.max() ?? 0 }
    let widths = (width(\.name), width(\.state), width(\.summary))
    for row in rows {
      print(
        padded(row.name, to: widths.0), padded(row.state, to: widths.1), padded(row.summary, to: widths.2),
        padded(String(row.model?.prefix(12) ?? ""), to: 12), row.title, separator: "  ")
    }
  }

  private func row(_ name: String, _ configuration: some ExperimentSettings, _ directory: String) throws
    -> Row
  {
    let status = try RunStatus(of: configuration, in: directory)
    var row = Row(name: name, title: configuration.title, state: status.description)
    if case .finished(let archive, let ofThisBuild) = status {
      if archive.isRewritten { row.state += ", file rewritten" }
      row.byThisBuild = ofThisBuild
      row.model = try archive.modelDigests().last?.hexadecimal
      for metric in archive.metrics {
        let value = try archive.metric(metric.name).last!
        // JSON has no NaN: a metric that diverged is left out.
        if value.isFinite { row.metrics[metric.name] = value }
      }
      let parts = Set(archive.metrics.map { $0.name.drop { $0 != "/" }.dropFirst() })
      let shown = parts.contains("validation") ? "validation" : "train"
      row.summary = try archive.metrics.filter { $0.name.hasSuffix("/\(shown)") }.map {
        "\($0.name.prefix { $0 != "/" }) \(format(try archive.metric($0.name).last!, 4))"
      }.joined(separator: "  ")
    }
    return row
  }
}
