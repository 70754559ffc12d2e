import Settings
import Tensors

/// One step of an augmentation, as a value that holds its options and has been read from a configuration.
///
/// Names and parameters are those of `torchvision.transforms`. Values stay in 0…1, and a transform whose options are
/// neutral leaves every bit as it is. No type outside this package can be one, since an image's pixels are not
/// public.
public protocol ImageTransform: Kind, Equatable {
  /// Whether it draws random numbers; one that does not is part of evaluation too.
  static var isRandom: Bool { get }
  /// Whether it needs values in 0…1, so that it cannot follow `normalize`.
  static var needsUnitRange: Bool { get }

  /// Why it cannot work on images (channels, height, width), as the end of a sentence that begins with its name; `nil`
  /// if it can.
  func problem(with shape: Shape) -> String?
  /// Changes an image.
  func apply(to image: inout AugmentedImage, _ draws: TransformDraws)
}

extension ImageTransform {
  /// Most draw.
  public static var isRandom: Bool { true }
  /// Most move values and do not compute with them.
  public static var needsUnitRange: Bool { false }
  /// Most take every image.
  public func problem(with shape: Shape) -> String? { nil }

  func equals(_ other: any ImageTransform) -> Bool { other as? Self == self }
}

/// Every transform that a configuration can name.
public enum ImageTransforms: Kinds {
  /// What `@OneOf<ImageTransforms>` wraps.
  public typealias Value = any ImageTransform
  /// What errors call one of them.
  public static let noun = "transform"
  /// Every transform, in the order in which errors list them.
  public static let all: [any Kind.Type] = [
    HorizontalFlip.self, Rotation.self, ResizedCrop.self, ColorJitter.self, Normalize.self,
    SaltAndPepper.self, GaussianNoise.self, RandomErasing.self,
  ]
}

/// The image (channels, height, width), row-major, that transforms change one after the other.
public struct AugmentedImage {
  /// The values.
  package private(set) var pixels: UnsafeMutablePointer<Float>
  /// Room for as many, for a transform that cannot work in place.
  package private(set) var spare: UnsafeMutablePointer<Float>
  package let channels: Int
  package let height: Int
  package let width: Int

  /// An image in memory of the caller's; both pointers have room for channels · height · width numbers.
  package init(
    pixels: UnsafeMutablePointer<Float>, spare: UnsafeMutablePointer<Float>, channels: Int, height: Int,
    width: Int
  ) {
    self.pixels = pixels
    self.spare = spare
    self.channels = channels
    self.height = height
    self.width = width
  }

  /// Values of a channel.
  package var plane: Int { height * width }
  /// All values.
  package var count: Int { channels * plane }

  /// Makes what was written to `spare` the image.
  package mutating func exchange() { swap(&pixels, &spare) }

  /// Between four neighbors: t = a + x·(b − a) above, u = c + x·(d − c) below, then t + y·(u − t), each step rounded
  /// to Float.
  ///
  /// Weights 0 give `a` exactly; with values and weights in 0…1 the result lies in 0…1.
  @inline(__always)
  static func bilinear(_ a: Float, _ b: Float, _ c: Float, _ d: Float, x: Float, y: Float) -> Float {
    let t = a + x * (b - a)
    let u = c + x * (d - c)
    return t + y * (u - t)
  }
}

/// The random numbers of one transform of one sample in one epoch.
///
/// Word i is word `place`·2²⁴ + i of the sample's stream, `place` being the transform's in the list, from 0: what a
/// transform draws does not depend on the others.
public struct TransformDraws {
  let stream: RandomStream
  let start: Int

  /// The words of a transform by its place in the list.
  package init(_ stream: RandomStream, place: Int) {
    self.stream = stream
    start = place << 24
  }

  /// Word i.
  func word(_ i: Int) -> UInt32 { stream.word(start + i) }

  /// `UniformUnit.double` of words i and i + 1, in [0, 1).
  func unit(_ i: Int) -> Double { UniformUnit.double(high: word(i), low: word(i + 1)) }

  /// lower + u · (upper − lower) in Double, each step rounded, u = `unit(i)`.
  func uniform(_ i: Int, in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit(i) * (range.upperBound - range.lowerBound)
  }

  /// `RandomStream.integer` at word i.
  func integer(_ i: Int, below bound: Int) -> Int { stream.integer(at: start + i, below: bound) }

  /// Whether word i is below probability · 2³², whole numbers only.
  func happens(_ i: Int, probability: Double) -> Bool {
    DropoutRule(keepProbability: probability).keeps(word(i))
  }
}

extension KeyedDecodingContainer {
  /// An option of two numbers, `[0.9, 1]`: a range with both ends.
  func range(
    _ key: Key, default standard: ClosedRange<Double>, within limits: ClosedRange<Double>
  ) throws -> ClosedRange<Double> {
    let rule = Rule<[Double]>(
      "two numbers from \(limits.lowerBound) to \(limits.upperBound), the second not below the first"
    ) { $0.count == 2 && $0.allSatisfy(limits.contains) && $0[0] <= $0[1] }
    let pair = try value(key, default: [standard.lowerBound, standard.upperBound], rule)
    return pair[0]...pair[1]
  }
}
