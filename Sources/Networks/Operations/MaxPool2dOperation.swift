import Tensors

/// Y = the first maximum of each window of X.
struct MaxPool2dOperation<S: Scalar>: Operation {
  let x: Slot  // (channels, height, width)
  let winners: Slot  // as the output
  let output: Slot  // (channels, rows, columns)
  let shape: PoolingShape

  var inputs: [Slot] { [x] }
  private func planes(_ run: Run<S>) -> Int { run.count * x.shape.dimensions[0] }

  func forward(_ run: Run<S>) {
    run.processor.maxPool(
      run[x], planes: planes(run), shape: shape, into: run[output], winners: run[winners])
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    run.processor.maxPoolBackward(
      run.outputGradient(output), winners: run[winners], planes: planes(run), shape: shape, into: dX)
  }

  func kinkSignature(_ run: Run<S>) -> UInt64 {
    let winners = UnsafeBufferPointer(start: run[winners], count: run.count * output.shape.count)
    return winners.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
