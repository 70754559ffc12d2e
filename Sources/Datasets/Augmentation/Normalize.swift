import Settings
import Tensors

/// `normalize: { mean: [0.5], standard-deviation: [0.25] }`: (x − mean) / deviation in each channel.
///
/// Both numbers are rounded to Float; the difference is rounded, then the quotient.
public struct Normalize: ImageTransform {
  /// What configurations call it.
  public static let kind = "normalize"
  /// It draws nothing, so it is part of evaluation.
  public static let isRandom = false

  /// What is subtracted, for each channel.
  public let mean: [Double]
  /// What is divided by, for each channel.
  public let standardDeviation: [Double]

  /// Reads `mean` (needed) and `standard-deviation` (needed, as many, positive).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let mean: [Double] = try options.value(
      .mean,
      Rule("a list of 1 or 3 finite numbers") {
        ($0.count == 1 || $0.count == 3) && $0.allSatisfy { Float($0).isFinite }
      })
    self.mean = mean
    standardDeviation = try options.value(
      .standardDeviation,
      Rule("as many positive numbers as 'mean' has, \(mean.count)") {
        $0.count == mean.count && $0.allSatisfy { Float($0) > 0 && Float($0).isFinite }
      })
  }

  /// There must be a mean for each channel.
  public func problem(with shape: Shape) -> String? {
    let channels = shape.dimensions[0]
    guard channels != mean.count else { return nil }
    return "has \(mean.count) in 'mean', one for each channel, and images of shape \(shape) have \(channels)"
  }

  /// Subtracts and divides.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    for channel in 0..<image.channels {
      let (mean, deviation) = (Float(mean[channel]), Float(standardDeviation[channel]))
      let values = image.pixels + channel * image.plane
      for i in 0..<image.plane { values[i] = (values[i] - mean) / deviation }
    }
  }
}
