import Archive
import Reporting
import Settings
import Tensors

/// `filters: { run: cnn, parameter: block1/conv-2d/weight }`: the filters of a convolution that sees an image, as images.
///
/// Each filter has its own scale: 0 is a middle gray, its largest magnitude black or a gray that is light beside the page's
/// white.
package struct FiltersFigure: FigureKind {
  /// `filters`.
  package static let kind = "filters"

  /// The largest number is so far from the one that would be white: −1 is black, 1 is 224 of 255.
  private static let lightest = 2 * 255.0 / 224 - 1

  private let run, parameter: String
  private let epoch: Int?
  private let columns: Int

  /// Reads `run`, `parameter`, `epoch` (the last one that is kept) and `columns` (16).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    parameter = try options.value(.parameter)
    epoch = try options.valueIfPresent(.epoch, .atLeast(0))
    columns = try options.value(.columns, default: 16, .within(1...64))
  }

  /// The one run.
  package var runs: [String] { [run] }

  /// A mosaic with a tile a filter.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let archive = group.first
    let epoch = try self.epoch ?? archive.parameterEpochs(parameter).last ?? 0
    let weight = try archive.parameter(parameter, at: epoch)
    let sizes = weight.shape.dimensions
    guard sizes.count == 4, sizes[1] == 1 || sizes[1] == 3, let values = weight.floats else {
      throw RunError.unfitData(
        "'\(parameter)' is \(weight.shape): filters are drawn that see 1 or 3 channels, (filters, channels, rows, columns)"
      )
    }
    let size = sizes[1] * sizes[2] * sizes[3]
    let filters = (0..<sizes[0]).map { filter in
      let part = values[filter * size..<(filter + 1) * size].map(Double.init)
      let largest = part.reduce(0) { max($0, abs($1)) }
      return Tensor(
        part.asBytes(from: -largest, to: largest * Self.lightest), shape: Shape(Array(sizes.dropFirst())))
    }
    return try ImageMosaic(
      caption: context.caption(
        of: [group],
        "After epoch \(epoch). Of each filter 0 is a middle gray, the largest magnitude black or light gray."),
      rows: stride(from: 0, to: filters.count, by: columns).map { start in
        ImageMosaic.Row(label: "", images: Array(filters[start..<min(start + columns, filters.count)]))
      }, inverted: false)
  }
}

/// `feature-maps: { run: cnn, example: 0, maps: [{ activation: block1/relu, label: block 1 }] }`: what convolutions make of
/// an example of the probe, the first channels of each value as images.
///
/// A map is enlarged to the size of the largest one by repeating its pixels; each has its own scale from its smallest
/// number, black, to its largest, white.
package struct FeatureMapsFigure: FigureKind {
  /// `feature-maps`.
  package static let kind = "feature-maps"

  private struct Map: Codable, Sendable {
    let activation, label: String
  }

  private let run: String
  private let example, count: Int
  private let maps: [Map]

  /// Reads `run`, `example` (0), `maps` and `count`, how many channels are shown of each (10).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    example = try options.value(.example, default: 0, .atLeast(0))
    count = try options.value(.count, default: 10, .within(1...64))
    maps = try options.value(.maps, .notEmpty)
  }

  /// The one run.
  package var runs: [String] { [run] }

  /// A mosaic with a row a value.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let values = try maps.map { try group.first.lastActivation($0.activation) }
    for (map, value) in zip(maps, values) where value.shape.dimensions.count != 4 {
      throw RunError.unfitData(
        "'\(map.activation)' is \(value.shape), no maps (examples, channels, rows, columns)")
    }
    guard let first = values.first, let probe = try group.first.probe(), example < first.shape.dimensions[0]
    else { throw RunError.unfitData("the probe of \(run) has no example \(example)") }
    let height = values.map { $0.shape.dimensions[2] }.max() ?? 1
    let width = values.map { $0.shape.dimensions[3] }.max() ?? 1
    let name = probe.classes.map { ", \(probe.classNames[Int($0[example])])" } ?? ""
    return try ImageMosaic(
      caption: context.caption(
        of: [group],
        "Validation example \(example)\(name), the first \(count) channels of each layer; each map from its smallest "
          + "number, black, to its largest, white."),
      rows: zip(maps, values).map { map, value in
        let sizes = value.shape.dimensions
        return ImageMosaic.Row(
          label: "\(map.label) (\(sizes[1]) × \(sizes[2]) × \(sizes[3]))",
          images: (0..<min(count, sizes[1])).map { image(of: value, channel: $0, height, width) })
      }, inverted: false)
  }

  private func image(of value: Tensor, channel: Int, _ height: Int, _ width: Int) -> Tensor {
    let sizes = value.shape.dimensions
    let size = sizes[2] * sizes[3], start = (example * sizes[1] + channel) * size
    let numbers = (value.floats ?? [])[start..<start + size].map(Double.init)
    let bytes = numbers.asBytes(from: numbers.min() ?? 0, to: numbers.max() ?? 0)
    let enlarged = (0..<height * width).map { place in
      bytes[place / width * sizes[2] / height * sizes[3] + place % width * sizes[3] / width]
    }
    return Tensor(enlarged, shape: [1, height, width])
  }
}

extension [Double] {
  /// Numbers as bytes: 0 for `lower`, 255 for `upper`, rounded; outside, and of NaN, the nearer end or 0; the middle
  /// where both ends are one.
  func asBytes(from lower: Double, to upper: Double) -> [UInt8] {
    map { value in
      guard lower < upper else { return 128 }
      let place = ((value - lower) / (upper - lower) * 255).rounded()
      return place > 0 ? UInt8(Swift.min(place, 255)) : 0
    }
  }
}
