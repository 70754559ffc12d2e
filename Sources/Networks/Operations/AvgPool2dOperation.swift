import Tensors

/// Y = the mean of each window of X.
struct AvgPool2dOperation<S: Scalar>: Operation {
  let x: Slot  // (channels, height, width)
  let output: Slot  // (channels, rows, columns)
  let shape: PoolingShape

  var inputs: [Slot] { [x] }
  private func planes(_ run: Run<S>) -> Int { run.count * x.shape.dimensions[0] }

  func forward(_ run: Run<S>) {
    run.processor.averagePool(run[x], planes: planes(run), shape: shape, into: run[output])
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    run.processor.averagePoolBackward(
      run.outputGradient(output), planes: planes(run), shape: shape, into: dX)
  }
}
