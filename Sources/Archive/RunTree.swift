import Foundation
import Tensors

/// Where things stand in a finished run's file.
enum RunTree {
  static let title = "/run/title"
  static let program = "/run/program_name"
  static let index = "/run/index"
  static let configuration = "/run/config"
  static let identity = "/run/identity"
  static let provenance = "/run/provenance"
  static let probe = "/run/probe"
  static let digests = "/run/digests"
  static let bestEpoch = "/run/best_epoch"

  /// The name of a metric's dataset below `/run`: `loss/train`, and `learning_rate/value` for a name
  /// without a group.
  static func metric(_ name: String) -> String { name.contains("/") ? name : name + "/value" }

  /// The names below `/run` that metrics cannot take.
  static let reserved: Set<String> = [
    "activations", "best_epoch", "computed", "config", "digests", "gradients", "histograms", "identity",
    "index",
    "parameters", "probe",
    "program_name", "provenance", "series", "states", "title",
  ]

  /// Refuses metrics that cannot stand below `/run`.
  ///
  /// - Throws: `ArchiveError` of the kind `invalid` for a bad name, one that occurs twice, a reserved group.
  static func checkMetrics(_ names: [String], file: String) throws {
    try ArchivePath.check(names.map(metric), file: file)
    for name in names {
      let group = String(name.prefix { $0 != "/" })
      guard !reserved.contains(group) else {
        throw ArchiveError(
          .invalid, file: file, object: name, reason: "'\(group)' is a group of the archive itself",
          remedy: "choose another name")
      }
    }
  }

  /// The dataset of a parameter, an activation, a gradient's norm, a series; the groups of histograms, of
  /// a state.
  static func parameter(_ path: String) -> String { "/run/parameters/\(path)" }
  static func activation(_ path: String) -> String { "/run/activations/\(path)/value" }
  static func gradient(_ path: String) -> String { "/run/gradients/\(path)/norm" }
  static func series(_ path: String) -> String { "/run/series/\(path)/value" }
  static func histograms(_ path: String) -> String { "/run/histograms/\(path)" }
  static func histogram(_ path: String, at epoch: Int) -> String { "\(histograms(path))/\(epoch)" }
  static func state(_ epoch: Int) -> String { "/run/states/\(epoch)" }
  /// The group of a computed group's arrays.
  static func computed(_ name: String) -> String { "/run/computed/\(name)" }

  /// The epoch axis beside a dataset.
  static func epochs(beside dataset: String) -> String { ArchivePath.parent(of: dataset) + "/epoch" }
}

/// What a run's file says of itself as JSON, in `/run/index/data`: names in declared order, titles and units.
///
/// Viewers read attributes; we read this, which the content digest covers.
struct RunIndex: Codable {
  var metrics: [MetricDescription] = []
  var parameters: [String] = []
  var activations: [String] = []
  var gradients: [String] = []
  var series: [MetricDescription] = []
  var states: [StateOutline] = []
  /// What was computed, in a run that has no epochs.
  var computed: [ComputedOutline]?
}

/// A training state without its numbers.
struct StateOutline: Codable {
  var epoch: Int
  var step: Int
  /// The paths of all arrays in order, of parameters too.
  var arrays: [String]

  init(_ checkpoint: Checkpoint) {
    epoch = checkpoint.epoch
    step = checkpoint.step
    arrays = checkpoint.arrays.map(\.path)
  }

  /// The state with its numbers.
  func checkpoint(state: String, _ array: (String) throws -> Tensor) rethrows -> Checkpoint {
    Checkpoint(
      epoch: epoch, step: step, arrays: try arrays.map { NamedTensor($0, try array($0)) }, state: state)
  }
}

/// JSON as files hold it: keys sorted, on one line.
enum JSONText {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, _ text: String, file: String, remedy: String
  ) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw ArchiveError(.foreign, file: file, reason: "its index is not readable: \(error)", remedy: remedy)
    }
  }
}
