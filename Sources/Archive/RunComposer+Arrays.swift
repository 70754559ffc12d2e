import Tensors

/// Parameters and their histograms, activations, states and the probe.
extension RunComposer {
  /// An array that some epochs keep.
  private struct Kept {
    var outline: Segment.Outline
    /// The segments that hold it, in order.
    var segments: [Segment]
    var path: String { outline.path }
    var epochs: [Int64] { segments.map { Int64($0.epoch) } }
    /// [epoch, …].
    var shape: [Int] { [segments.count] + outline.shape }
    /// As a picture or as a curve, and for HDFView.
    var attributes: [HDF5Attribute] {
      outline.shape.count >= 2
        ? [HDF5Attribute("interpretation", "image")] + ContactSheet.matrixAttributes
        : [HDF5Attribute("interpretation", "spectrum")]
    }
  }

  /// `/run/parameters/<path>`, each [epoch, …], and their histograms.
  ///
  /// - Returns: the paths, in declared order.
  func writeParameters(_ writer: inout ArchiveWriter) throws -> [String] {
    let kept = try kept(.parameters)
    try ArchivePath.check(kept.map(\.path), file: path)
    var groups: [String] = []
    var members: [String: [Kept]] = [:]
    var children: [String: Set<String>] = [:]
    for parameter in kept {
      var object = RunTree.parameter(parameter.path)
      let group = ArchivePath.parent(of: object)
      if members[group] == nil { groups.append(group) }
      members[group, default: []].append(parameter)
      while object != "/run" {
        children[ArchivePath.parent(of: object), default: []].insert(ArchivePath.name(of: object))
        object = ArchivePath.parent(of: object)
      }
    }
    for group in groups {
      try write(members[group] ?? [], in: group, beside: children[group] ?? [], &writer)
    }
    for parameter in kept { try writeHistogram(parameter, &writer) }
    return kept.map(\.path)
  }

  /// The parameters of one layer, which share their axes.
  private func write(
    _ members: [Kept], in group: String, beside children: Set<String>, _ writer: inout ArchiveWriter
  ) throws {
    var axes = GroupAxes(group, members: children)
    var names: [[String]] = []
    for member in members {
      guard member.epochs == members[0].epochs else {
        throw ArchiveError(
          .invalid, file: path, object: RunTree.parameter(member.path),
          reason: "is kept at other epochs than \(members[0].path) in the same group",
          remedy: "record all parameters of a layer at the same epochs")
      }
      let shape = member.outline.shape
      names.append(
        [axes.name(.epoch, member.epochs)] + axes.names(Axis.parameter(rank: shape.count), lengths: shape))
    }
    for (member, axes) in zip(members, names) {
      try writer.dataset(
        RunTree.parameter(member.path), member.outline.type, shape: member.shape, storage: .weights,
        member.attributes + [HDF5Attribute("long_name", member.path)], axes: axes
      ) { try member.segments[$0].array(.parameters, member.path) }
    }
    try axes.write(to: &writer)
    try writer.plot(
      group, title: members[0].path, signal: ArchivePath.name(of: members[0].path), axes: names[0])
  }

  /// `/run/histograms/<path>`: each epoch's own bins. count i64 [epoch, bin], center f64 [epoch, bin],
  /// edge f64 [epoch, bin + 1]; minimum, maximum, mean, standard_deviation f64 and not_finite i64 [epoch].
  ///
  /// An epoch without a finite value has counts of 0 and NaN for the rest.
  private func writeHistogram(_ parameter: Kept, _ writer: inout ArchiveWriter) throws {
    let group = RunTree.histogram(parameter.path)
    let histograms = try parameter.segments.map {
      Histogram(of: try $0.array(.parameters, parameter.path))
    }
    let bins = Histogram.standardBinCount
    let none = [Double](repeating: .nan, count: bins + 1)
    var axes = GroupAxes(group, members: [])
    let epoch = axes.name(.epoch, parameter.epochs)
    let bin = axes.names([.bin, .edge], lengths: [bins, bins + 1])
    func rows<T>(_ row: (Histogram) -> [T], _ missing: [T]) -> [T] {
      histograms.flatMap { $0.edges.isEmpty ? missing : row($0) }
    }
    try writer.dataset(
      group + "/count",
      Tensor(
        rows({ $0.counts.map { Int64($0) } }, Array(repeating: 0, count: bins)),
        shape: [histograms.count, bins]),
      [
        HDF5Attribute("interpretation", "spectrum"), HDF5Attribute("long_name", "Number of elements"),
        HDF5Attribute("units", "1"),
      ], axes: [epoch, bin[0]])
    try writer.dataset(
      group + "/center", Tensor(rows(\.centers, Array(none.dropLast())), shape: [histograms.count, bins]),
      axes: [epoch, bin[0]])
    try writer.dataset(
      group + "/edge", Tensor(rows(\.edges, none), shape: [histograms.count, bins + 1]),
      axes: [epoch, bin[1]])
    let numbers: [(String, (Histogram.Summary) -> Double)] = [
      ("minimum", \.minimum), ("maximum", \.maximum), ("mean", \.mean),
      ("standard_deviation", \.standardDeviation),
    ]
    for (name, number) in numbers {
      try writer.dataset(
        "\(group)/\(name)", Tensor(histograms.map { $0.summary.map(number) ?? .nan }), axes: [epoch])
    }
    try writer.dataset(
      group + "/not_finite", Tensor(histograms.map { Int64($0.notFinite) }), axes: [epoch])
    try axes.write(to: &writer)
    try writer.plot(
      group, title: "Histogram of \(parameter.path)", signal: "count", axes: [epoch, bin[0]])
  }

  /// `/run/activations/<path>/value`, each [epoch, sample, unit…].
  ///
  /// - Returns: the paths, in declared order.
  func writeActivations(_ writer: inout ArchiveWriter) throws -> [String] {
    let kept = try kept(.activations)
    try ArchivePath.check(kept.map { $0.path + "/value" }, file: path)
    for activation in kept {
      let object = RunTree.activation(activation.path)
      let group = ArchivePath.parent(of: object)
      let nested = kept.map(\.path).filter { $0.hasPrefix(activation.path + "/") }.compactMap {
        $0.dropFirst(activation.path.count + 1).split(separator: "/").first.map(String.init)
      }
      let shape = activation.outline.shape
      var axes = GroupAxes(group, members: nested + ["value"])
      var names = [axes.name(.epoch, activation.epochs)]
      names += axes.names([.sample], lengths: shape)
      names += axes.names(
        Axis.sample(rank: shape.count - 1, single: .unit), lengths: Array(shape.dropFirst()))
      try writer.dataset(
        object, activation.outline.type, shape: activation.shape, storage: .activations,
        activation.attributes + [HDF5Attribute("long_name", "Activation of \(activation.path)")], axes: names
      ) { try activation.segments[$0].array(.activations, activation.path) }
      var beside: [(String, Int)] = []
      if let classes = header.probe?.classes, classes.count == shape[0] {
        let label = axes.reserve("label")
        try writer.dataset(
          "\(group)/\(label)", Tensor(classes), [HDF5Attribute("long_name", "Class")], axes: [names[1]])
        beside.append((label, 1))
      }
      try axes.write(to: &writer)
      try writer.plot(
        group, title: "Activation of \(activation.path)", signal: "value", axes: names, beside: beside)
    }
    return kept.map(\.path)
  }

  /// `/run/probe`: input [sample, …], label and index i64 [sample], value [sample, …], class_name [class],
  /// and a contact sheet of images.
  func writeProbe(_ writer: inout ArchiveWriter) throws {
    guard let probe = header.probe else { return }
    let top = RunTree.probe
    var axes = GroupAxes(top, members: ["input", "label", "class_name", "value", "index", "sheet"])
    let inputs = probe.inputs.shape.dimensions
    let names =
      axes.names([.sample], lengths: inputs)
      + axes.names(Axis.sample(rank: inputs.count - 1, single: .feature), lengths: Array(inputs.dropFirst()))
    let sample = [names[0]]
    try writer.dataset(
      top + "/input", probe.inputs, storage: .oneChunk(shuffle: false),
      (inputs.count >= 3 ? ContactSheet.matrixAttributes : []) + [HDF5Attribute("long_name", "Input")],
      axes: names)
    var beside = [("index", 0)]
    if let sheet = ContactSheet(probe.inputs) {
      try writer.dataset(
        top + "/sheet", sheet.pixels, storage: .oneChunk(shuffle: false), ContactSheet.attributes,
        axes: axes.names([.sheetRow, .sheetColumn, .color], lengths: sheet.pixels.shape.dimensions))
    }
    if let classes = probe.classes {
      try writer.dataset(
        top + "/label", Tensor(classes), [HDF5Attribute("long_name", "Class")], axes: sample)
      beside.append(("label", 0))
    }
    if !probe.classNames.isEmpty {
      try writer.texts(
        top + "/class_name", probe.classNames,
        axis: axes.names([.label], lengths: [probe.classNames.count])[0])
    }
    if let values = probe.values {
      let shape = values.shape.dimensions
      try writer.dataset(
        top + "/value", values, [HDF5Attribute("long_name", "Target")],
        axes: sample
          + axes.names(Axis.sample(rank: shape.count - 1, single: .output), lengths: Array(shape.dropFirst()))
      )
    }
    try writer.dataset(
      top + "/index", Tensor(probe.indices), [HDF5Attribute("long_name", "Index in the data set")],
      axes: sample)
    try axes.write(to: &writer)
    try writer.plot(top, title: "Probe", signal: "input", axes: names, beside: beside)
  }

  /// `/run/states/<epoch>`: the training states, without the parameters, which stand in `/run/parameters`;
  /// these arrays are no plots and have no axes.
  func writeStates(_ writer: inout ArchiveWriter) throws -> [StateOutline] {
    let last = segments[segments.count - 1]
    let recorded = Set(last.outlines(.parameters).map(\.path))
    try checkpoint.requireParameters(file: path) {
      recorded.contains($0) ? try last.array(.parameters, $0) : nil
    }
    var states: [StateOutline] = []
    for state in try segments.dropLast().compactMap({ try $0.state() }) + [checkpoint] {
      let group = RunTree.state(state.epoch)
      try writer.group(group)
      try writer.dataset(group + "/step", Tensor([Int64(state.step)], shape: []))
      for named in state.ownArrays {
        try writer.dataset("\(group)/\(named.path)", named.tensor, storage: .oneChunk(shuffle: true))
      }
      try writer.note(group + "/state", state.state)
      states.append(StateOutline(state))
    }
    return states
  }

  /// Which arrays of a kind are kept and where, in declared order.
  ///
  /// - Throws: `ArchiveError` if an array changes its type or its shape.
  private func kept(_ kind: Segment.Kind) throws -> [Kept] {
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
        guard first == outline else {
          throw ArchiveError(
            .invalid, file: path, object: "\(kind)/\(outline.path)",
            reason: "is \(first.type.rawValue) \(first.shape) at epoch \(kept[place].epochs[0]) but "
              + "\(outline.type.rawValue) \(outline.shape) at epoch \(segment.epoch)",
            remedy: "record it under one path per shape")
        }
        kept[place].segments.append(segment)
      }
    }
    return kept
  }
}
