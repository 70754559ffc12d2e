import Tensors

/// Y = X > 0 ? X : X · slope.
struct LeakyReLUOperation<S: Scalar>: Operation {
  let x: Slot
  let output: Slot
  let slope: S

  var inputs: [Slot] { [x] }

  func forward(_ run: Run<S>) {
    run.processor.leakyReLU(run[x], slope: slope, into: run[output], count: run.count * x.shape.count)
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    // dX = X > 0 ? dY : dY · slope; by X, since a negative slope would hide its sign in Y.
    run.processor.leakyReLUBackward(
      run.outputGradient(output), input: run[x], slope: slope, into: dX, count: run.count * x.shape.count)
  }

  func kinkSignature(_ run: Run<S>) -> UInt64 {
    let values = UnsafeBufferPointer(start: run[x], count: run.count * x.shape.count)
    return values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ ($1 > 0 ? 1 : 0)) &* 0x100_0000_01b3 }
  }
}
