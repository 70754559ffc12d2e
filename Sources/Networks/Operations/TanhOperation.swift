import Tensors

/// Y = tanh X.
struct TanhOperation<S: Scalar>: Operation {
  let x: Slot
  let output: Slot

  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) {
    run.processor.tanh(run[x], into: run[output], count: run.count * x.shape.count)
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    // dX = dY · (1 − Y · Y)
    run.processor.tanhBackward(
      run.outputGradient(output), output: run[output], into: dX, count: run.count * x.shape.count)
  }
}
