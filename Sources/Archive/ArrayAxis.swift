import Tensors

/// What an index along one dimension of an array counts.
enum ArrayAxis: Equatable {
  case epoch, step, sample, output, input, unit, feature, channel, row, column, label, color
  /// Row and column of the probe's contact sheet, which is larger than one sample.
  case sheetRow, sheetColumn
  /// A dimension without a name of its own, counted from 1.
  case other(Int)

  /// The name of its dataset, unless that is taken.
  var name: String {
    switch self {
    case .label: "class"
    case .sheetRow: "sheet_row"
    case .sheetColumn: "sheet_column"
    case .other(let number): "dimension_\(number)"
    default: "\(self)"
    }
  }

  /// As a plot shows it.
  var title: String {
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Only pixels are as high as wide: viewers draw axes of different units to fill the panel.
  var unit: String {
    switch self {
    case .row, .column, .sheetRow, .sheetColumn: "pixel"
    default: name
    }
  }

  /// The dimensions of a parameter: a bias [output], a matrix [output, input], kernels [output, input, row,
  /// column].
  static func parameter(rank: Int) -> [ArrayAxis] {
    switch rank {
    case 0: []
    case 1: [.output]
    case 2: [.output, .input]
    case 3: [.output, .input, .column]
    case 4: [.output, .input, .row, .column]
    default: others(rank)
    }
  }

  /// The dimensions of one sample or of what a layer makes of it; `single` counts a plain list of numbers.
  static func sample(rank: Int, single: ArrayAxis) -> [ArrayAxis] {
    switch rank {
    case 0: []
    case 1: [single]
    case 2: [.row, .column]
    case 3: [.channel, .row, .column]
    default: others(rank)
    }
  }

  private static func others(_ rank: Int) -> [ArrayAxis] { (1...rank).map { .other($0) } }
}

/// The axes of one group: a dataset for each, shared by the arrays of the group that have it.
struct GroupAxes {
  let group: String
  private var taken: Set<String>
  private var scales: [(name: String, axis: ArrayAxis, values: [Int64])] = []

  /// Axes in a group that also holds other things.
  ///
  /// - Parameter members: the names of those, which no axis gets; a layer may well be called `output`.
  init(_ group: String, members: some Sequence<String>) {
    self.group = group
    taken = Set(members)
  }

  /// The name of an axis with these values: `output`, or `output_2` if that is taken by something else.
  mutating func name(_ axis: ArrayAxis, _ values: [Int64]) -> String {
    if let scale = scales.first(where: { $0.axis == axis && $0.values == values }) { return scale.name }
    let name = reserve(axis.name)
    scales.append((name, axis, values))
    return name
  }

  /// A name that nothing else in the group has: the one that is wanted, or that with a number.
  mutating func reserve(_ wanted: String) -> String {
    var name = wanted
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(wanted)_\(number)"
    }
    return name
  }

  /// The names of axes that count 0, 1, 2 … up to their lengths.
  mutating func names(_ axes: [ArrayAxis], lengths: [Int]) -> [String] {
    zip(axes, lengths).map { name($0, (0..<Int64($1)).map { $0 }) }
  }

  /// Writes the axes' datasets.
  func write(to writer: inout ArchiveWriter) throws {
    for scale in scales {
      try writer.dataset(
        group + "/" + scale.name, Tensor(scale.values),
        // A chunk's index costs about 2 KB.
        storage: scale.values.count > 512 ? .oneChunk(shuffle: true) : .contiguous,
        [HDF5Attribute("long_name", scale.axis.title), HDF5Attribute("units", scale.axis.unit)])
    }
  }
}
