import Files
import Tensors

/// Makes a finished run's file from the committed epochs: a pure function of what is handed in.
struct RunComposer {
  let header: RunHeader
  let identity: Digest
  /// The epochs 0 … the last, each checked.
  let segments: [Segment]
  /// The state after the last epoch.
  let checkpoint: Checkpoint
  /// The file, for errors and for writing.
  let path: String

  /// Writes the file, durably.
  ///
  /// Names are checked as a whole here: an epoch may hold what another one lacks.
  ///
  /// - Parameter willWrite: Called before each array; what it throws ends this.
  func write(_ operations: FileOperations, willWrite: @escaping () throws -> Void = {}) throws {
    try header.check(identity: identity, file: path)
    try checkpoint.check(file: path)
    let metrics = descriptions()
    try RunTree.checkMetrics(metrics.map(\.name), file: path)
    var writer = try ArchiveWriter(path, willWrite: willWrite)
    var index = RunIndex(metrics: metrics)
    try writer.group("/run")
    try writeMetrics(metrics, &writer)
    index.parameters = try writeParameters(&writer)
    index.activations = try writeActivations(&writer)
    index.gradients = try writeGradients(&writer)
    index.series = try writeSeries(&writer)
    try writeProbe(&writer)
    index.states = try writeStates(&writer)
    try writeDigests(&writer)
    if let best = header.bestEpoch {
      try writer.dataset(
        RunTree.bestEpoch, Tensor([Int64(best)], shape: []), [HDF5Attribute("long_name", "Best epoch")])
    }
    try writer.texts(of: header, index)
    var entry = [HDF5Attribute("NX_class", "NXentry")]
    if let first = metrics.first {
      entry.append(HDF5Attribute("default", ArchivePath.parent(of: RunTree.metric(first.name))))
    }
    writer.declare("/run", entry)
    try writer.root(of: header, identity: identity, hasDefault: !metrics.isEmpty)
    try writer.finish(.run, identity: identity, operations)
  }

  /// The metrics that are described, then those that only occur.
  private func descriptions() -> [MetricDescription] {
    var metrics = header.metrics
    var known = Set(metrics.map(\.name))
    for value in segments.flatMap(\.metrics) where known.insert(value.name).inserted {
      metrics.append(MetricDescription(name: value.name, title: value.name, unit: "1"))
    }
    return metrics
  }

  /// `/run/<group>` for each metric group: f64 [epoch] a metric, validation as the signal.
  private func writeMetrics(_ metrics: [MetricDescription], _ writer: inout ArchiveWriter) throws {
    var groups: [(path: String, metrics: [MetricDescription])] = []
    for metric in metrics {
      let group = "/run/" + ArchivePath.parent(of: RunTree.metric(metric.name))
      if let index = groups.firstIndex(where: { $0.path == group }) {
        groups[index].metrics.append(metric)
      } else {
        groups.append((group, [metric]))
      }
    }
    for group in groups {
      let names = group.metrics.map { ArchivePath.name(of: RunTree.metric($0.name)) }
      var axes = GroupAxes(group.path, members: names)
      let epoch = axes.name(.epoch, epochs)
      for (name, metric) in zip(names, group.metrics) {
        try writer.dataset(
          "\(group.path)/\(name)", Tensor(values(metric.name) { $0.metrics }), metric.attributes,
          axes: [epoch])
      }
      try axes.write(to: &writer)
      let signal = names.contains("validation") ? "validation" : names[0]
      try writer.plot(
        group.path, title: MetricDescription.commonTitle(group.metrics), signal: signal,
        others: names.filter { $0 != signal }, axes: [epoch])
    }
  }

  /// `/run/gradients/<path>/norm`: f64 [epoch].
  private func writeGradients(_ writer: inout ArchiveWriter) throws -> [String] {
    var paths: [String] = []
    var known: Set<String> = []
    for value in segments.flatMap(\.gradientNorms) where known.insert(value.name).inserted {
      paths.append(value.name)
    }
    try ArchivePath.check(paths.map { $0 + "/norm" }, file: path)
    for path in paths {
      let object = RunTree.gradient(path)
      let group = ArchivePath.parent(of: object)
      let norm = MetricDescription(name: path, title: "Gradient norm of \(path)", unit: "1")
      var axes = GroupAxes(group, members: ["norm"])
      let epoch = axes.name(.epoch, epochs)
      try writer.dataset(
        object, Tensor(values(path) { $0.gradientNorms }), norm.attributes, axes: [epoch])
      try axes.write(to: &writer)
      try writer.plot(group, title: norm.title, signal: "norm", axes: [epoch])
    }
    return paths
  }

  /// `/run/series/<name>`: value f32, step i64 and epoch i64, all [row], the epochs one after the other.
  private func writeSeries(_ writer: inout ArchiveWriter) throws -> [MetricDescription] {
    var kept: [(description: MetricDescription, segments: [Segment])] = []
    for segment in segments {
      for description in segment.index.series {
        guard let place = kept.firstIndex(where: { $0.description.name == description.name }) else {
          kept.append((description, [segment]))
          continue
        }
        guard kept[place].description == description else {
          throw ArchiveError(
            .invalid, file: path, object: "series/" + description.name,
            reason: "changes its title or its unit at epoch \(segment.epoch)")
        }
        kept[place].segments.append(segment)
      }
    }
    try ArchivePath.check(
      kept.flatMap { [$0.description.name + "/value", $0.description.name + "/step"] }, file: path)
    for (description, segments) in kept {
      let parts = try segments.map { ($0.epoch, try $0.series(description)) }
      let object = RunTree.series(description.name)
      let group = ArchivePath.parent(of: object)
      var axes = GroupAxes(group, members: ["value"])
      let step = axes.name(.step, parts.flatMap { $0.1.steps.map { Int64($0) } })
      try writer.dataset(
        object, Tensor(parts.flatMap { $0.1.values }), description.attributes, axes: [step])
      try writer.dataset(
        group + "/epoch", Tensor(parts.flatMap { Array(repeating: Int64($0), count: $1.steps.count) }),
        [HDF5Attribute("long_name", "Epoch")], axes: [step])
      try axes.write(to: &writer)
      try writer.plot(
        group, title: description.title, signal: "value", axes: [step], beside: [("epoch", 0)])
    }
    return kept.map(\.description)
  }

  /// `/run/digests/model`: the model's SHA-256 after each epoch.
  private func writeDigests(_ writer: inout ArchiveWriter) throws {
    var axes = GroupAxes(RunTree.digests, members: ["model"])
    try writer.texts(
      RunTree.digests + "/model", segments.map(\.modelDigest.hexadecimal), axis: axes.name(.epoch, epochs))
    try axes.write(to: &writer)
  }

  private var epochs: [Int64] { segments.map { Int64($0.epoch) } }

  /// A named value at each epoch, NaN where it is missing.
  private func values(_ name: String, _ list: (Segment) -> [NamedValue]) -> [Double] {
    segments.map { segment in list(segment).first { $0.name == name }?.value ?? .nan }
  }
}

extension ArchiveWriter {
  /// What a run's file says of itself in words.
  mutating func texts(of header: RunHeader, _ index: RunIndex) throws {
    try note(RunTree.configuration, header.configuration)
    try note(RunTree.identity, header.identity)
    try note(RunTree.provenance, header.provenance)
    try note(RunTree.index, try JSONText.encode(index))
    try text(RunTree.title, header.title)
    try text(RunTree.program, header.creator)
  }

  /// The root group's attributes; with a default, viewers open on the run.
  func root(of header: RunHeader, identity: Digest, hasDefault: Bool = true) throws {
    try root(
      [HDF5Attribute("NX_class", "NXroot")] + (hasDefault ? [HDF5Attribute("default", "run")] : []) + [
        HDF5Attribute("format_version", .integer(ArchiveLabel.formatVersion)),
        HDF5Attribute("creator", header.creator), HDF5Attribute("identity", identity.hexadecimal),
      ])
  }
}

extension MetricDescription {
  /// Name and unit as viewers read them.
  var attributes: [HDF5Attribute] {
    [
      HDF5Attribute("long_name", unit == "1" || unit.isEmpty ? title : "\(title) (\(unit))"),
      HDF5Attribute("units", unit),
    ]
  }

  /// What several titles have in common: the words in which they all end, or else the first title.
  ///
  /// `Training cross-entropy` and `Validation cross-entropy` give `Cross-entropy`.
  static func commonTitle(_ descriptions: [MetricDescription]) -> String {
    let titles = descriptions.map { $0.title.split(separator: " ") }
    guard let first = titles.first else { return "" }
    var common = first[...]
    while !titles.allSatisfy({ $0.suffix(common.count).elementsEqual(common) }) {
      common = common.dropFirst()
    }
    let words = common.isEmpty ? first.joined(separator: " ") : common.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
