import Tensors

/// Inverted dropout: in training each value is set to 0 with a probability p and multiplied by 1/(1−p)
/// otherwise; in evaluation nothing happens.
///
/// y = x · m, with m = +0 or S(1/(1−p)), the quotient rounded once from Double, and m = +0 everywhere for
/// p = 1. Which values are kept is decided by the pass's source of random numbers, under the layer's path.
///
/// Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR 15, 2014.
public struct Dropout: Layer, Equatable {
  /// Its name in configurations and paths.
  public static let kind = "dropout"

  /// The probability of dropping a value, in 0...1.
  public let probability: Double

  /// A dropout with this probability, in 0...1.
  public init(probability: Double) { self.probability = probability }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    probability = try options.decode(Double.self, forKey: .probability)
    guard (0...1).contains(probability) else {
      throw DecodingError.dataCorruptedError(
        forKey: .probability, in: options,
        debugDescription: "probability is \(probability), but must be in 0...1")
    }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    guard (0...1).contains(probability) else {
      throw GraphError.option(
        layer: Self.kind, path: graph.path, problem: "probability is \(probability), but must be in 0...1")
    }
    // The mask is of bytes: as many elements as hold that many.
    let size = MemoryLayout<S>.size
    return graph.record(
      DropoutOperation<S>(
        x: x.slot, mask: try graph.scratch("mask", [(x.shape.count + size - 1) / size]),
        output: try graph.activation(x.shape), site: RandomSite(path: graph.path), probability: probability))
  }
}
