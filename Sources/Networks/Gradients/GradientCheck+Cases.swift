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
    Case("conv-2d", Conv2d(outputs: 3, kernel: 3, padding: 1), input: [2, 5, 4]),
    Case("conv-2d, stride 2", Conv2d(outputs: 4, kernel: 3, stride: 2, padding: 1), input: [2, 6, 5]),
    Case("conv-2d, 1×1, stride 2", Conv2d(outputs: 3, kernel: 1, stride: 2, bias: false), input: [3, 4, 4]),
    Case("batch-norm of features", BatchNorm(), input: [5]),
    Case("batch-norm of images", BatchNorm(), input: [3, 4, 5]),
    // Without bias: its gradient would be exactly 0, and only rounding would be compared.
    Case(
      "batch-norm in a network",
      Sequential([Linear(outputs: 6, bias: false), BatchNorm(), ReLU(), Linear(outputs: 4)]),
      input: [5], loss: .crossEntropy),
    Case("layer-norm", LayerNorm(), input: [9]),
    Case("layer-norm of images without affine", LayerNorm(affine: false), input: [2, 3, 4]),
    Case(
      "layer-norm in a network", Sequential([Linear(outputs: 7), LayerNorm(), Linear(outputs: 4)]),
      input: [5], loss: .crossEntropy),
    Case("max-pool-2d", MaxPool2d(kernel: 2), input: [2, 5, 6]),
    Case("max-pool-2d, overlapping", MaxPool2d(kernel: 3, stride: 2, padding: 1), input: [2, 5, 6]),
    Case("avg-pool-2d", AvgPool2d(kernel: 2), input: [2, 5, 6]),
    Case("avg-pool-2d, overlapping", AvgPool2d(kernel: 3, stride: 1), input: [2, 5, 6]),
    Case("adaptive-avg-pool-2d", AdaptiveAvgPool2d(), input: [3, 4, 5]),
    Case("leaky-relu", LeakyReLU(), input: [11]),
    Case("leaky-relu with a negative slope", LeakyReLU(negativeSlope: -0.3), input: [11]),
    Case("sigmoid", Sigmoid(), input: [11]),
    Case("tanh", Tanh(), input: [11]),
    Case("flatten", Sequential([Flatten(), Linear(outputs: 3)]), input: [2, 3, 4]),
    Case("dropout", Sequential([Linear(outputs: 30), Dropout(probability: 0.4)]), input: [5]),
    Case("dropout that drops nothing", Dropout(probability: 0), input: [5]),
    Case("dropout that drops everything", Dropout(probability: 1), input: [5]),
    Case("residual", Residual(body: Sequential([Linear(outputs: 5), Tanh()])), input: [5]),
    Case(
      "residual with a shortcut",
      Residual(
        body: Sequential([Linear(outputs: 6), Sigmoid(), Linear(outputs: 4)]),
        shortcut: Sequential([Linear(outputs: 4, bias: false)])),
      input: [5], loss: .crossEntropy),
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
