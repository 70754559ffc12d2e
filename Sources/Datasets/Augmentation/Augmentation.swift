import Settings
import Tensors

/// Random changes to training images: a list of transforms that are applied one after the other.
///
///     - horizontal-flip: { probability: 0.5 }
///     - rotation: { degrees: 10 }
///     - normalize: { mean: [0.5], standard-deviation: [0.25] }
///
/// An image is (channels, height, width) in Float with values in 0…1 and one or three channels. What becomes of it is
/// a pure function of the image, the seed, the epoch and its number in the data set: all random numbers are those
/// of Philox's stream (seed, augmentation, site = number, step = epoch), of which the transform at place t of the list
/// has the words t·2²⁴ ..< (t + 1)·2²⁴ (``Mixup`` has those from 2³³ on). Each transform's file gives its arithmetic:
/// Floats with every operation rounded in the stated order, coordinates in Double by + − · / √ and the project's
/// own functions.
public struct Augmentation: Codable, Sendable {
  /// The transforms, first to last.
  public let transforms: [any ImageTransform]

  /// No transforms: images stay as they are.
  public init() { transforms = [] }

  private init(_ transforms: [any ImageTransform]) { self.transforms = transforms }

  /// Whether images stay as they are.
  public var isEmpty: Bool { transforms.isEmpty }

  /// What is done to images that are measured on: the transforms that draw nothing, which is `normalize`.
  public var inEvaluation: Augmentation { Augmentation(transforms.filter { !type(of: $0).isRandom }) }

  // MARK: Applying

  /// The most values of an image, so that a transform's words suffice.
  private static let largestImage = 1 << 23

  /// Throws unless examples can be augmented: images whose values are in 0…1 where a transform needs that.
  ///
  /// - Throws: `DatasetError.unfit` that names the transform and what does not fit.
  public func check(_ examples: Examples) throws {
    try check(examples.shape)
    if let transform = transforms.first(where: { type(of: $0).needsUnitRange }), !examples.areInUnitRange {
      throw unfit(
        "'\(type(of: transform).kind)' needs images of bytes with values in 0…1: leave the data set's 'divisor' at 255"
      )
    }
  }

  /// Throws unless images of a shape can be augmented.
  ///
  /// - Throws: `DatasetError.unfit` that names the transform and what does not fit.
  public func check(_ shape: Shape) throws {
    guard !isEmpty else { return }
    let dimensions = shape.dimensions
    guard dimensions.count == 3, dimensions[0] == 1 || dimensions[0] == 3,
      (1...Self.largestImage).contains(shape.count)
    else {
      throw unfit(
        "images are (channels, height, width) with 1 or 3 channels and at most 2^23 values, and these are \(shape)"
      )
    }
    for transform in transforms {
      if let problem = transform.problem(with: shape) {
        throw unfit("'\(type(of: transform).kind)' \(problem)")
      }
    }
  }

  /// An image as it is in an epoch.
  ///
  /// - Parameters:
  ///   - image: (channels, height, width) of Floats in 0…1.
  ///   - seed: The experiment's seed.
  ///   - epoch: From 0 to 2³² − 1.
  ///   - index: The sample's number in its data set, from 0 to 2³² − 1.
  /// - Throws: `DatasetError.unfit` for an image that `check` refuses or that is not of Floats, and for numbers out of
  ///   range.
  public func callAsFunction(_ image: Tensor, seed: UInt64, epoch: Int, index: Int) throws -> Tensor {
    try check(image.shape)
    guard var pixels = image.floats else {
      throw unfit("an image has values of Float, not of \(image.elementType)")
    }
    guard UInt32(exactly: epoch) != nil, UInt32(exactly: index) != nil else {
      throw unfit("epoch \(epoch) and sample \(index) must be from 0 to 4294967295")
    }
    var scratch = [Float](repeating: 0, count: pixels.count)
    pixels.withUnsafeMutableBufferPointer { pixels in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let start = pixels.baseAddress, let room = scratch.baseAddress else { return }
        apply(
          to: start, scratch: room, shape: image.shape,
          stream: Self.stream(seed: seed, epoch: epoch, index: index))
      }
    }
    return Tensor(pixels, shape: image.shape)
  }

  /// Where the random numbers of a sample in an epoch come from, those of ``Mixup`` too.
  package static func stream(seed: UInt64, epoch: Int, index: Int) -> RandomStream {
    RandomStream(seed: seed, purpose: .augmentation, site: RandomSite(index: index), step: epoch)
  }

  /// Changes an image in place; allocates nothing for each pixel.
  ///
  /// - Parameters:
  ///   - image: `shape.count` values.
  ///   - scratch: Room for as many; what it holds afterwards means nothing.
  ///   - shape: One that `check` accepts.
  ///   - stream: The sample's, `stream(seed:epoch:index:)`.
  package func apply(
    to image: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>, shape: Shape,
    stream: RandomStream
  ) {
    guard !isEmpty else { return }
    var changed = AugmentedImage(
      pixels: image, spare: scratch, channels: shape.dimensions[0], height: shape.dimensions[1],
      width: shape.dimensions[2])
    for (place, transform) in transforms.enumerated() {
      transform.apply(to: &changed, TransformDraws(stream, place: place))
    }
    if changed.pixels != image { image.update(from: changed.pixels, count: changed.count) }
  }

  private func unfit(_ reason: String) -> DatasetError { .unfit(dataset: "augmentation", reason: reason) }
}

extension Augmentation: Equatable {
  /// Whether they are lists of equal transforms.
  public static func == (a: Augmentation, b: Augmentation) -> Bool {
    a.transforms.count == b.transforms.count && zip(a.transforms, b.transforms).allSatisfy { $0.equals($1) }
  }
}

// MARK: - Coding

extension Augmentation {
  /// Reads a list of at most 256 transforms.
  ///
  /// - Throws: for an unknown transform, and for one behind `normalize` that needs values in 0…1.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var transforms: [any ImageTransform] = []
    while !list.isAtEnd { transforms.append(try list.decode(OneOf<ImageTransforms>.self).wrappedValue) }
    func refuse(_ reason: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: reason))
    }
    guard transforms.count <= 256 else { throw refuse("has \(transforms.count) transforms; at most 256") }
    let normalized = transforms.drop { !($0 is Normalize) }
    if let late = normalized.first(where: { type(of: $0).needsUnitRange }) {
      throw refuse("has '\(type(of: late).kind)', which takes values in 0...1, behind '\(Normalize.kind)'")
    }
    self.init(transforms)
  }

  /// Writes the list as it is read.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for transform in transforms { try list.encode(OneOf<ImageTransforms>(wrappedValue: transform)) }
  }
}
