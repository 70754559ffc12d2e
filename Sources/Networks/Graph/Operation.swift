import Tensors

/// One step of a recorded network: its forward and its backward, side by side.
///
/// Operations are the only place where a derivative lives. A backward writes — never adds — the gradient
/// of each of its inputs to where `Run.gradient(of:)` says; adding up several uses of one value is the
/// graph's work.
public protocol Operation<S>: Sendable {
  /// The type of numbers.
  associatedtype S: Scalar
  /// What it reads and has derivatives for: values and parameters, in the order of `Run.gradient(of:)`.
  var inputs: [Slot] { get }
  /// What it writes.
  var output: Slot { get }

  /// Computes the output from the inputs.
  func forward(_ run: Run<S>)
  /// Computes the inputs' gradients from the output's.
  func backward(_ run: Run<S>)
  /// A hash of which side of each kink (such as ReLU's at 0) the last forward was on; 0 without kinks.
  ///
  /// A gradient check compares it between neighbouring points: across a kink there is no derivative.
  func kinkSignature(_ run: Run<S>) -> UInt64
}

extension Operation {
  /// No kinks.
  public func kinkSignature(_ run: Run<S>) -> UInt64 { 0 }
}
