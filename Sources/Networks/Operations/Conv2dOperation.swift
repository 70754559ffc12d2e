import Tensors

/// Y[n,o] = Σ W[o,c,i,j] · X[n,c,…+i,…+j] + b[o].
struct Conv2dOperation<S: Scalar>: Operation {
  let x: Slot  // (channels, height, width)
  let weight: Slot  // (outputs, channels, kernel, kernel)
  let bias: Slot?  // (outputs,)
  let output: Slot  // (outputs, height′, width′)
  /// The input in a frame of zeros, which the forward fills and the weight's gradient reads; `nil` without padding.
  let padded: Slot?
  let scratch: Slot
  let geometry: ConvolutionGeometry

  var inputs: [Slot] { bias.map { [x, weight, $0] } ?? [x, weight] }

  func forward(_ run: Run<S>) {
    if let padded { run.processor.pad(run[x], into: run[padded], geometry, count: run.count) }
    run.processor.convolve(
      run[padded ?? x], weight: run[weight], bias: bias.map { UnsafePointer(run[$0]) }, into: run[output],
      scratch: run[scratch], geometry, count: run.count)
  }

  func backward(_ run: Run<S>) {
    let dY = run.outputGradient(output)
    if let dW = run.gradient(of: 1, weight) {
      run.processor.convolveWeightGradient(
        run[padded ?? x], dy: dY, into: dW, bias: bias.flatMap { run.gradient(of: 2, $0) },
        scratch: run[scratch], geometry, count: run.count, continues: run.continues(1))
    }
    if let dX = run.gradient(of: 0, x) {
      run.processor.convolveBackward(
        dY, weight: run[weight], into: dX, scratch: run[scratch], geometry, count: run.count)
    }
  }
}
