import Tensors

/// A loss that compares each output with a target of its own: the mean over all outputs of all samples, as
/// PyTorch's `MSELoss` and `BCELoss` have it. A sample's loss is the mean over its outputs.
///
/// The formulas and their orders stand at `Processor.squaredError` and `Processor.binaryCrossEntropy`.
struct ElementLossOperation<S: Scalar>: LossOperation {
  enum Kind { case squaredError, binaryCrossEntropy }

  let kind: Kind
  let targets: Loss.Targets
  let outputs: Slot
  let elements: Slot  // as outputs
  let lossSlot: Slot  // ()

  init(_ kind: Kind, _ targets: Loss.Targets, on graph: Graph<S>) throws {
    self.kind = kind
    self.targets = targets
    outputs = graph.output
    (elements, lossSlot) = try graph.scope("loss") {
      (try graph.scratch("elements", graph.output.shape), try graph.scratch("value", []))
    }
  }

  private var columns: Int { outputs.shape.count }

  private func targets(_ memory: Memory<S>) -> LossTargets<S> {
    switch targets {
    case .classes: .classes(memory.targets.baseAddress!)
    case .values: .values(memory.targetValues.baseAddress!)
    }
  }

  func forward(_ memory: Memory<S>, _ pass: Pass) {
    let x = UnsafePointer(memory.pointer(to: outputs))
    let (e, losses) = (memory.pointer(to: elements), memory.pointer(to: lossSlot))
    switch kind {
    case .squaredError:
      pass.processor.squaredError(
        x, targets: targets(memory), elements: e, losses: losses, rows: pass.count, columns: columns)
    case .binaryCrossEntropy:
      pass.processor.binaryCrossEntropy(
        x, targets: targets(memory), elements: e, losses: losses, rows: pass.count, columns: columns)
    }
  }

  func losses(_ memory: Memory<S>) -> UnsafePointer<S> { UnsafePointer(memory.pointer(to: lossSlot)) }

  /// Σ over all elements, one ascending chain, times S(1 / (N · outputs)).
  func mean(_ memory: Memory<S>, _ pass: Pass) -> S {
    let count = pass.count * columns
    return pass.processor.sum(memory.pointer(to: elements), count: count) * S(1 / Double(count))
  }

  func backward(_ memory: Memory<S>, _ pass: Pass) {
    let x = UnsafePointer(memory.pointer(to: outputs)), dX = memory.gradientPointer(to: outputs)
    let count = Double(pass.count * columns)
    switch kind {
    case .squaredError:
      // d mean / dx = (x − t) · S(2/N)
      pass.processor.squaredErrorBackward(
        x, targets: targets(memory), scale: S(2 / count), into: dX, rows: pass.count, columns: columns)
    case .binaryCrossEntropy:
      // d mean / dx = ((x − t) / max((1 − x) · x, 1e-12)) · S(1/N)
      pass.processor.binaryCrossEntropyBackward(
        x, targets: targets(memory), scale: S(1 / count), into: dX, rows: pass.count, columns: columns)
    }
  }
}
