import Tensors

/// Y = ((X − mean) / σ) · gamma + beta for each channel, over the batch and the positions.
struct BatchNormOperation<S: Scalar>: Operation {
  let x: Slot  // (channels, …)
  let gamma: Slot, beta: Slot  // (channels,)
  let runningMean: Slot, runningVariance: Slot  // (channels,)
  let mean: Slot, variance: Slot, deviation: Slot  // (channels,)
  let output: Slot  // (channels, …)
  let layer: BatchNorm

  var inputs: [Slot] { [x, gamma, beta] }
  private var channels: Int { gamma.shape.count }

  private func shape(_ run: Run<S>) -> ChannelShape {
    ChannelShape(samples: run.count, channels: channels, positions: x.shape.count / channels)
  }

  private func usesBatchStatistics(_ run: Run<S>) -> Bool {
    run.isTraining || layer.evaluatesWith == .batch
  }

  func forward(_ run: Run<S>) {
    let shape = shape(run)
    if usesBatchStatistics(run) {
      run.processor.channelStatistics(run[x], shape: shape, mean: run[mean], variance: run[variance])
      if run.isTraining { updateRunningStatistics(run, chainCount: shape.chainCount) }
    } else {
      run[mean].update(from: run[runningMean], count: channels)
      run[variance].update(from: run[runningVariance], count: channels)
    }
    run.processor.deviations(
      of: run[variance], epsilon: layer.epsilon, into: run[deviation], count: channels)
    run.processor.normalizeChannels(
      run[x], shape: shape, mean: run[mean], deviation: run[deviation], gamma: run[gamma], beta: run[beta],
      into: run[output])
  }

  private func updateRunningStatistics(_ run: Run<S>, chainCount: Int) {
    // One value has no unbiased variance: N / (N − 1) would put NaN into every evaluation to come.
    guard chainCount > 1 else { return }
    run.processor.updateRunningAverage(
      run[runningMean], with: run[mean], momentum: layer.momentum, count: channels)
    run.processor.updateRunningAverage(
      run[runningVariance], with: run[variance], factor: Double(chainCount) / Double(chainCount - 1),
      momentum: layer.momentum, count: channels)
  }

  func backward(_ run: Run<S>) {
    let dX = run.gradient(of: 0, x), dGamma = run.gradient(of: 1, gamma), dBeta = run.gradient(of: 2, beta)
    run.processor.channelGradients(
      run.outputGradient(output), x: run[x], shape: shape(run), mean: run[mean], deviation: run[deviation],
      gamma: run[gamma], dx: dX,
      dGamma: dGamma.map { ($0, run.continues(1)) }, dBeta: dBeta.map { ($0, run.continues(2)) },
      constantStatistics: !usesBatchStatistics(run))
  }
}
