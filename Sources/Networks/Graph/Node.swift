import Tensors

/// A value in a network that is being recorded: what a layer takes and gives.
public struct Node<S: Scalar> {
  /// The network being recorded.
  public let graph: Graph<S>
  /// Where the value will lie.
  public let slot: Slot
  /// One sample's shape.
  public var shape: Shape { slot.shape }
}
