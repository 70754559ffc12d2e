/// Parameters, activations, histograms and series.
extension RunComposer {
  /// An array that some epochs keep.
  private struct Kept {
    var outline: Segment.Outline
    /// The segments that hold it, in order.
    var segments: [Segment]
    var path: String { outline.path }
    var epochs: [Int] { segments.map(\.epoch) }
    /// [epoch, …].
    var shape: [Int] { [segments.count] + outline.shape }
  }

  /// `/run/parameters/<path>`, each [epoch, …], and their histograms.
  func writeParameters(_ writer: inout ArchiveWriter, file: String) throws {
    let kept = try kept("parameters", file: file)
    guard !kept.isEmpty else { return }
    let top = "/run/parameters"
    var groups: [String] = []
    for parameter in kept {
      let group = ArchivePath.parent(of: RunTree.parameter(parameter.path))
      guard !groups.contains(group) else { continue }
      groups.append(group)
      writer.plan(group, Self.data(signal: ArchivePath.name(of: parameter.path), shape: parameter.shape))
    }
    let order = HDF5Attribute("paths", kept.map(\.path).joined(separator: "\n"))
    let collection = HDF5Attribute("NX_class", "NXcollection")
    // Parameters without a layer's name stand in the top group itself.
    let direct = kept.first { ArchivePath.parent(of: $0.path).isEmpty }
    try writer.group(
      top, (direct.map { Self.data(signal: $0.path, shape: $0.shape) } ?? [collection]) + [order])
    for group in groups {
      let members = kept.filter { ArchivePath.parent(of: RunTree.parameter($0.path)) == group }
      for member in members {
        guard member.epochs == members[0].epochs else {
          throw ArchiveError(
            .invalid, file: file, object: RunTree.parameter(member.path),
            reason: "is kept at other epochs than \(members[0].path) in the same group",
            remedy: "record all parameters of a layer at the same epochs")
        }
        try write(member, "parameters", to: RunTree.parameter(member.path), .weights, &writer)
      }
      try writeEpochs(members[0].epochs, in: group, &writer)
    }
    try writeHistograms(kept, &writer)
  }

  /// `/run/activations/<path>/value`, each [epoch, sample, unit…].
  func writeActivations(_ writer: inout ArchiveWriter, file: String) throws {
    let kept = try kept("activations", file: file)
    guard !kept.isEmpty else { return }
    try writer.group("/run/activations", collection(kept.map(\.path)))
    for activation in kept {
      writer.plan(
        "/run/activations/" + activation.path, Self.data(signal: "value", shape: activation.shape))
    }
    for activation in kept {
      try write(
        activation, "activations", to: RunTree.activation(activation.path), .activations, &writer)
      try writeEpochs(activation.epochs, in: "/run/activations/" + activation.path, &writer)
    }
  }

  /// `/run/series/<path>/value`, the rows of all epochs one after the other, and each row's epoch.
  func writeSeries(_ writer: inout ArchiveWriter, file: String) throws {
    let kept = try kept("series", file: file, comparing: { Array($0.dropFirst()) })
    guard !kept.isEmpty else { return }
    try writer.group("/run/series", collection(kept.map(\.path)))
    for series in kept {
      writer.plan("/run/series/" + series.path, Self.data(signal: "value", shape: series.outline.shape))
    }
    for series in kept {
      let parts = try series.segments.map { try $0.array("series", series.path) }
      let rows = parts.map { $0.shape[0] }
      try writer.dataset(
        RunTree.series(series.path),
        ArchiveArray(
          shape: [rows.reduce(0, +)] + series.outline.shape.dropFirst(),
          elements: .joined(parts.map(\.elements))))
      let epochs = zip(series.epochs, rows).flatMap { Array(repeating: $0, count: $1) }
      try writeEpochs(epochs, in: "/run/series/" + series.path, &writer)
    }
  }

  /// `/run/histograms/<path>`: count i64 [epoch, bin], center f64 [bin], edge f64 [bin + 1].
  private func writeHistograms(_ kept: [Kept], _ writer: inout ArchiveWriter) throws {
    try writer.group("/run/histograms", collection(kept.map(\.path)))
    for parameter in kept {
      let group = RunTree.histogram(parameter.path)
      let histogram = try Histogram(epochs: parameter.epochs) { index in
        try parameter.segments[index].array("parameters", parameter.path).elements
      }
      // Viewers reject the bin + 1 borders as an axis; the middles are one.
      try writer.group(
        group,
        [
          HDF5Attribute("NX_class", "NXdata"), HDF5Attribute("signal", "count"),
          HDF5Attribute("axes", names: ["epoch", "center"]),
        ])
      try writer.dataset(
        group + "/count",
        ArchiveArray(
          histogram.counts.flatMap { $0 }, shape: [histogram.epochs.count, Histogram.binCount]),
        [
          HDF5Attribute("interpretation", "spectrum"),
          HDF5Attribute("non_finite", .integers(histogram.nonFinite)),
        ])
      try writer.dataset(group + "/center", ArchiveArray(histogram.centers))
      try writer.dataset(group + "/edge", ArchiveArray(histogram.edges))
      try writeEpochs(histogram.epochs, in: group, &writer)
    }
  }

  /// Which arrays of a kind are kept and where, in declared order.
  ///
  /// - Throws: `ArchiveError` if an array changes its type or its shape (or what `comparing` makes of it).
  private func kept(
    _ kind: String, file: String, comparing: ([Int]) -> [Int] = { $0 }
  ) throws -> [Kept] {
    var kept: [Kept] = []
    var places: [String: Int] = [:]
    for segment in segments {
      for outline in segment.outlines(kind) {
        guard let place = places[outline.path] else {
          places[outline.path] = kept.count
          kept.append(Kept(outline: outline, segments: [segment]))
          continue
        }
        let first = kept[place].outline
        guard first.type == outline.type, comparing(first.shape) == comparing(outline.shape) else {
          throw ArchiveError(
            .invalid, file: file, object: "\(kind)/\(outline.path)",
            reason: "is \(first.type.rawValue) \(first.shape) at epoch \(kept[place].epochs[0]) but "
              + "\(outline.type.rawValue) \(outline.shape) at epoch \(segment.epoch)",
            remedy: "record it under one path per shape")
        }
        kept[place].segments.append(segment)
      }
    }
    let leaf = kind == "parameters" ? "" : "/value"
    try ArchivePath.check(kept.map { $0.path + leaf }, file: file)
    return kept
  }

  private func write(
    _ kept: Kept, _ kind: String, to object: String, _ storage: HDF5Storage,
    _ writer: inout ArchiveWriter
  ) throws {
    let interpretation = kept.outline.shape.count >= 2 ? "image" : "spectrum"
    try writer.dataset(
      object, kept.outline.type, shape: kept.shape, storage: storage,
      [HDF5Attribute("interpretation", interpretation)]
    ) { index in try kept.segments[index].array(kind, kept.path) }
  }

  /// A group whose signal has the epoch as its first axis and no names for the others.
  private static func data(signal: String, shape: [Int]) -> [HDF5Attribute] {
    let axes = ["epoch"] + Array(repeating: ".", count: shape.count - 1)
    return [
      HDF5Attribute("NX_class", "NXdata"), HDF5Attribute("signal", signal),
      HDF5Attribute("axes", names: axes),
    ]
  }
}

extension ArchiveArray.Elements {
  /// Elements of one type, one run after the other.
  static func joined(_ parts: [ArchiveArray.Elements]) -> ArchiveArray.Elements {
    func all<T>(_ values: (ArchiveArray.Elements) -> [T]?) -> [T] { parts.flatMap { values($0) ?? [] } }
    return switch parts.first?.type ?? .float64 {
    case .float32: .float32(all { if case .float32(let values) = $0 { values } else { nil } })
    case .float64: .float64(all { if case .float64(let values) = $0 { values } else { nil } })
    case .int64: .int64(all { if case .int64(let values) = $0 { values } else { nil } })
    case .uint8: .uint8(all { if case .uint8(let values) = $0 { values } else { nil } })
    }
  }
}
