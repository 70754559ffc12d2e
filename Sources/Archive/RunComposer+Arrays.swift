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
        ? [HDF5Attribute("interpretation", "image")] + HDF5Attribute.picture("IMAGE_GRAYSCALE")
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
    for parameter in kept { try writeHistograms(parameter, &writer) }
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
        [axes.name(.epoch, member.epochs)]
          + axes.names(ArrayAxis.parameter(rank: shape.count), lengths: shape))
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

  /// `/run/histograms/<path>`: minimum, maximum, mean, standard_deviation f64 [epoch] and not_finite i64
  /// [epoch]; below it a group for each epoch, in which viewers draw count i64 [bin] over center f64 [bin],
  /// beside edge f64 [bin + 1].
  ///
  /// Each epoch has its own bins, and viewers take one-dimensional axes only, so the epochs share no array.
  /// An epoch without a finite value has NaN for the four numbers and no group.
  private func writeHistograms(_ parameter: Kept, _ writer: inout ArchiveWriter) throws {
    let top = RunTree.histograms(parameter.path)
    let numbers: [(name: String, title: String, value: (Histogram.Summary) -> Double)] = [
      ("mean", "Mean", \.mean), ("minimum", "Minimum", \.minimum), ("maximum", "Maximum", \.maximum),
      ("standard_deviation", "Standard deviation", \.standardDeviation),
    ]
    var axes = GroupAxes(top, members: numbers.map(\.name) + ["not_finite"])
    let epoch = axes.name(.epoch, parameter.epochs)
    try writer.group(top)
    var histograms: [Histogram] = []
    for segment in parameter.segments {
      let histogram = Histogram(of: try segment.array(.parameters, parameter.path))
      try write(histogram, of: parameter.path, at: segment.epoch, &writer)
      histograms.append(histogram)
    }
    for number in numbers {
      try writer.dataset(
        "\(top)/\(number.name)", Tensor(histograms.map { $0.summary.map(number.value) ?? .nan }),
        Self.plainNumber(number.title), axes: [epoch])
    }
    try writer.dataset(
      top + "/not_finite", Tensor(histograms.map { Int64($0.notFinite) }),
      Self.plainNumber("Number of NaN and infinite elements"), axes: [epoch])
    try axes.write(to: &writer)
    try writer.plot(
      top, title: "Values of \(parameter.path)", signal: numbers[0].name,
      others: numbers.dropFirst().map(\.name), axes: [epoch])
  }

  private func write(
    _ histogram: Histogram, of path: String, at epoch: Int, _ writer: inout ArchiveWriter
  ) throws {
    guard !histogram.edges.isEmpty else { return }
    let group = RunTree.histogram(path, at: epoch)
    try writer.dataset(
      group + "/count", Tensor(histogram.counts.map { Int64($0) }), Self.plainNumber("Number of elements"),
      axes: ["center"])
    try writer.dataset(
      group + "/center", Tensor(histogram.centers), Self.plainNumber("Value of an element"))
    // A scale of nothing here: it is one longer than the counts.
    try writer.dataset(
      group + "/edge", Tensor(histogram.edges),
      HDF5Attribute.scale("edge") + Self.plainNumber("Edge between bins"))
    try writer.plot(
      group, title: "Histogram of \(path), epoch \(epoch)", signal: "count", axes: ["center"])
  }

  /// The attributes of numbers without a unit.
  private static func plainNumber(_ title: String) -> [HDF5Attribute] {
    MetricDescription(name: "", title: title, unit: "1").attributes
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
        ArrayAxis.sample(rank: shape.count - 1, single: .unit), lengths: Array(shape.dropFirst()))
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
  /// and, of images, a contact sheet, which is what viewers draw.
  func writeProbe(_ writer: inout ArchiveWriter) throws {
    guard let probe = header.probe else { return }
    let top = RunTree.probe
    var axes = GroupAxes(top, members: ["input", "label", "class_name", "value", "index", "sheet"])
    let inputs = probe.inputs.shape.dimensions
    let names =
      axes.names([.sample], lengths: inputs)
      + axes.names(
        ArrayAxis.sample(rank: inputs.count - 1, single: .feature), lengths: Array(inputs.dropFirst()))
    let sample = [names[0]]
    try writer.dataset(
      top + "/input", probe.inputs, storage: .oneChunk(shuffle: false),
      (inputs.count >= 3 ? HDF5Attribute.picture("IMAGE_GRAYSCALE") : []) + [
        HDF5Attribute("long_name", "Input")
      ],
      axes: names)
    var beside = [("index", 0)]
    var plot = (signal: "input", axes: names)
    if let sheet = ContactSheet(probe.inputs) {
      plot = (
        "sheet", axes.names([.sheetRow, .sheetColumn, .color], lengths: sheet.pixels.shape.dimensions)
      )
      try writer.dataset(
        top + "/sheet", sheet.pixels, storage: .oneChunk(shuffle: false),
        ContactSheet.attributes + [
          HDF5Attribute("interpretation", "rgb-image"), HDF5Attribute("long_name", "All inputs"),
        ],
        axes: plot.axes)
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
          + axes.names(
            ArrayAxis.sample(rank: shape.count - 1, single: .output), lengths: Array(shape.dropFirst()))
      )
    }
    try writer.dataset(
      top + "/index", Tensor(probe.indices), [HDF5Attribute("long_name", "Index in the data set")],
      axes: sample)
    try axes.write(to: &writer)
    try writer.plot(
      top, title: "Probe", signal: plot.signal, axes: plot.axes, beside: plot.signal == "input" ? beside : [])
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
    func write(
      _ state: StateOutline, _ json: String,
      _ forEachArray: ((NamedTensor) throws -> Void) throws -> Void
    ) throws {
      let group = RunTree.state(state.epoch)
      try writer.group(group)
      try writer.dataset(group + "/step", Tensor([Int64(state.step)], shape: []))
      try forEachArray {
        try writer.dataset("\(group)/\($0.path)", $0.tensor, storage: .oneChunk(shuffle: true))
      }
      try writer.note(group + "/state", json)
      states.append(state)
    }
    for segment in segments.dropLast() {
      guard let state = segment.index.state else { continue }
      try write(state.outline, state.json, segment.forEachStateArray)
    }
    try write(StateOutline(checkpoint), checkpoint.state, checkpoint.ownArrays.forEach)
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
