/// Where things stand in a finished run's file.
enum RunTree {
  static let formatVersion: Int64 = 1

  static let configuration = "/run/config/data"
  static let provenance = "/run/provenance/data"
  static let checkpoint = "/run/checkpoint"
  static let probe = "/run/probe"
  static let digests = "/run/digests"

  /// The name of a metric's dataset below `/run`: `loss/train`, and `learning_rate/value` for a name
  /// without a group.
  static func metric(_ name: String) -> String { name.contains("/") ? name : name + "/value" }

  /// The names below `/run` that metrics cannot take.
  static let reserved: Set<String> = [
    "config", "provenance", "parameters", "activations", "gradients", "histograms", "series", "probe",
    "checkpoint", "digests",
  ]

  /// The dataset of a parameter, an activation, a gradient's norm, a series; the group of a histogram.
  static func parameter(_ path: String) -> String { "/run/parameters/\(path)" }
  static func activation(_ path: String) -> String { "/run/activations/\(path)/value" }
  static func gradient(_ path: String) -> String { "/run/gradients/\(path)/norm" }
  static func series(_ path: String) -> String { "/run/series/\(path)/value" }
  static func histogram(_ path: String) -> String { "/run/histograms/\(path)" }

  /// The epoch axis beside a dataset.
  static func epochs(beside dataset: String) -> String { ArchivePath.parent(of: dataset) + "/epoch" }
}
