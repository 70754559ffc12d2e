import Archive
import ArgumentParser
import Experiments
import Foundation

/// `reprise list`: the experiments and their state.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the experiments and their state.")

  @Argument(help: "Documents (001) or experiments (001/batch-32); all by default.")
  var only: [String] = []

  @Flag(help: "As JSON.")
  var json = false

  private struct Row: Encodable {
    let name: String
    let title: String
    let state: String
    let validationAccuracy: Double?
    let model: String?
  }

  func run() throws {
    let catalogue = try Catalogue()
    let rows = try catalogue.experiments(in: only).map { entry in
      let configuration = try ExperimentConfiguration(contentsOf: entry.file)
      return try row(entry.name, ExperimentRun(configuration, directory: catalogue.directory(of: entry.name)))
    }
    if json {
      print(try canonicalJSON(rows))
      return
    }
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let result = row.validationAccuracy.map { "\(format($0, 4))  \(row.model!.prefix(12))" } ?? ""
      print(
        pad(row.name, width), pad(row.state, 21), pad(result, 20), row.title, separator: "  ")
    }
  }

  private func row(_ name: String, _ run: ExperimentRun) throws -> Row {
    func row(_ state: String, _ accuracy: Double? = nil, _ model: String? = nil) -> Row {
      Row(
        name: name, title: run.configuration.title, state: state, validationAccuracy: accuracy, model: model)
    }
    switch RunState(of: run) {
    case .missing: return row("not run")
    case .interrupted: return row("interrupted")
    case .otherConfiguration: return row("configuration changed")
    case .damaged: return row("damaged")
    case .finished:
      let archive = try RunArchive("\(run.directory)/run.h5")
      return row(
        "done", try archive.metric("accuracy/validation").last,
        try archive.modelDigests().last?.hexadecimal)
    }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
