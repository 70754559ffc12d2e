import Tensors

/// Y = ((X − mean) / σ) · gamma + beta, with the mean and deviation of each sample's own values.
struct LayerNormOperation<S: Scalar>: Operation {
  let x: Slot
  let affine: (gamma: Slot, beta: Slot)?  // as x
  let mean: Slot, variance: Slot, deviation: Slot  // ()
  let output: Slot  // as x
  let epsilon: Double

  var inputs: [Slot] { affine.map { [x, $0.gamma, $0.beta] } ?? [x] }
  private var width: Int { x.shape.count }

  /// A sample is to its statistics what a channel is in batch normalisation.
  private func shape(_ run: Run<S>) -> ChannelShape {
    ChannelShape(samples: 1, channels: run.count, positions: width)
  }

  func forward(_ run: Run<S>) {
    run.processor.channelStatistics(run[x], shape: shape(run), mean: run[mean], variance: run[variance])
    run.processor.deviations(of: run[variance], epsilon: epsilon, into: run[deviation], count: run.count)
    run.processor.normalizeRows(
      run[x], rows: run.count, columns: width, mean: run[mean], deviation: run[deviation],
      affine: affine.map { (UnsafePointer(run[$0.gamma]), UnsafePointer(run[$0.beta])) },
      into: run[output])
  }

  func backward(_ run: Run<S>) {
    let dY = run.outputGradient(output)
    if let affine {
      if let dGamma = run.gradient(of: 1, affine.gamma) {
        // dγ = Σ over the batch of (d/σ) · dY
        run.processor.sumNormalized(
          run[x], times: dY, rows: run.count, columns: width, mean: run[mean], deviation: run[deviation],
          into: dGamma, continues: run.continues(1))
      }
      if let dBeta = run.gradient(of: 2, affine.beta) {
        run.processor.sumRows(
          of: dY, into: dBeta, rows: run.count, columns: width, continues: run.continues(2))
      }
    }
    guard let dX = run.gradient(of: 0, x) else { return }
    // G = dY · γ, then batch normalisation's backward with γ = 1 along each sample.
    var gradient = dY
    if let affine {
      run.processor.multiplyRows(dY, by: run[affine.gamma], into: dX, rows: run.count, columns: width)
      gradient = dX
    }
    run.processor.channelGradients(
      gradient, x: run[x], shape: shape(run), mean: run[mean], deviation: run[deviation], gamma: nil, dx: dX)
  }
}
