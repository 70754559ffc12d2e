/// Metrics and gradient norms: one number an epoch.
extension RunComposer {
  /// `/run/<group>` for each metric group: NXdata over the epochs, validation as the signal.
  func writeMetrics(_ metrics: [String], _ writer: inout ArchiveWriter) throws {
    var curves: [(group: String, metrics: [String])] = []
    for metric in metrics {
      let group = ArchivePath.parent(of: RunTree.metric(metric))
      if let index = curves.firstIndex(where: { $0.group == group }) {
        curves[index].metrics.append(metric)
      } else {
        curves.append((group, [metric]))
      }
    }
    // All groups are planned before any is created, since one may lie inside another.
    for curve in curves {
      let names = curve.metrics.map { ArchivePath.name(of: RunTree.metric($0)) }
      let signal = names.contains("validation") ? "validation" : names[0]
      var attributes = [
        HDF5Attribute("NX_class", "NXdata"), HDF5Attribute("signal", signal),
        HDF5Attribute("axes", names: ["epoch"]),
      ]
      let others = names.filter { $0 != signal }
      if !others.isEmpty { attributes.append(HDF5Attribute("auxiliary_signals", names: others)) }
      writer.plan("/run/" + curve.group, attributes)
    }
    for curve in curves {
      let unit = header.units[curve.group] ?? "1"
      for metric in curve.metrics {
        try writer.dataset(
          "/run/" + RunTree.metric(metric), values(metric) { $0.metrics }, [HDF5Attribute("units", unit)])
      }
      try writeEpochs(segments.map(\.epoch), in: "/run/" + curve.group, &writer)
    }
  }

  /// `/run/gradients/<path>`: the norm after each epoch, f64 [epoch].
  func writeGradients(_ writer: inout ArchiveWriter, file: String) throws {
    let paths = names { $0.gradientNorms }
    try ArchivePath.check(paths.map { $0 + "/norm" }, file: file)
    guard !paths.isEmpty else { return }
    try writer.group("/run/gradients", collection(paths))
    for path in paths { writer.plan("/run/gradients/" + path, Self.curve(signal: "norm")) }
    for path in paths {
      try writer.dataset(
        RunTree.gradient(path), values(path) { $0.gradientNorms }, [HDF5Attribute("units", "1")])
      try writeEpochs(segments.map(\.epoch), in: "/run/gradients/" + path, &writer)
    }
  }

  /// A collection that tells the declared order of what is below it.
  func collection(_ paths: [String]) -> [HDF5Attribute] {
    [
      HDF5Attribute("NX_class", "NXcollection"),
      HDF5Attribute("paths", paths.joined(separator: "\n")),
    ]
  }

  static func curve(signal: String) -> [HDF5Attribute] {
    [
      HDF5Attribute("NX_class", "NXdata"), HDF5Attribute("signal", signal),
      HDF5Attribute("axes", names: ["epoch"]),
    ]
  }

  /// One value an epoch, NaN where an epoch has none.
  private func values(_ name: String, _ values: (Segment) -> [NamedValue]) -> ArchiveArray {
    ArchiveArray(
      segments.map { segment in values(segment).first { $0.name == name }?.value ?? .nan })
  }
}
