import Tensors

/// Y = the mean of each plane of X.
struct AdaptiveAvgPool2dOperation<S: Scalar>: Operation {
  let x: Slot  // (channels, height, width)
  let output: Slot  // (channels, 1, 1)

  var inputs: [Slot] { [x] }
  private func planes(_ run: Run<S>) -> Int { run.count * output.shape.count }
  private var positions: Int { x.shape.count / output.shape.count }

  func forward(_ run: Run<S>) {
    let shape = ChannelShape(samples: 1, channels: planes(run), positions: positions)
    run.processor.channelStatistics(run[x], shape: shape, mean: run[output], variance: nil)
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    run.processor.spreadMeans(
      run.outputGradient(output), planes: planes(run), positions: positions, into: dX)
  }
}
