import Networks
import Tensors
import TestSupport
import Testing

/// A backward for the input's gradient alone.
@Suite struct GradientTargetsTests {
  /// Every layer that has parameters, a residual and a layer that is wired twice.
  private static let network = Sequential([
    ("first", Conv2d(outputs: 4, kernel: 3, padding: 1)), ("norm", BatchNorm()), ("relu", ReLU()),
    ("block", Residual(body: Sequential([Conv2d(outputs: 4, kernel: 3, padding: 1, bias: false), Tanh()]))),
    ("rows", LayerNorm()), ("again", Reuse("rows")), ("flat", Flatten()), ("output", Linear(outputs: 3)),
  ])

  @Test(arguments: [Pass.Mode.training, .evaluation])
  func theInputsGradientIsTheSameAndNoOtherIsWritten(_ mode: Pass.Mode) throws {
    let graph = try Graph<Float>(input: [2, 5, 6], layer: Self.network, differentiatesInput: true)
    let memory = graph.memory(3)
    memory.fill(graph.input, Arrays.uniform(180, seed: 1))
    var pass = Pass(mode, count: 3, on: try Processor())
    graph.forward(memory, pass)
    func inputGradient() -> [Float] {
      memory.fillGradient(graph.output, Arrays.uniform(9, seed: 2))
      graph.backward(memory, pass)
      return memory.gradients(of: graph.input, samples: 3)
    }
    let all = inputGradient()
    #expect(all.contains { $0 != 0 })
    #expect(!memory.parameterGradients.contains { $0.isNaN })

    memory.parameterGradients.update(repeating: .nan)
    pass.gradients = .input
    #expect(mismatch(inputGradient(), all) == nil)
    #expect(memory.parameterGradients.allSatisfy { $0.isNaN })
  }
}
