import Tensors

/// Y = X · M in training, with M = +0 or S(1/(1−p)); Y = X in evaluation and for p = 0.
struct DropoutOperation<S: Scalar>: Operation {
  let x: Slot
  /// Bytes, 1 where a value is kept, in the memory of as many numbers as hold them.
  let mask: Slot
  let output: Slot
  /// Where its random numbers come from: made from its path once.
  let site: RandomSite
  let probability: Double

  var inputs: [Slot] { [x] }

  private var scale: S { probability == 1 ? 0 : S(1 / (1 - probability)) }

  private func drops(_ run: Run<S>) -> Bool { run.isTraining && probability > 0 }

  private func bytes(_ run: Run<S>) -> UnsafeMutableBufferPointer<UInt8> {
    let count = run.count * x.shape.count
    let start = UnsafeMutableRawPointer(run[mask]).bindMemory(to: UInt8.self, capacity: count)
    return UnsafeMutableBufferPointer(start: start, count: count)
  }

  func forward(_ run: Run<S>) {
    let count = run.count * x.shape.count
    guard drops(run) else { return run.processor.copy(run[x], into: run[output], count: count) }
    guard let random = run.pass.random else {
      // Not a precondition: a release build would keep its message to itself.
      fatalError(
        "dropout at '\(output.path)' draws random numbers in training, but this pass has no source of them: "
          + "give it one as Pass.random")
    }
    let kept = bytes(run)
    random.source.dropoutMask(
      kept, site: site, step: run.pass.step, keepProbability: 1 - probability, on: run.processor)
    run.processor.applyMask(kept.baseAddress!, scale: scale, to: run[x], into: run[output], count: count)
  }

  func backward(_ run: Run<S>) {
    guard let dX = run.gradient(of: 0, x) else { return }
    let count = run.count * x.shape.count, dY = run.outputGradient(output)
    if drops(run) {
      // dX = dY · M
      run.processor.applyMask(bytes(run).baseAddress!, scale: scale, to: dY, into: dX, count: count)
    } else {
      run.processor.copy(dY, into: dX, count: count)
    }
  }
}
