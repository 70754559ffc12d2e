import Tensors

/// Arrays for tests, the same in every run.
public enum Arrays {
  /// Uniform in −1..<1, by seed.
  public static func uniform<S: Scalar>(_ count: Int, seed: Int) -> [S] {
    let stream = PhiloxSource(seed: UInt64(seed)).stream(.dataGeneration)
    return (0..<count).map { S(Double(stream.word($0)) * 0x1p-31 - 1) }
  }

  /// Whole numbers in −range...range, by seed: sums of their products are exact in any order.
  public static func integers<S: Scalar>(_ count: Int, range: Int, seed: Int) -> [S] {
    let stream = PhiloxSource(seed: UInt64(seed)).stream(.dataGeneration)
    return (0..<count).map { S(Int(stream.word($0) % UInt32(2 * range + 1)) - range) }
  }
}
