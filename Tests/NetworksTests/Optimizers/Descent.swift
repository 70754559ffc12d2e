import Networks
import Tensors

/// An optimiser at work on an array of parameters whose gradient a function gives.
struct Descent<S: Scalar> {
  let optimizer: any Optimizer
  let processor: Processor
  var parameters: [S]
  private var state: [[S]]
  private var step = 0

  init(_ optimizer: any Optimizer, from start: [S], on processor: Processor) {
    self.optimizer = optimizer
    self.processor = processor
    parameters = start
    state = optimizer.stateNames.map { _ in [S](repeating: 0, count: start.count) }
  }

  /// One step against this gradient.
  mutating func step(_ gradient: [S]) {
    step += 1
    var gradient = gradient
    let (optimizer, processor, step, count) = (optimizer, processor, step, parameters.count)
    let states = state.map { values in
      let array = UnsafeMutableBufferPointer<S>.allocate(capacity: count)
      _ = array.initialize(from: values)
      return array
    }
    defer { states.forEach { $0.deallocate() } }
    parameters.withUnsafeMutableBufferPointer { p in
      gradient.withUnsafeMutableBufferPointer { g in
        optimizer.step(
          parameters: p, gradients: g, state: states, step: step, learningRate: optimizer.learningRate,
          on: processor)
      }
    }
    state = states.map(Array.init)
  }
}
