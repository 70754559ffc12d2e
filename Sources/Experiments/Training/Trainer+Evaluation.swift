import Archive
import Datasets
import Networks
import Tensors

extension Trainer {
  /// What `Metrics` names, of one part in the configuration's mode of evaluation: the mean of the examples' losses, each a Float, added in
  /// Double in ascending order; then, where targets are classes, the fraction of examples whose largest output is
  /// at their class. On the training part each penalty is added to the loss, in Double, as training does.
  ///
  /// A row's bits do not depend on its batch, so how many examples are taken at once changes nothing; with batch
  /// statistics in evaluation they do, and then as many are taken as in training.
  public func evaluate(_ part: Dataset.Part) -> [Double] { evaluate(part) { _, _ in } }

  /// The same.
  ///
  /// - Parameter willMeasure: Called before each batch with the batches done and those in all; what it throws ends the
  ///   evaluation, of which nothing is left.
  func evaluate(
    _ part: Dataset.Part, willMeasure: (_ done: Int, _ of: Int) throws -> Void
  ) rethrows -> [Double] {
    guard let examples = data[part] else { preconditionFailure("the data have no \(part) part") }
    var lossSum = 0.0, hits = 0
    try forEachBatch(of: examples, willMeasure) { pass in
      loss.forward(evaluationMemory, pass)
      let losses = evaluationMemory.pointer(to: loss.losses)
      for loss in UnsafeBufferPointer(start: losses, count: pass.count) { lossSum += Double(loss) }
      if examples.classNames != nil {
        hits += countHits(evaluationMemory, pass)
      }
    }
    var mean = lossSum / Double(examples.count)
    if part == .training {
      for penalty in configuration.penalties {
        mean += Double(penalty.value(graph, memory, on: processor))
      }
    }
    return examples.classNames == nil ? [mean] : [mean, Double(hits) / Double(examples.count)]
  }

  /// Computes the outputs of the first `count` examples (all by default) in the mode of evaluation, batch by batch.
  ///
  /// In training mode too nothing of it is left: running statistics and random draws go back. What is drawn there
  /// belongs to the step 2³¹ + 2¹² · epoch + batch (modulo 2³²), which no training step is.
  private func forEachBatch(
    of examples: Examples, count: Int = .max, _ willCompute: (_ done: Int, _ of: Int) throws -> Void,
    _ body: (Pass) -> Void
  ) rethrows {
    let count = min(count, examples.count)
    func run() throws {
      let size = evaluationMemory.capacity, batches = (count + size - 1) / size
      for (batch, start) in stride(from: 0, to: count, by: size).enumerated() {
        try willCompute(batch, batches)
        let range = start..<min(start + evaluationMemory.capacity, count)
        assembler.copy(examples, range, into: BatchPlaces(evaluationMemory, graph))
        let pass = Pass(
          configuration.evaluationMode, count: range.count,
          step: 1 << 31 | (epoch << 12 + batch) & (1 << 31 - 1), random: random, on: processor)
        graph.forward(evaluationMemory, pass)
        body(pass)
      }
    }
    if configuration.evaluationMode == .training { try leavingNoTrace(run) } else { try run() }
  }

  /// Puts running statistics and random draws back after something that only looks.
  private func leavingNoTrace(_ body: () throws -> Void) rethrows {
    let (buffers, source) = (Array(memory.buffers), random.source)
    defer {
      _ = memory.buffers.update(fromContentsOf: buffers)
      random.source = source
    }
    try body()
  }

  /// What training is judged by: the validation part, or the training part where there is none.
  private var judged: Examples { data[.validation] ?? data.training }

  /// SHA-256 of the network's outputs for the whole validation part, in the mode of evaluation, example by
  /// example.
  public func outputDigest() -> Digest {
    var hasher = Digest.Hasher()
    forEachBatch(of: judged, { _, _ in }) { pass in
      hasher.update(
        numbers: UnsafeBufferPointer(
          start: evaluationMemory.pointer(to: graph.output), count: pass.count * graph.output.shape.count))
    }
    return hasher.finalize()
  }

  /// The fixed examples on which activations are recorded: the first validation examples; `nil` for none.
  func probe() -> Probe? {
    let count = needs.probeCount
    guard count > 0 else { return nil }
    let examples = judged.prefix(count)
    var inputs = examples.inputTensor(0..<count)
    // An image of one channel is shown as rows and columns.
    let sizes = inputs.shape.dimensions
    if sizes.count == 4, sizes[1] == 1 { inputs = inputs.reshaped(to: [sizes[0], sizes[2], sizes[3]]) }
    let indices = (0..<count).map(Int64.init)
    switch examples.targets {
    case .classes(let classes, let names):
      return Probe(
        inputs: inputs, classes: classes.map(Int64.init), classNames: names, values: nil, indices: indices)
    case .values(let values, let shape):
      return Probe(
        inputs: inputs, classes: nil, classNames: [],
        values: Tensor(values, shape: Shape([count] + shape.dimensions)), indices: indices)
    }
  }

  /// Every value that the network computes for the probe, in the mode of evaluation.
  ///
  /// - Parameter willCompute: Called before each batch; what it throws ends this.
  func probeActivations(willCompute: () throws -> Void) rethrows -> [NamedTensor] {
    let count = needs.probeCount
    let slots = graph.activations.dropFirst()  // the input is the probe itself
    var values = slots.map { _ in [Float]() }
    // Before anything is appended, since arrays that grow take twice their room.
    for (index, slot) in slots.enumerated() { values[index].reserveCapacity(count * slot.shape.count) }
    try forEachBatch(of: judged, count: count, { _, _ in try willCompute() }) { pass in
      for (index, slot) in slots.enumerated() {
        values[index] += UnsafeBufferPointer(
          start: evaluationMemory.pointer(to: slot), count: pass.count * slot.shape.count)
      }
    }
    // The network's output stays the last one.
    return try probeAttacks(count, willCompute)
      + zip(slots, values).map { Self.ofProbe($0.path, $1, $0, count) }
  }

  /// What `count` examples of the probe have in a slot.
  private static func ofProbe(_ name: String, _ values: [Float], _ slot: Slot, _ count: Int) -> NamedTensor {
    NamedTensor(name, Tensor(values, shape: Shape([count] + slot.shape.dimensions)))
  }

  /// The attacks on the probe, `adversarial-input`, and the network's outputs for them, `adversarial-output`; nothing
  /// where training has no attacks.
  private func probeAttacks(_ count: Int, _ willCompute: () throws -> Void) rethrows -> [NamedTensor] {
    guard let attack = configuration.adversarial else { return [] }
    var inputs: [Float] = [], outputs: [Float] = []
    for start in stride(from: 0, to: count, by: memory.capacity) {
      try willCompute()
      let batch = start..<min(start + memory.capacity, count)
      assembler.copy(judged, batch, into: BatchPlaces(memory, graph))
      attackBatch(attack, batch, of: judged)
      let pass = Pass(.evaluation, count: batch.count, on: processor)
      graph.forward(memory, pass)
      inputs += memory.values(of: graph.input, samples: batch.count)
      outputs += memory.values(of: graph.output, samples: batch.count)
    }
    return [
      Self.ofProbe("adversarial-input", inputs, graph.input, count),
      Self.ofProbe("adversarial-output", outputs, graph.output, count),
    ]
  }

  /// The Euclidean norm of each parameter's gradient as the last step used it, so after penalties and clipping;
  /// before the first step, of the loss of the first batch in the data set's order.
  func gradientNorms() -> [NamedValue] {
    if step == 0 {
      let batch = 0..<min(memory.capacity, data.training.count)
      leavingNoTrace {
        assembler.copy(data.training, batch, into: BatchPlaces(memory, graph))
        computeGradients(on: batch)
      }
    }
    return graph.parameters.map { slot in
      let squares = processor.sumOfSquares(memory.gradientPointer(to: slot), count: slot.shape.count)
      return NamedValue(slot.path, squares.squareRoot())
    }
  }
}
