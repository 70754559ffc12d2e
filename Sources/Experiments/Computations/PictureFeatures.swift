import Archive
import Datasets
import Images
import Settings
import Tensors

/// `picture-features: { rows: [100, 300], columns: [100, 300], small: 25 }`: a picture cropped, gray, shrunk, and the features
/// that people made by hand: histogram, edges and corners, channels, gradients.
///
/// The picture is the first training example of the data, (3, height, width) or gray (1, height, width), whose three
/// colors are equal; `Images` says how each
/// is computed. Bytes are groups with the axes `row` and `column`, color pictures with `channel` in front.
package struct PictureFeatures: Computation {
  /// `picture-features`.
  package static let kind = "picture-features"
  private let rows, columns: [Int]
  private let small: Int

  /// Reads `rows`, `columns` (each from and to, `to` not in it) and `small` (25), the side of the shrunken picture.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let range = Rule<[Int]>("a list of 2, from and to") { $0.count == 2 && $0[0] >= 0 && $0[0] < $0[1] }
    rows = try options.value(.rows, range)
    columns = try options.value(.columns, range)
    small = try options.value(.small, default: 25, .within(1...200))
  }

  /// Groups `color`, `gray`, `small`, `channels` (in color at half the size), `corner` (the lower right 3 × 3 pixels in
  /// color), `histogram`, `edges`, `corners` and `gradients` (of the 100 × 100 pixels in the middle).
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    do {
      return try features(context)
    } catch let error as ImageError {
      throw RunError.unfitData("\(error)")
    }
  }

  private func features(_ context: ComputationContext) throws -> [ComputedGroup] {
    let examples = try context.requiredData(for: Self.kind).training
    let sizes = examples.shape.dimensions
    guard sizes.count == 3, examples.inputsAreBytes, rows[1] <= sizes[1], columns[1] <= sizes[2] else {
      throw RunError.unfitData(
        "a picture of shape \(examples.shape) has no rows \(rows[0]) to \(rows[1]) and columns \(columns[0]) to "
          + "\(columns[1])")
    }
    let whole = examples.inputTensor(CollectionOfOne(0)).reshaped(to: examples.shape)
    let crop = try ImageFeatures.crop(whole, rows: rows[0]..<rows[1], columns: columns[0]..<columns[1])
    let color = sizes[0] == 3 ? crop : try ImageFeatures.joined([crop, crop, crop])
    let gray = try ImageFeatures.gray(color)
    let (height, width) = (rows[1] - rows[0], columns[1] - columns[0])
    let corner = try ImageFeatures.crop(
      color, rows: max(0, height - 3)..<height, columns: max(0, width - 3)..<width)
    let (middle, center) = (height / 2, width / 2)
    let part = try ImageFeatures.crop(
      gray, rows: max(0, middle - 50)..<min(height, middle + 50),
      columns: max(0, center - 50)..<min(width, center + 50))
    let gradients = try ImageGradients(of: part)
    let corners = try ImageFeatures.corners(of: gray)
    return [
      .picture("color", "The picture", color), grayGroup("gray", "In gray", gray),
      grayGroup("small", "Shrunk", try ImageFeatures.resized(gray, height: small, width: small)),
      .picture(
        "channels", "The picture, shrunk to half its size",
        try ImageFeatures.resized(color, height: max(1, height / 2), width: max(1, width / 2))),
      .picture("corner", "Its lower right corner", corner),
      ComputedGroup(
        "histogram", title: "Histogram of the gray levels",
        axes: [.init("level", title: "Gray level", Tensor((0..<256).map { Int64($0) }))],
        arrays: [
          .init(
            "count", title: "Pixels",
            try ImageFeatures.histogram(gray).reshaped(to: [256]))
        ]),
      grayGroup(
        "edges", "Edges", try ImageFeatures.edges(of: gray),
        others: [("corners", "Corners on the picture in half its brightness", marked(gray, corners))]),
      ComputedGroup(
        "corners", title: "Corners, the strongest first",
        axes: [.init("number", title: "Number", Tensor(corners.indices.map { Int64($0) }))],
        arrays: [
          .init("row", title: "Row", unit: "pixels", Tensor(corners.map { Int64($0.row) })),
          .init("column", title: "Column", unit: "pixels", Tensor(corners.map { Int64($0.column) })),
        ]),
      grayGroup(
        "gradients", "Gradients", gradients.shownMagnitude,
        others: [
          ("x", "Along x", gradients.shownDirections.x), ("y", "Along y", gradients.shownDirections.y),
        ]),
    ]
  }

  /// A picture in half its brightness with a white square of 5 × 5 pixels around each corner.
  private func marked(_ gray: Tensor, _ corners: [ImageCorner]) -> Tensor {
    let (height, width) = (gray.shape.dimensions[1], gray.shape.dimensions[2])
    var bytes = (gray.bytes ?? []).map { $0 / 2 }
    for corner in corners {
      for row in corner.row - 2...corner.row + 2 {
        for column in corner.column - 2...corner.column + 2
        where (0..<height).contains(row) && (0..<width).contains(column) {
          bytes[row * width + column] = 255
        }
      }
    }
    return Tensor(bytes, shape: gray.shape)
  }

  /// (1, height, width) as rows and columns.
  private func grayGroup(
    _ name: String, _ title: String, _ image: Tensor, others: [(String, String, Tensor)] = []
  ) -> ComputedGroup {
    let sides = Array(image.shape.dimensions.suffix(2))
    return ComputedGroup(
      name, title: title, axes: [.indices("row", sides[0]), .indices("column", sides[1])],
      arrays: ([("value", title, image)] + others).map { name, title, image in
        .init(name, title: title, image.reshaped(to: Shape(sides)))
      })
  }
}
