import Tensors

/// loss = log Σ exp(x − max x) − (x[target] − max x), the mean over the batch.
struct CrossEntropyOperation<S: Scalar>: LossOperation {
  let logits: Slot  // (classes,)
  let softmax: Slot  // (classes,)
  let lossSlot: Slot  // ()

  init(on graph: Graph<S>) throws {
    logits = graph.output
    (softmax, lossSlot) = try graph.scope("loss") {
      (try graph.scratch("softmax", graph.output.shape), try graph.scratch("value", []))
    }
  }

  func forward(_ memory: Memory<S>, _ pass: Pass) {
    pass.processor.crossEntropy(
      memory.pointer(to: logits), targets: memory.targets.baseAddress!,
      softmax: memory.pointer(to: softmax), losses: memory.pointer(to: lossSlot),
      rows: pass.count, classes: logits.shape.count)
  }

  func losses(_ memory: Memory<S>) -> UnsafePointer<S> { UnsafePointer(memory.pointer(to: lossSlot)) }

  func backward(_ memory: Memory<S>, _ pass: Pass) {
    // d mean / d logits = (softmax − one-hot) · Float(1/N)
    pass.processor.crossEntropyBackward(
      softmax: memory.pointer(to: softmax), targets: memory.targets.baseAddress!,
      scale: S(1 / Double(pass.count)), into: memory.gradientPointer(to: logits),
      rows: pass.count, classes: logits.shape.count)
  }
}
