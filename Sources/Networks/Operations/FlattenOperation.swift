import Tensors

/// Y (count,) = X of any shape, in row-major order.
///
/// A copy, so that the flat value has a slot, a path and a gradient of its own like any other.
struct FlattenOperation<S: Scalar>: Operation {
  let x: Slot
  let output: Slot

  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) {
    run.processor.copy(run[x], into: run[output], count: run.count * x.shape.count)
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    run.processor.copy(run.outputGradient(output), into: dX, count: run.count * x.shape.count)
  }
}
