import Archive
import Tensors

extension ComputedGroup.Array {
  /// An axis of indices from 0, such as the rows of a picture: `row`, titled `Row`.
  static func indices(_ name: String, _ count: Int) -> ComputedGroup.Array {
    .init(name, title: name.capitalized, Tensor((0..<count).map { Int64($0) }))
  }
}

extension ComputedGroup {
  /// A group with one array, `value`, over `row` and `column`.
  ///
  /// - Parameter matrix: Its last two dimensions are rows and columns; those before them are 1.
  static func matrix(_ name: String, _ title: String, _ matrix: Tensor) -> ComputedGroup {
    let sides = Swift.Array(matrix.shape.dimensions.suffix(2))
    return ComputedGroup(
      name, title: title, axes: [.indices("row", sides[0]), .indices("column", sides[1])],
      arrays: [.init("value", title: title, matrix.reshaped(to: Shape(sides)))])
  }

  /// A group with one array, `value`, over `channel`, `row` and `column`.
  ///
  /// - Parameter image: (channels, height, width).
  static func picture(_ name: String, _ title: String, _ image: Tensor) -> ComputedGroup {
    let sides = image.shape.dimensions
    return ComputedGroup(
      name, title: title,
      axes: [.indices("channel", sides[0]), .indices("row", sides[1]), .indices("column", sides[2])],
      arrays: [.init("value", title: title, image)])
  }
}
