import Tensors

/// The leaky rectifier: y = x > 0 ? x : x · slope, element by element.
public struct LeakyReLU: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "leaky-relu"
  /// The layer with a slope of 0.01.
  public static let withDefaults: LeakyReLU? = LeakyReLU()

  /// The factor of values that are not above 0.
  public let negativeSlope: Double

  /// A leaky rectifier; the default slope is PyTorch's.
  public init(negativeSlope: Double = 0.01) { self.negativeSlope = negativeSlope }

  private enum CodingKeys: String, CodingKey {
    case negativeSlope = "negative-slope"
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    negativeSlope = try options.decodeIfPresent(Double.self, forKey: .negativeSlope) ?? 0.01
    guard negativeSlope.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .negativeSlope, in: options,
        debugDescription: "negative-slope is \(negativeSlope), but must be a finite number")
    }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    x.graph.record(
      LeakyReLUOperation<S>(
        x: x.slot, output: try x.graph.activation(x.shape), slope: S(negativeSlope)))
  }
}
