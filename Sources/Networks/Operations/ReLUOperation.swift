import Tensors

/// Y = X ≤ 0 ? +0 : X.
struct ReLUOperation<S: Scalar>: Operation {
  let x: Slot
  let output: Slot

  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) {
    run.processor.relu(run[x], into: run[output], count: run.count * x.shape.count)
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    // dX = Y ≤ 0 ? +0 : dY; X ≤ 0 exactly where Y ≤ 0.
    run.processor.reluBackward(
      run.outputGradient(output), output: run[output], into: dX, count: run.count * x.shape.count)
  }

  func kinkSignature(_ run: Run<S>) -> UInt64 {
    let values = UnsafeBufferPointer(start: run[output], count: run.count * x.shape.count)
    return values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ ($1 > 0 ? 1 : 0)) &* 0x100_0000_01b3 }
  }
}
