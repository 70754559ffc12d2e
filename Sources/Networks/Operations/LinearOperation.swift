import Tensors

/// Y (N, out) = X (N, in) · Wᵀ (in, out) + b (out,).
struct LinearOperation<S: Scalar>: Operation {
  let x: Slot  // (in,)
  let weight: Slot  // (out, in)
  let bias: Slot?  // (out,)
  let output: Slot  // (out,)

  var inputs: [Slot] { bias.map { [x, weight, $0] } ?? [x, weight] }
  private var inputCount: Int { x.shape.count }
  private var outputCount: Int { output.shape.count }

  func forward(_ run: Run<S>) {
    run.processor.multiply(
      MatrixView(run[x], stride: inputCount),
      MatrixView(run[weight], stride: inputCount).transposed,
      into: run[output], cStride: outputCount,
      m: run.count, n: outputCount, k: inputCount, bias: bias.map { UnsafePointer(run[$0]) })
  }

  func backward(_ run: Run<S>) {
    let dY = run.outputGradient(output)  // (N, out)
    if let dW = run.gradient(of: 1, weight) {
      // dW (out, in) = dYᵀ (out, N) · X (N, in): a chain over the batch.
      run.processor.multiply(
        MatrixView(dY, stride: outputCount).transposed, MatrixView(run[x], stride: inputCount),
        into: dW, cStride: inputCount,
        m: outputCount, n: inputCount, k: run.count, accumulates: run.continues(1))
    }
    if let bias, let db = run.gradient(of: 2, bias) {
      // db (out,) = Σ over the batch of dY
      run.processor.sumRows(
        of: dY, into: db, rows: run.count, columns: outputCount, continues: run.continues(2))
    }
    if let dX = run.gradient(of: 0, x) {
      // dX (N, in) = dY (N, out) · W (out, in)
      run.processor.multiply(
        MatrixView(dY, stride: outputCount), MatrixView(run[weight], stride: inputCount),
        into: dX, cStride: inputCount,
        m: run.count, n: inputCount, k: outputCount)
    }
  }
}
