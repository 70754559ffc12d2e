import Tensors

/// Layer normalisation: y = ((x − mean) / √(variance + ε)) · gamma + beta, sample by sample.
///
/// Mean and biased variance are those of all of a sample's values, each one ascending chain. gamma
/// (`weight`, starts at 1) and beta (`bias`, starts at 0) have one sample's shape. Backward: G = dy · gamma,
/// then batch normalisation's steps (`Processor.channelGradients`) with γ = 1 along the sample;
/// dγ = Σ (d/σ) · dy and dβ = Σ dy over the batch.
///
/// Ba, Kiros and Hinton, "Layer Normalization", 2016, arXiv:1607.06450.
public struct LayerNorm: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "layer-norm"
  /// The layer with PyTorch's defaults.
  public static let withDefaults: LayerNorm? = LayerNorm()

  /// Added to the variance.
  public let epsilon: Double
  /// Whether there are gamma and beta.
  public let affine: Bool

  /// A layer normalisation; the defaults are PyTorch's.
  public init(epsilon: Double = 1e-5, affine: Bool = true) {
    self.epsilon = epsilon
    self.affine = affine
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    epsilon = try options.decodeIfPresent(Double.self, forKey: .epsilon) ?? 1e-5
    affine = try options.decodeIfPresent(Bool.self, forKey: .affine) ?? true
    guard epsilon > 0, epsilon.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .epsilon, in: options, debugDescription: "epsilon is \(epsilon), but must be positive")
    }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    guard !x.shape.dimensions.isEmpty, x.shape.count > 0 else {
      throw GraphError.shape(layer: Self.kind, path: graph.path, takes: "at least one value", got: x.shape)
    }
    let gammaAndBeta =
      affine
      ? (
        try graph.parameter("weight", x.shape, .constant(1)),
        try graph.parameter("bias", x.shape, .constant(0))
      ) : nil
    return graph.record(
      LayerNormOperation<S>(
        x: x.slot, affine: gammaAndBeta,
        mean: try graph.scratch("mean", []), variance: try graph.scratch("variance", []),
        deviation: try graph.scratch("deviation", []),
        output: try graph.activation(x.shape), epsilon: epsilon))
  }
}
