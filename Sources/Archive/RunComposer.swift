import Tensors

/// Makes a run's file from its epochs: a pure function of header, segments, final checkpoint and identity.
///
/// Everything is composed in memory (as much as the file is large) and then written in one piece.
struct RunComposer {
  let header: RunHeader
  let identity: Digest
  /// The epochs 0, 1, … in order.
  let segments: [Segment]
  let checkpoint: Checkpoint

  /// Composes the file and writes it durably.
  func write(to path: String, _ operations: FileOperations) throws {
    var writer = try ArchiveWriter(path)
    try writer.root([
      HDF5Attribute("NX_class", "NXroot"),
      HDF5Attribute("default", "run"),
      HDF5Attribute("format_version", .integer(RunTree.formatVersion)),
      HDF5Attribute("creator", header.creator),
      HDF5Attribute("identity", identity.hexadecimal),
    ])
    let metrics = names { $0.metrics }
    try ArchivePath.check(metrics.map(RunTree.metric), file: path)
    var entry = [HDF5Attribute("NX_class", "NXentry")]
    if let group = defaultGroup(metrics) { entry.append(HDF5Attribute("default", group)) }
    entry.append(HDF5Attribute("title", header.title))
    entry.append(HDF5Attribute("metrics", metrics.joined(separator: "\n")))
    try writer.group("/run", entry)
    try note(RunTree.configuration, header.configuration, &writer)
    try note(RunTree.provenance, header.provenance, &writer)
    try writeMetrics(metrics, &writer)
    try writeParameters(&writer, file: path)
    try writeActivations(&writer, file: path)
    try writeGradients(&writer, file: path)
    try writeSeries(&writer, file: path)
    if let probe = header.probe { try write(probe, &writer) }
    try write(checkpoint, &writer, file: path)
    try writeDigests(&writer)
    try writer.finish(.run, identity: identity, operations)
  }

  /// The epoch axis of a group: `epoch`, i64 [epoch].
  func writeEpochs(_ epochs: [Int], in group: String, _ writer: inout ArchiveWriter) throws {
    try writer.dataset(
      group + "/epoch", ArchiveArray(epochs.map { Int64($0) }), [HDF5Attribute("long_name", "epoch")])
  }

  /// The names that any epoch uses, in the order in which they first occur.
  func names(_ values: (Segment) -> [NamedValue]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for segment in segments {
      for value in values(segment) where seen.insert(value.name).inserted { names.append(value.name) }
    }
    return names
  }

  /// What viewers show first: the loss, else the first metric.
  private func defaultGroup(_ metrics: [String]) -> String? {
    let groups = metrics.map { ArchivePath.parent(of: RunTree.metric($0)) }
    return groups.contains("loss") ? "loss" : groups.first
  }

  private func note(_ object: String, _ json: String, _ writer: inout ArchiveWriter) throws {
    try writer.group(
      ArchivePath.parent(of: object),
      [HDF5Attribute("NX_class", "NXnote"), HDF5Attribute("type", "application/json")])
    try writer.text(object, json)
  }

  private func write(_ probe: Probe, _ writer: inout ArchiveWriter) throws {
    var attributes: [HDF5Attribute] = []
    if probe.images.bytes != nil, probe.images.shape.count == 3 {
      // HDFView knows an image by these, and reads them only as fixed-length ASCII.
      attributes = [
        HDF5Attribute("CLASS", "IMAGE"), HDF5Attribute("IMAGE_VERSION", "1.2"),
        HDF5Attribute("IMAGE_SUBCLASS", "IMAGE_GRAYSCALE"), HDF5Attribute("interpretation", "image"),
      ]
    }
    try writer.group(
      RunTree.probe, [HDF5Attribute("NX_class", "NXdata"), HDF5Attribute("signal", "image")])
    try writer.dataset(RunTree.probe + "/image", probe.images, attributes)
    try writer.dataset(RunTree.probe + "/label", ArchiveArray(probe.labels))
    try writer.dataset(RunTree.probe + "/index", ArchiveArray(probe.indices))
  }

  private func write(_ checkpoint: Checkpoint, _ writer: inout ArchiveWriter, file: String) throws {
    try checkpoint.bundle.write(
      to: &writer, below: RunTree.checkpoint, storage: .oneChunk(shuffle: true), file: file)
  }

  /// The model's digest after each epoch, as 64 ASCII digits each.
  private func writeDigests(_ writer: inout ArchiveWriter) throws {
    try writer.group(RunTree.digests)
    try writeEpochs(segments.map(\.epoch), in: RunTree.digests, &writer)
    try writer.texts(
      RunTree.digests + "/model", segments.map(\.modelDigest.hexadecimal), shape: [segments.count])
  }
}
