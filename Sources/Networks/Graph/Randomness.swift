import Tensors

/// A source of random numbers that several passes draw from, one after the other.
///
/// Philox's source has no state, PyTorch's has: what one pass draws, the next does not see again.
public final class Randomness {
  /// The source as it is now.
  public var source: any RandomSource

  /// Shares a source.
  public init(_ source: any RandomSource) { self.source = source }
}
