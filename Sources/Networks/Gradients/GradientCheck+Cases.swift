import Tensors

extension GradientCheck {
  /// A network whose gradients are checked, under a name.
  public struct Case: Sendable {
    /// What is checked.
    public let name: String
    private let check: @Sendable (Processor) throws -> Result

    init(
      _ name: String, _ layer: some Layer, input: Shape, loss: Loss? = nil, targets: Loss.Targets = .classes,
      penalties: [Penalty] = [], range: Range<Double> = -1..<1
    ) {
      self.name = name
      check = {
        try GradientCheck.run(
          layer, input: input, loss: loss, targets: targets, penalties: penalties, range: range, on: $0)
      }
    }

    /// Checks it.
    public func run(on processor: Processor) throws -> Result { try check(processor) }
  }

  /// Every layer and loss, and a whole network.
  public static let cases: [Case] = [
    Case("linear", Linear(outputs: 5), input: [7]),
    Case("linear without bias", Linear(outputs: 4, bias: false), input: [3]),
    Case("relu", ReLU(), input: [11]),
    Case("cross-entropy", Sequential([any Layer]()), input: [10], loss: .crossEntropy),
    Case(
      "multilayer perceptron with cross-entropy",
      Sequential([Linear(outputs: 9), ReLU(), Linear(outputs: 8), ReLU(), Linear(outputs: 5)]),
      input: [6], loss: .crossEntropy),
    Case("mse against classes", Linear(outputs: 5), input: [7], loss: .mse),
    Case("mse against values", Linear(outputs: 5), input: [7], loss: .mse, targets: .values),
    Case("bce against classes", Sequential([any Layer]()), input: [5], loss: .bce, range: 0.25..<0.75),
    Case(
      "bce against values", Sequential([any Layer]()), input: [5], loss: .bce, targets: .values,
      range: 0.25..<0.75),
    Case(
      "l1 penalty", Linear(outputs: 5), input: [7], loss: .crossEntropy,
      penalties: [Penalty(.l1, weight: 0.1)]),
    Case(
      "l2-norm penalty", Linear(outputs: 5), input: [7], loss: .crossEntropy,
      penalties: [Penalty(.l2Norm, weight: 0.1)]),
    Case(
      "l2-squared penalty of weights", Linear(outputs: 5), input: [7], loss: .crossEntropy,
      penalties: [Penalty(.l2Squared, weight: 0.1, on: .weights)]),
  ]
}
