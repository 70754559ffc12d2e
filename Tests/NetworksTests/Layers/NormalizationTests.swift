import Networks
import Tensors
import TestSupport
import Testing

@Suite struct NormalizationTests {
  /// A layer's memory with these parameters and inputs, after a forward and a backward.
  private func run(
    _ layer: some Layer, input: Shape, _ x: [Float], parameters: [Float]? = nil, dy: [Float]? = nil,
    pieces: [Int], mode: Pass.Mode = .training, on processor: Processor
  ) throws -> (graph: Graph<Float>, memory: Memory<Float>) {
    let graph = try Graph<Float>(input: input, layer: layer, differentiatesInput: true)
    let memory = graph.memory(pieces.max()!)
    if let parameters { _ = memory.parameters.update(fromContentsOf: parameters) }
    var first = 0
    for (index, piece) in pieces.enumerated() {
      var pass = Pass(mode, count: piece, on: processor)
      pass.accumulatesGradients = index > 0
      let elements = first * input.count..<(first + piece) * input.count
      memory.fill(graph.input, Array(x[elements]))
      graph.forward(memory, pass)
      if let dy {
        memory.fillGradient(graph.output, Array(dy[elements]))
        graph.backward(memory, pass)
      }
      first += piece
    }
    return (graph, memory)
  }

  @Test(arguments: Processor.kinds, Golden.repdl("batch_norm_training"))
  func batchNormAgreesWithRepDL(_ processor: Processor, _ golden: Golden) throws {
    let shape = golden.shape("x")
    let (graph, memory) = try run(
      BatchNorm(epsilon: golden.double("eps")), input: Shape(Array(shape.dropFirst())), golden.floats("x"),
      parameters: golden.floats("gamma") + golden.floats("beta"), dy: golden.floats("grad_y"),
      pieces: [shape[0]], on: processor)
    #expect(mismatch(memory.values(of: graph.output, samples: shape[0]), golden.floats("y")) == nil)
    #expect(mismatch(memory.gradients(of: graph.input, samples: shape[0]), golden.floats("grad_x")) == nil)
    #expect(
      mismatch(
        Array(memory.parameterGradients), golden.floats("grad_gamma") + golden.floats("grad_beta")) == nil)
  }

  @Test func valuesHaveTheirPaths() throws {
    let graph = try Graph<Float>(input: [3, 2, 2], layer: Sequential([BatchNorm()]))
    #expect(graph.parameters.map(\.path) == ["batch-norm/weight", "batch-norm/bias"])
    #expect(graph.buffers.map(\.path) == ["batch-norm/running-mean", "batch-norm/running-variance"])
    #expect(graph.bufferStarts == [0, 1])
    #expect(graph.buffers.map(\.shape) == [[3], [3]])
  }

  @Test(arguments: [[2, 3], [], [1, 2, 3, 4]] as [Shape])
  func batchNormNamesWrongShapes(_ shape: Shape) {
    let error = #expect(throws: GraphError.self) { try Graph<Float>(input: shape, layer: BatchNorm()) }
    #expect("\(error!)".contains("(channels, height, width)"))
  }

  @Test func runningStatisticsFollowTheBatches() throws {
    let processor = try Processor()
    let x: [Float] = Arrays.uniform(9 * 3, seed: 1)
    let (graph, memory) = try run(BatchNorm(), input: [3], x, pieces: [5, 4], on: processor)
    for c in 0..<3 {
      var (mean, variance): (Float, Float) = (0, 1)
      for rows in [0..<5, 5..<9] {
        let values = rows.map { x[$0 * 3 + c] }
        let m = values.reduce(0, +) * Float(1 / Double(rows.count))
        let v = values.reduce(0) { $0 + ($1 - m) * ($1 - m) } * Float(1 / Double(rows.count))
        let factor = Float(Double(rows.count) / Double(rows.count - 1))
        mean = mean * Float(0.9) + m * Float(0.1)
        variance = variance * Float(0.9) + (v * factor) * Float(0.1)
      }
      #expect(memory.buffers[c] == mean)
      #expect(memory.buffers[3 + c] == variance)
    }
    // Evaluation takes them and leaves them, whatever the batch.
    let before = Array(memory.buffers)
    for row in 0..<4 {
      memory.fill(graph.input, Array(x[row * 3..<row * 3 + 3]))
      graph.forward(memory, Pass(.evaluation, count: 1, on: processor))
      let expected = (0..<3).map { c in
        ((x[row * 3 + c] - before[c]) / (before[3 + c] + Float(1e-5)).squareRoot()) * 1 + 0
      }
      #expect(mismatch(memory.values(of: graph.output, samples: 1), expected) == nil)
    }
    // A batch of one value a channel has no unbiased variance.
    graph.forward(memory, Pass(.training, count: 1, on: processor))
    #expect(mismatch(Array(memory.buffers), before) == nil)
  }

  @Test func evaluationMayTakeTheBatchsStatistics() throws {
    let processor = try Processor()
    let x: [Float] = Arrays.uniform(6 * 2 * 3 * 5, seed: 1)
    func outputs(_ layer: BatchNorm, _ mode: Pass.Mode) throws -> (y: [Float], buffers: [Float]) {
      let (graph, memory) = try run(layer, input: [2, 3, 5], x, pieces: [6], mode: mode, on: processor)
      return (memory.values(of: graph.output, samples: 6), Array(memory.buffers))
    }
    let training = try outputs(BatchNorm(), .training)
    let batch = try outputs(BatchNorm(evaluatesWith: .batch), .evaluation)
    #expect(mismatch(batch.y, training.y) == nil)
    #expect(batch.buffers == [0, 0, 1, 1])
    #expect(training.buffers != batch.buffers)
    #expect(mismatch(try outputs(BatchNorm(), .evaluation).y, training.y) != nil)
  }

  /// With constant statistics the layer is linear: dx = (gamma / σ) · dy.
  @Test func gradientsInEvaluationTakeStatisticsAsConstants() throws {
    let x: [Float] = Arrays.uniform(12, seed: 1), dy: [Float] = Arrays.uniform(12, seed: 2)
    let gamma: [Float] = [0.5, -1, 2]
    let (graph, memory) = try run(
      BatchNorm(), input: [3], x, parameters: gamma + [0, 0, 0], dy: dy, pieces: [4], mode: .evaluation,
      on: Processor())
    let sigma = (1 + Float(1e-5)).squareRoot()
    let dx = memory.gradients(of: graph.input, samples: 4)
    #expect(mismatch(dx, dy.indices.map { (gamma[$0 % 3] / sigma) * dy[$0] }) == nil)
  }

  /// Each sample's statistics are its own, so a batch in pieces has the gradients of the whole.
  @Test(arguments: Processor.kinds)
  func layerNormOfPiecesIsThatOfTheWhole(_ processor: Processor) throws {
    let x: [Float] = Arrays.uniform(12 * 30, seed: 1), dy: [Float] = Arrays.uniform(12 * 30, seed: 2)
    func gradients(_ pieces: [Int]) throws -> [Float] {
      let (_, memory) = try run(LayerNorm(), input: [5, 6], x, dy: dy, pieces: pieces, on: processor)
      return withExtendedLifetime(memory) { Array(memory.parameterGradients) }
    }
    let pieces = try gradients([5, 1, 6]), whole = try gradients([12])
    let difference = mismatch(pieces, whole)
    #expect(difference == nil)
  }

  @Test(arguments: Processor.kinds, [true, false])
  func layerNormIsTheContracts(_ processor: Processor, affine: Bool) throws {
    let (rows, width) = (4, 53)
    let x: [Float] = Arrays.uniform(rows * width, seed: 1)
    let dy: [Float] = Arrays.uniform(rows * width, seed: 2)
    let gamma: [Float] = Arrays.uniform(width, seed: 3), beta: [Float] = Arrays.uniform(width, seed: 4)
    let (graph, memory) = try run(
      LayerNorm(affine: affine), input: [width], x, parameters: affine ? gamma + beta : [], dy: dy,
      pieces: [rows], on: processor)
    let q = Float(1 / Double(width))
    var y = x, dx = x
    for row in 0..<rows {
      let own = row * width..<(row + 1) * width
      let mean = own.reduce(0) { $0 + x[$1] } * q
      let variance = own.reduce(0) { $0 + (x[$1] - mean) * (x[$1] - mean) } * q
      let sigma = (variance + Float(1e-5)).squareRoot()
      let g = own.map { affine ? dy[$0] * gamma[$0 - own.lowerBound] : dy[$0] }
      let s = g.reduce(0, +)
      let b = zip(own, g).reduce(Float(0)) {
        $0 + ($1.1 * (mean - x[$1.0])) * (1 / (((2 * sigma) * sigma) * sigma))
      }
      let h = own.map { i in
        let h = (b * q) * (x[i] - mean)
        return h + h
      }
      let shift = ((-1 / sigma) * s - h.reduce(0, +)) * q
      for (j, i) in own.enumerated() {
        let normalized = (x[i] - mean) / sigma
        y[i] = affine ? normalized * gamma[j] + beta[j] : normalized
        dx[i] = ((1 / sigma) * g[j] + h[j]) + shift
      }
    }
    #expect(mismatch(memory.values(of: graph.output, samples: rows), y) == nil)
    #expect(mismatch(memory.gradients(of: graph.input, samples: rows), dx) == nil)
    #expect(graph.parameters.map(\.path) == (affine ? ["weight", "bias"] : []))
  }

  @Test func optionsHaveTheirDefaultsAndTheirLimits() throws {
    #expect(
      try read(BatchNorm.self, "{}") == BatchNorm(epsilon: 1e-5, momentum: 0.1, evaluatesWith: .running))
    #expect(
      try read(BatchNorm.self, "{ epsilon: 0.001, momentum: 0.2, evaluates-with: batch }")
        == BatchNorm(epsilon: 0.001, momentum: 0.2, evaluatesWith: .batch))
    #expect(try read(LayerNorm.self, "{}") == LayerNorm(epsilon: 1e-5, affine: true))
    #expect(
      try read(LayerNorm.self, "{ epsilon: 0.001, affine: false }")
        == LayerNorm(epsilon: 0.001, affine: false))
    #expect(try written(BatchNorm(evaluatesWith: .batch)) == #"{"evaluates-with":"batch"}"#)
    #expect(try written(LayerNorm()) == "{}")
    #expect(problem(BatchNorm.self, "epsilon: 0").contains("must be positive"))
    #expect(problem(BatchNorm.self, "momentum: 1.5").contains("must be from 0 to 1"))
    #expect(problem(BatchNorm.self, "evaluates-with: nothing").contains("running, batch"))
    #expect(problem(LayerNorm.self, "epsilon: -1").contains("must be positive"))
  }
}
