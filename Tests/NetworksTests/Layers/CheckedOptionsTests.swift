import Networks
import Settings
import Testing

/// A layer made in code is checked by the rules of a configuration, when it is wired.
@Suite struct CheckedOptionsTests {
  private static let images: [(any Layer, String)] = [
    (Conv2d(outputs: 0, kernel: 3), "conv-2d at 'a': outputs is 0, but must be from 1 to 65536"),
    (Conv2d(outputs: 2, kernel: 0), "conv-2d at 'a': kernel is 0, but must be from 1 to 255"),
    (Conv2d(outputs: 2, kernel: .max), "kernel is 9223372036854775807, but must be from 1 to 255"),
    (Conv2d(outputs: 2, kernel: 3, stride: 0), "stride is 0, but must be from 1 to 255"),
    (Conv2d(outputs: 2, kernel: 3, padding: -1), "padding is -1, but must be from 0 to 255"),
    (
      Conv2d(outputs: 2, kernel: 3, initialization: .normal(mean: 0, standardDeviation: 0)),
      "standardDeviation is 0.0, but must be positive"
    ),
    (BatchNorm(epsilon: -1), "batch-norm at 'a': epsilon is -1.0, but must be positive"),
    (BatchNorm(momentum: 1.5), "momentum is 1.5, but must be from 0 to 1"),
    (LayerNorm(epsilon: .nan), "layer-norm at 'a': epsilon is nan, but must be positive"),
    (MaxPool2d(kernel: 0), "max-pool-2d at 'a': kernel is 0, but must be from 1 to 1024"),
    (MaxPool2d(kernel: 2, stride: -1), "stride is -1, but must be from 1 to 1024"),
    (MaxPool2d(kernel: 3, padding: 2), "padding is 2, but must be from 0 to 1"),
    (AvgPool2d(kernel: -2), "avg-pool-2d at 'a': kernel is -2, but must be from 1 to 1024"),
    (Dropout(probability: 1.5), "dropout at 'a': probability is 1.5, but must be from 0 to 1"),
    (LeakyReLU(negativeSlope: .infinity), "negativeSlope is inf, but must be finite, as a Float too"),
    (Residual(body: Sequential([any Layer]())), "residual at 'a': body: at least 1 layer is needed"),
    (
      Residual(body: Sequential([ReLU()]), shortcut: Sequential([any Layer]())),
      "shortcut: at least 1 layer is needed; leave it out"
    ),
  ]

  private static let features: [(any Layer, String)] = [
    (Linear(outputs: 0), "linear at 'a': outputs is 0, but must be from 1 to 1048576"),
    (Linear(outputs: -7), "outputs is -7"), (Linear(outputs: .max), "outputs is 9223372036854775807"),
    (Linear(outputs: 3, initialization: .uniform(bound: -1)), "bound is -1.0, but must be positive"),
    (
      Linear(outputs: 3, initialization: .normal(mean: .nan, standardDeviation: 1)),
      "mean is nan, but must be"
    ),
  ]

  @Test func impossibleOptionsAreRefusedWhenWired() {
    for (layers, shape) in [(Self.images, [2, 6, 6]), (Self.features, [4])] as [([(any Layer, String)], _)] {
      for (layer, reason) in layers {
        let error = #expect(throws: GraphError.self) {
          try Graph<Float>(input: .init(shape), layer: Sequential([("a", layer)]))
        }
        #expect(
          error.map { "\($0)".contains(reason) } == true, "\(error.map { "\($0)" } ?? "none"): \(reason)")
      }
    }
  }

  /// The same rules with file, line and key, where a layer is read.
  @Test(arguments: [
    ("- conv-2d: { outputs: 2, kernel: 3, padding: -1 }", "'0.conv-2d.padding' (-1): must be from 0 to 255"),
    ("- batch-norm: { epsilon: 0 }", "'0.batch-norm.epsilon' (0): must be positive"),
    ("- max-pool-2d: { kernel: 3, padding: 2 }", "'0.max-pool-2d.padding' (2): must be from 0 to 1"),
    ("- avg-pool-2d: { kernel: -2 }", "'0.avg-pool-2d.kernel' (-2): must be from 1 to 1024"),
    ("- dropout: { probability: 2 }", "'0.dropout.probability' (2): must be from 0 to 1"),
    (
      "- linear: { outputs: 3, initialization: { normal: { standard-deviation: -1 } } }",
      "'0.linear.initialization.normal.standard-deviation' (-1): must be positive"
    ),
    ("- residual: { body: [] }", "'0.residual.body': at least 1 layer is needed"),
  ])
  func impossibleOptionsAreRefusedWhenRead(_ text: String, _ reason: String) {
    #expect(problem(Sequential.self, text).contains(reason), "\(problem(Sequential.self, text))")
  }
}
