import Networks
import Tensors
import TestSupport
import Testing

@Suite struct DescentTests {
  static let optimizers: [any Optimizer] = [
    SGD(learningRate: 0.02), SGD(learningRate: 0.01, momentum: 0.9),
    SGD(learningRate: 0.01, momentum: 0.9, nesterov: true), Adam(learningRate: 0.05),
    AdamW(learningRate: 0.05, weightDecay: 1e-4), RMSprop(learningRate: 0.01), Adagrad(learningRate: 0.5),
  ]

  /// Every optimizer with every objective.
  @Test(arguments: optimizers.indices, Objective.allCases)
  func everyOptimizerGoesDown(_ index: Int, _ objective: Objective) throws {
    var descent = Descent(Self.optimizers[index], from: objective.start, on: try Processor())
    let before = objective(descent.parameters)
    for _ in 0..<500 { descent.step(objective.gradient(descent.parameters)) }
    let after = objective(descent.parameters)
    #expect(after < before / 50, "\(Self.optimizers[index]): \(before) to \(after)")
  }

  /// One L2 penalty of λ/2 and a weight decay of λ: under plain SGD the same, under Adam not.
  @Test func weightDecayIsAnL2PenaltyUnderPlainSGDAlone() throws {
    let processor = try Processor()
    func path(_ optimizer: any Optimizer, penalty: Float) -> [Float] {
      var descent = Descent<Float>(optimizer, from: Arrays.uniform(100, seed: 1), on: processor)
      for step in 0..<20 {
        let gradient: [Float] = Arrays.uniform(100, seed: 10 + step)
        descent.step(zip(gradient, descent.parameters).map { $0.addingProduct(penalty, $1) })
      }
      return descent.parameters
    }
    let l2 = path(SGD(learningRate: 0.1), penalty: 0.5)
    #expect(mismatch(path(SGD(learningRate: 0.1, weightDecay: 0.5), penalty: 0), l2) == nil)
    // Decoupled decay is not an L2 penalty where gradients are rescaled …
    let adam = path(Adam(learningRate: 0.1), penalty: 0.5)
    let decoupled = path(AdamW(learningRate: 0.1, weightDecay: 0.5), penalty: 0)
    #expect(zip(adam, decoupled).contains { abs($0 - $1) > 0.1 })
    // … but without decay AdamW is Adam.
    #expect(
      mismatch(
        path(AdamW(learningRate: 0.1, weightDecay: 0), penalty: 0), path(Adam(learningRate: 0.1), penalty: 0))
        == nil)
  }

  @Test func aPenaltyOfL2IsAWeightDecayBitForBit() throws {
    let graph = try Graph<Float>(input: [5], layer: Linear(outputs: 4))
    let memory = graph.memory(1)
    let gradient: [Float] = Arrays.uniform(24, seed: 3)
    let processor = try Processor()
    _ = memory.parameterGradients.update(fromContentsOf: gradient)
    Penalty(.l2Squared, weight: 0.05).apply(graph, memory, on: processor)
    var penalized = Descent(SGD(learningRate: 0.1), from: Array(memory.parameters), on: processor)
    penalized.step(Array(memory.parameterGradients))
    var decayed = Descent(
      SGD(learningRate: 0.1, weightDecay: 0.1), from: Array(memory.parameters), on: processor)
    decayed.step(gradient)
    #expect(mismatch(penalized.parameters, decayed.parameters) == nil)
  }
}

/// An optimizer at work on an array of parameters whose gradient a function gives.
struct Descent<S: Scalar> {
  var parameters: [S]
  private let processor: Processor
  private let state: OptimizerState<S>
  private var step = 0

  init(_ optimizer: any Optimizer, from start: [S], on processor: Processor) {
    self.processor = processor
    parameters = start
    state = OptimizerState(of: optimizer, count: start.count)
  }

  /// One step against this gradient.
  mutating func step(_ gradient: [S]) {
    step += 1
    var gradient = gradient
    let (state, processor, step) = (state, processor, step)
    parameters.withUnsafeMutableBufferPointer { p in
      gradient.withUnsafeMutableBufferPointer { g in state.update(p, gradients: g, step: step, on: processor)
      }
    }
  }
}

/// A function with a known minimum of 0, for trying optimizers on.
enum Objective: CaseIterable, Sendable {
  /// Σ aᵢ pᵢ², with a from 0.5 to 2.
  case quadratic
  /// A milder form of Rosenbrock's valley: (1 − x)² + 10 (y − x²)², minimum at (1, 1).
  case valley
  /// The mean squared error of a line through eight points that lie on one.
  case regression

  var start: [Double] {
    switch self {
    case .quadratic: [1, -2, 3, -0.5]
    case .valley: [-0.5, 0.5]
    case .regression: [0, 0]
    }
  }

  func callAsFunction(_ p: [Double]) -> Double {
    switch self {
    case .quadratic: return p.indices.reduce(0) { $0 + scale($1) * p[$1] * p[$1] }
    case .valley:
      let (a, b) = (1 - p[0], p[1] - p[0] * p[0])
      return a * a + 10 * b * b
    case .regression: return (0..<8).reduce(0) { $0 + residual(p, $1) * residual(p, $1) } / 8
    }
  }

  func gradient(_ p: [Double]) -> [Double] {
    switch self {
    case .quadratic: return p.indices.map { 2 * scale($0) * p[$0] }
    case .valley:
      let (a, b) = (1 - p[0], p[1] - p[0] * p[0])
      return [-2 * a - 40 * b * p[0], 20 * b]
    case .regression:
      return [
        (0..<8).reduce(0) { $0 + 2 * residual(p, $1) * abscissa($1) } / 8,
        (0..<8).reduce(0) { $0 + 2 * residual(p, $1) } / 8,
      ]
    }
  }

  private func scale(_ index: Int) -> Double { 0.5 + 0.5 * Double(index) }
  private func abscissa(_ index: Int) -> Double { Double(index) / 4 - 0.875 }
  private func residual(_ p: [Double], _ index: Int) -> Double {
    p[0] * abscissa(index) + p[1] - (3 * abscissa(index) - 1)
  }
}
