/// What a finished run's file says beyond its epochs; a pure function of the configuration and the program.
public struct RunHeader: Equatable, Sendable {
  /// The experiment in words, for people.
  public var title: String
  /// The program and its version.
  public var creator: String
  /// The resolved configuration as JSON, keys sorted.
  public var configuration: String
  /// Versions and data digests as JSON; left out of the content digest.
  public var provenance: String
  /// The units of metric groups: `loss` in `nat`. Groups not named here have the unit `1`.
  public var units: [String: String]
  /// The fixed samples on which activations are recorded.
  public var probe: Probe?

  /// Puts a header together.
  public init(
    title: String, creator: String, configuration: String, provenance: String,
    units: [String: String] = ["loss": "nat"], probe: Probe? = nil
  ) {
    self.title = title
    self.creator = creator
    self.configuration = configuration
    self.provenance = provenance
    self.units = units
    self.probe = probe
  }
}

/// The fixed samples on which activations are recorded.
public struct Probe: Equatable, Sendable {
  /// The samples, [sample, …]; bytes of shape [sample, height, width] are shown as images.
  public var images: ArchiveArray
  /// The classes, [sample]; empty where samples have none.
  public var labels: [Int64]
  /// The samples' indices in their data set, [sample].
  public var indices: [Int64]

  /// Puts a probe together.
  public init(images: ArchiveArray, labels: [Int64], indices: [Int64]) {
    self.images = images
    self.labels = labels
    self.indices = indices
  }
}
