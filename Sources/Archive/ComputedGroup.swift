import Files
import Tensors

/// Arrays of a run that were computed without training, over common axes: what a figure of no network draws.
public struct ComputedGroup: Equatable, Sendable {
  /// An array, or the values along an axis.
  public struct Array: Equatable, Sendable {
    /// The name within the group.
    public var name: String
    /// As a plot shows it: `Sigmoid of weight × input`.
    public var title: String
    /// The unit; `1` for a plain number.
    public var unit: String
    /// The numbers.
    public var values: Tensor

    /// A named array.
    public init(_ name: String, title: String, unit: String = "1", _ values: Tensor) {
      self.name = name
      self.title = title
      self.unit = unit
      self.values = values
    }
  }

  /// The group's name.
  public var name: String
  /// What it shows.
  public var title: String
  /// One-dimensional, one for each dimension of the arrays.
  public var axes: [Array]
  /// Arrays of the axes' lengths; the first is what viewers plot.
  public var arrays: [Array]

  /// A group; what does not fit together is refused where it is stored.
  public init(_ name: String, title: String, axes: [Array], arrays: [Array]) {
    self.name = name
    self.title = title
    self.axes = axes
    self.arrays = arrays
  }

  /// The numbers of an array or an axis; `nil` if there is none of this name.
  public func values(_ name: String) -> Tensor? { (arrays + axes).first { $0.name == name }?.values }
}

/// A computed group without its numbers, as the index of a run's file has it.
struct ComputedOutline: Codable {
  struct Part: Codable {
    var name: String
    var title: String
    var unit: String

    init(_ array: ComputedGroup.Array) { (name, title, unit) = (array.name, array.title, array.unit) }
  }

  var name: String
  var title: String
  var axes: [Part]
  var arrays: [Part]

  init(_ group: ComputedGroup) {
    (name, title) = (group.name, group.title)
    axes = group.axes.map(Part.init)
    arrays = group.arrays.map(Part.init)
  }
}

extension ComputedGroup {
  /// Refuses groups that no file could hold.
  ///
  /// - Throws: `ArchiveError` of the kind `invalid` for bad names, names that occur twice, texts with a zero byte,
  ///   and arrays that are not as long as the axes.
  static func check(_ groups: [ComputedGroup], file: String) throws {
    try ArchivePath.check(
      groups.flatMap { group in (group.axes + group.arrays).map { "\(group.name)/\($0.name)" } }, file: file)
    for group in groups {
      func refusal(_ reason: String) -> ArchiveError {
        ArchiveError(.invalid, file: file, object: group.name, reason: reason)
      }
      guard !group.name.contains("/"), !group.arrays.isEmpty else {
        throw refusal("a group of computed arrays has a name without '/' and at least one array")
      }
      let lengths = group.axes.map(\.values.count)
      for axis in group.axes where axis.values.shape.dimensions.count != 1 {
        throw refusal("the axis '\(axis.name)' has the shape \(axis.values.shape)")
      }
      for array in group.arrays where array.values.shape.dimensions != lengths {
        throw refusal("'\(array.name)' is \(array.values.shape), and the axes have the lengths \(lengths)")
      }
      let texts = [group.title] + (group.axes + group.arrays).flatMap { [$0.title, $0.unit] }
      try HDF5Text.refuseZeros(texts, HDF5.Place(file, group.name))
      guard !(group.axes + group.arrays).contains(where: { $0.name == "title" }) else {
        throw refusal("'title' is the group's own")
      }
    }
  }

  /// `/run/computed/<group>`, an NXdata of the arrays over their axes.
  fileprivate func write(to writer: inout ArchiveWriter) throws {
    let group = RunTree.computed(name)
    func attributes(_ array: Array) -> [HDF5Attribute] {
      MetricDescription(name: array.name, title: array.title, unit: array.unit).attributes
    }
    for array in arrays {
      let isPicture = array.values.elementType == .uint8 && array.values.shape.dimensions.count == 2
      try writer.dataset(
        "\(group)/\(array.name)", array.values,
        storage: array.values.count > 4096
          ? .oneChunk(shuffle: array.values.elementType != .uint8) : .contiguous,
        attributes(array) + (isPicture ? HDF5Attribute.picture("IMAGE_GRAYSCALE") : []),
        axes: axes.map(\.name))
    }
    for axis in axes { try writer.dataset("\(group)/\(axis.name)", axis.values, attributes(axis)) }
    try writer.plot(
      group, title: title, signal: arrays[0].name, others: arrays.dropFirst().map(\.name),
      axes: axes.map(\.name))
  }
}

extension RunDirectory {
  /// Writes the archive of a run that has no epochs, only computed arrays: in one piece, durably.
  ///
  /// - Throws: `ArchiveError` (`finished`, `invalid`), `FileError`; then nothing is there.
  package func finish(_ header: RunHeader, computed groups: [ComputedGroup]) throws {
    try refuseIfFinished()
    try header.check(identity: identity, file: archivePath)
    try ComputedGroup.check(groups, file: archivePath)
    guard let first = groups.first else {
      throw ArchiveError(.invalid, file: archivePath, reason: "nothing was computed")
    }
    var writer = try ArchiveWriter(archivePath)
    try writer.group("/run")
    for group in groups { try group.write(to: &writer) }
    var index = RunIndex()
    index.computed = groups.map(ComputedOutline.init)
    try writer.texts(of: header, index)
    writer.declare("/run/computed", [HDF5Attribute("NX_class", "NXcollection")])
    writer.declare(
      "/run", [HDF5Attribute("NX_class", "NXentry"), HDF5Attribute("default", "computed/\(first.name)")])
    try writer.root(of: header, identity: identity)
    try writer.finish(.run, identity: identity, operations)
  }
}

extension RunArchive {
  /// The names of the computed groups, in order; none for a run that trained.
  public var computedNames: [String] { index.computed?.map(\.name) ?? [] }

  /// A computed group with its numbers.
  ///
  /// - Throws: `ArchiveError` if there is no such group, naming those there are.
  public func computed(_ name: String) throws -> ComputedGroup {
    try require(name, in: computedNames, "group of computed arrays")
    let outline = index.computed!.first { $0.name == name }!
    func array(_ part: ComputedOutline.Part) throws -> ComputedGroup.Array {
      ComputedGroup.Array(
        part.name, title: part.title, unit: part.unit,
        try file.tensor("\(RunTree.computed(name))/\(part.name)"))
    }
    return ComputedGroup(
      name, title: outline.title, axes: try outline.axes.map(array), arrays: try outline.arrays.map(array))
  }
}
