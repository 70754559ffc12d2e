import Archive
import Datasets
import Images
import Reporting
import Settings
import Tensors

/// `pictures: { run: picture, pictures: [{ array: gray/value, title: In gray }] }`: computed arrays of bytes as pictures.
package struct ComputedPicturesFigure: FigureKind {
  /// `pictures`.
  package static let kind = "pictures"

  private struct Picture: Codable, Sendable {
    let array, title: String
    /// One channel of a color picture, in its color.
    let channel: Int?
    let inverted: Bool?
  }

  private let run: String
  private let pictures: [Picture]
  private let columns: Int?

  /// Reads `run`, `pictures` and `columns`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    pictures = try options.value(
      .pictures,
      Rule("a list of pictures with channels from 0 to 2") { pictures in
        !pictures.isEmpty && pictures.allSatisfy { (0...2).contains($0.channel ?? 0) }
      })
    columns = try options.valueIfPresent(.columns, .within(1...10))
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// As declared.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    return try PicturesFigure(
      caption: context.caption(of: [group]),
      pictures: pictures.map { picture in
        let image = try group.first.computedArray(picture.array).values
        guard let channel = picture.channel else {
          return .init(title: picture.title, image: image, inverted: picture.inverted ?? false)
        }
        return .init(
          title: picture.title, image: try image.colorChannels(of: picture.array)[channel],
          tint: .channel(channel))
      }, columns: columns)
  }
}

/// `pixel-table: { run: picture, array: small/value, rows: 4, look: numbers }`: a small picture's bytes as numbers, each in
/// a cell of its color; the channels of a color picture one beside the other.
package struct PixelTableFigure: FigureKind {
  /// `pixel-table`.
  package static let kind = "pixel-table"

  private enum Look: String, Codable, CaseIterable { case colored, numbers }

  private let run, array: String
  private let rows, columns: Int?
  private let look: Look

  /// Reads `run`, `array`, how many `rows` and `columns` are shown (all) and the `look` (colored).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    run = try options.value(.run)
    array = try options.value(.array)
    rows = try options.valueIfPresent(.rows, .atLeast(1))
    columns = try options.valueIfPresent(.columns, .atLeast(1))
    look = try options.value(.look, default: .colored)
  }

  /// The one computation.
  package var runs: [String] { [run] }

  /// A table, or three.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let group = try context.runs(run)
    let image = try group.first.computedArray(array).values
    let isColor = image.shape.dimensions.count == 3
    let channels = isColor ? try image.colorChannels(of: array) : [image]
    return try PixelTable(
      caption: context.caption(of: [group]),
      tables: channels.enumerated().map { index, channel in
        let width = channel.shape.dimensions.last ?? 0
        let numbers = channel.numbers
        let lines = stride(from: 0, to: numbers.count, by: max(width, 1)).map { start in
          Array(numbers[start..<start + min(width, columns ?? width)])
        }
        return PixelTable.Table(
          title: isColor ? ["red", "green", "blue"][index] : "",
          rows: Array(lines.prefix(rows ?? lines.count)),
          tint: isColor ? .channel(index) : .gray)
      }, look: look == .colored ? .colored : .numbers)
  }
}

/// `examples: { dataset: mnist, part: training, examples: [0] }`: examples of a data set as pictures, with their classes.
package struct ExamplesFigure: FigureKind {
  /// `examples`.
  package static let kind = "examples"

  @OneOf<DatasetKinds> private var dataset: any DatasetKind
  private let part: String
  private let examples: [Int]

  /// Reads `dataset`, `part` (training) and `examples`, counted from 0.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    _dataset = try options.value(.dataset)
    part = try options.value(
      .part, default: Dataset.Part.training.rawValue,
      Rule("one of: " + Dataset.Part.allCases.map(\.rawValue).joined(separator: ", ")) {
        Dataset.Part(rawValue: $0) != nil
      })
    examples = try options.value(.examples, .notEmpty)
  }

  /// A picture each.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let data = try context.dataset(dataset)
    guard let part = Dataset.Part(rawValue: part), let all = data[part], all.inputsAreBytes,
      all.shape.dimensions.count == 3, examples.allSatisfy({ (0..<all.count).contains($0) })
    else { throw RunError.unfitData("\(data.name) has no such pictures") }
    let labels = all.labels
    return try PicturesFigure(
      caption: context.caption(of: [], "Data \(all.digest.hexadecimal.prefix(12))."),
      pictures: examples.map { index in
        .init(
          title: "\(part.rawValue) example \(index)" + (labels.map { ": \($0[index])" } ?? ""),
          image: all.inputTensor(CollectionOfOne(index)).reshaped(to: all.shape), inverted: true)
      })
  }
}

extension Tint {
  /// That of a color picture's channel.
  fileprivate static func channel(_ index: Int) -> Tint { [.red, .green, .blue][index] }
}

extension Tensor {
  /// The channels of a color picture, (1, height, width) each.
  fileprivate func colorChannels(of name: String) throws -> [Tensor] {
    guard let channels = try? ImageFeatures.channels(of: self), channels.count == 3 else {
      throw RunError.unfitData("'\(name)' is \(shape), no color picture")
    }
    return channels
  }
}
