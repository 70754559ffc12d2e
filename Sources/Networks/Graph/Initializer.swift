/// The rule by which a parameter gets its first values.
public enum Initializer: Sendable, Equatable {
  /// Uniform in ±bound.
  case uniform(bound: Double)
  /// Normal with this mean and standard deviation.
  case normal(mean: Double, standardDeviation: Double)
  /// The same value everywhere.
  case constant(Double)

  /// PyTorch's default for a layer with `fanIn` inputs a unit: uniform in ±1/√fanIn.
  ///
  /// This is Kaiming-uniform with a = √5: gain √(2 / (1 + 5)) · √3 / √fanIn = 1/√fanIn
  /// (He et al. 2015, arXiv:1502.01852). PyTorch's weights take the longer way; as a Float the bound is the same
  /// for every fanIn up to 200,000.
  public static func torchDefault(fanIn: Int) -> Initializer {
    .uniform(bound: 1 / Double(max(fanIn, 1)).squareRoot())
  }
}
