import Tensors

/// A named place in memory: every value of a network lives in one, so everything can be found by its path.
public struct Slot: Sendable {
  /// What a slot holds, which says where it lies and how long.
  public enum Kind: Sendable {
    /// Trained values, with a gradient. Parameters lie one behind the other in declaration order.
    case parameter
    /// Values that training changes without a gradient, such as running means; checkpoints hold them.
    case buffer
    /// A value per sample, with a gradient while training.
    case activation
    /// A value per sample that an operation keeps between its forward and its backward.
    case scratch
    /// Values that an operation keeps between its forward and its backward, as many for every batch.
    case fixedScratch
  }

  /// Where it stands in the network: `hidden/linear/weight`.
  public let path: String
  /// What it holds.
  public let kind: Kind
  /// Its shape; for activations and scratch that of one sample, the batch being a dimension in front.
  public let shape: Shape
  /// Elements before it in the arena of its kind; for values per sample, before it in one sample's share.
  let offset: Int
  /// Its number among the slots of its kind.
  let index: Int
}
