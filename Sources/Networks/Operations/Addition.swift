import Tensors

/// Y = A + B, one addition an element.
struct Addition<S: Scalar>: Operation {
  let a: Slot
  let b: Slot
  let output: Slot

  var inputs: [Slot] { [a, b] }

  func forward(_ run: Run<S>) {
    run.processor.add(run[a], run[b], into: run[output], count: run.count * output.shape.count)
  }

  func backward(_ run: Run<S>) {
    // dA = dB = dY
    for (index, slot) in [a, b].enumerated() {
      guard let gradient = run.gradient(of: index, slot) else { continue }
      run.processor.copy(
        run.outputGradient(output), into: gradient, count: run.count * output.shape.count)
    }
  }
}
