import Tensors

/// Images of one size with a class each, kept as bytes.
public struct LabelledImages: Sendable {
  /// The number of images.
  public let count: Int
  /// The number of channels of an image: 1 grey, 3 red, green and blue.
  public let channels: Int
  /// The number of rows of an image.
  public let height: Int
  /// The number of columns of an image.
  public let width: Int
  /// Values 0…255, [count, channels, height, width] in row-major order.
  public let pixels: [UInt8]
  /// The class of each image, [count], each below `classNames.count`.
  public let labels: [UInt8]
  /// What the classes are called, by index.
  public let classNames: [String]
  /// The identity of the contents: SHA-256 of the images as a plain IDX file followed by the labels as one.
  ///
  /// Images of one channel are an IDX file of three dimensions, so for MNIST and Fashion-MNIST it is
  /// `cat train-images-idx3-ubyte train-labels-idx1-ubyte | sha256sum`.
  public let digest: Digest

  /// Images that were read or made.
  ///
  /// - Parameters:
  ///   - shape: channels, height and width of every image.
  ///   - pixels: [count, channels, height, width].
  ///   - labels: [count].
  ///   - classNames: at least one more than the largest label.
  ///   - name: what an error calls them.
  /// - Throws: `DatasetError.damaged` when sizes do not fit or a label has no class.
  public init(
    shape: (channels: Int, height: Int, width: Int), pixels: [UInt8], labels: [UInt8], classNames: [String],
    name: String
  ) throws {
    let size = shape.channels * shape.height * shape.width
    guard size > 0, pixels.count == labels.count * size else {
      throw DatasetError.damaged(
        file: name,
        reason: "\(pixels.count) pixel values do not make \(labels.count) images of "
          + "\(shape.channels) × \(shape.height) × \(shape.width), one for each label")
    }
    if let index = labels.firstIndex(where: { $0 >= classNames.count }) {
      throw DatasetError.damaged(
        file: name,
        reason: "image \(index) has label \(labels[index]), and there are \(classNames.count) classes")
    }
    self.init(shape: shape, checkedPixels: pixels, labels: labels, classNames: classNames)
  }

  /// The images and labels of two IDX files.
  ///
  /// - Parameters:
  ///   - images: [count, height, width], or [count, channels, height, width].
  ///   - labels: [count].
  /// - Throws: `DatasetError.damaged` when they do not belong together.
  public init(images: IDXFile, labels: IDXFile, classNames: [String], name: String) throws {
    let sizes = images.dimensions
    guard sizes.count == 3 || sizes.count == 4, labels.dimensions.count == 1 else {
      throw DatasetError.damaged(
        file: name,
        reason:
          "images have 3 or 4 dimensions and labels 1; found \(sizes.count) and \(labels.dimensions.count)")
    }
    guard sizes[0] == labels.dimensions[0] else {
      throw DatasetError.damaged(
        file: name, reason: "\(sizes[0]) images and \(labels.dimensions[0]) labels do not belong together")
    }
    try self.init(
      shape: (sizes.count == 4 ? sizes[1] : 1, sizes[sizes.count - 2], sizes[sizes.count - 1]),
      pixels: images.elements, labels: labels.elements, classNames: classNames, name: name)
  }

  private init(
    shape: (channels: Int, height: Int, width: Int), checkedPixels: [UInt8], labels: [UInt8],
    classNames: [String]
  ) {
    count = labels.count
    (channels, height, width) = shape
    pixels = checkedPixels
    self.labels = labels
    self.classNames = classNames
    let sizes =
      shape.channels == 1 ? [shape.height, shape.width] : [shape.channels, shape.height, shape.width]
    var hasher = Digest.Hasher()
    for (dimensions, elements) in [([labels.count] + sizes, checkedPixels), ([labels.count], labels)] {
      IDXFile.header(dimensions: dimensions).withUnsafeBytes { hasher.update($0) }
      elements.withUnsafeBytes { hasher.update($0) }
    }
    digest = hasher.finalize()
  }

  /// The number of values of one image.
  public var valuesPerImage: Int { channels * height * width }

  /// The values of one image, [channels, height, width].
  public func pixels(ofImage index: Int) -> ArraySlice<UInt8> {
    pixels[(index * valuesPerImage)..<((index + 1) * valuesPerImage)]
  }

  /// The first images, all if there are not more than `limit`: what a configuration's `limit` means.
  ///
  /// The digest is that of what is left, so a shortened data set is another data set.
  ///
  /// - Precondition: `limit` is not negative.
  public func prefix(_ limit: Int) -> LabelledImages {
    precondition(limit >= 0, "a limit is not negative")
    guard limit < count else { return self }
    return LabelledImages(
      shape: (channels, height, width), checkedPixels: Array(pixels[..<(limit * valuesPerImage)]),
      labels: Array(labels[..<limit]), classNames: classNames)
  }

  /// The images at given indices, in that order: one part of a split.
  ///
  /// - Precondition: every index is below `count`.
  public func selecting(_ indices: [Int]) -> LabelledImages {
    var chosen: [UInt8] = []
    chosen.reserveCapacity(indices.count * valuesPerImage)
    for index in indices { chosen += pixels(ofImage: index) }
    return LabelledImages(
      shape: (channels, height, width), checkedPixels: chosen, labels: indices.map { labels[$0] },
      classNames: classNames)
  }
}
