import Archive
import Networks
import Settings
import Tensors

/// `batch-norm-averages: { p: [0.9, 0.99], mean: 3, deviation: 2, batch: 16, steps: 300, example: 5 }`: what a batch
/// normalization takes from one batch after the other, and what it makes of an example in training and in evaluation
/// mode.
///
/// The batches are normal draws with the given mean and deviation, one channel, into `BatchNorm` in Float. p is the weight of
/// what is there already in the moving average, p · average + (1 − p) · batch; the layer's `momentum` is 1 − p. What the batches
/// themselves have is the average with p = 0.
package struct BatchNormAverages: Computation {
  /// `batch-norm-averages`.
  package static let kind = "batch-norm-averages"
  private let p: [Double]
  private let mean, deviation, example: Double
  private let batch, steps, passes: Int

  /// Reads `p` (each at least 0 and below 1), `mean`, `deviation`, `example`, `batch` (16), `steps` (300) and `passes` (8).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    p = try options.value(
      .p,
      Rule("a list of numbers that are at least 0 and below 1") {
        !$0.isEmpty && $0.allSatisfy { $0 >= 0 && $0 < 1 }
      })
    mean = try options.value(.mean, .finite)
    deviation = try options.value(.deviation, .positive)
    example = try options.value(.example, .finite)
    batch = try options.value(.batch, default: 16, .within(2...10_000))
    steps = try options.value(.steps, default: 300, .within(1...10_000))
    passes = try options.value(.passes, default: 8, .within(1...100))
  }

  /// Groups `steps`, over the steps from 0, before the first: `batch-mean` and `batch-variance` (from step 1 on), and for
  /// each p the moving averages `mean-1`, `variance-1` and so on; `outputs`, over `passes` more batches, whose first value
  /// the example replaces: what becomes of it in training mode and in evaluation mode with the averages of the last p;
  /// `ranges`: of both modes the largest output minus the smallest.
  package func compute(_ context: ComputationContext) throws -> [ComputedGroup] {
    let runs = try ([0] + p).map { try NormalizedBatches(p: $0, batch: batch, on: context.processor) }
    for step in 1...steps {
      let values = draws(context.random, step)
      for run in runs { try run.train(values) }
    }
    let last = runs[runs.count - 1]
    let batches = (1...passes).map { pass in
      [Float(example)] + draws(context.random, steps + pass).dropFirst()
    }
    // Evaluation first: training moves the averages.
    let evaluation = try batches.map { try last.output($0, .evaluation) }
    let training = try batches.map { try last.output($0, .training) }

    let before = Float.nan
    let averages = zip(p, runs.dropFirst()).enumerated().flatMap { index, pair in
      [
        ComputedGroup.Array(
          "mean-\(index + 1)", title: "Moving average of the mean, p = \(pair.0)",
          Tensor(pair.1.means)),
        ComputedGroup.Array(
          "variance-\(index + 1)", title: "Moving average of the variance, p = \(pair.0)",
          Tensor(pair.1.variances)),
      ]
    }
    func range(_ values: [Float]) -> Float { (values.max() ?? .nan) - (values.min() ?? .nan) }
    return [
      ComputedGroup(
        "steps", title: "Statistics of batches", axes: [.indices("step", steps + 1)],
        arrays: [
          .init("batch-mean", title: "Mean of the batch", Tensor([before] + runs[0].means.dropFirst())),
          .init(
            "batch-variance", title: "Unbiased variance of the batch",
            Tensor([before] + runs[0].variances.dropFirst())),
        ] + averages),
      ComputedGroup(
        "outputs", title: "Output for one example among others",
        axes: [.init("batch", title: "Batch", Tensor((1...passes).map { Int64($0) }))],
        arrays: [
          .init("training", title: "Training mode", Tensor(training)),
          .init("evaluation", title: "Evaluation mode", Tensor(evaluation)),
        ]),
      ComputedGroup(
        "ranges", title: "Range of the outputs for one example", axes: [.indices("mode", 2)],
        arrays: [
          .init(
            "range", title: "Largest minus smallest, training, then evaluation mode",
            Tensor([range(training), range(evaluation)]))
        ]),
    ]
  }

  /// The batch of a step, counted from 1.
  private func draws(_ random: PhiloxSource, _ step: Int) -> [Float] {
    var draws = [Float](repeating: 0, count: batch)
    draws.withUnsafeMutableBufferPointer {
      random.stream(.dataGeneration, site: RandomSite(path: Self.kind)).fillNormal(
        $0, mean: mean, standardDeviation: deviation, from: (step - 1) * batch)
    }
    return draws
  }
}

/// A batch normalization of one channel and what it has gathered so far.
private final class NormalizedBatches {
  private let graph: Graph<Float>
  private let memory: Memory<Float>
  private let processor: Processor
  /// The moving averages, as they start and after each batch.
  private(set) var means: [Float], variances: [Float]

  init(p: Double, batch: Int, on processor: Processor) throws {
    graph = try Graph(input: [1], layer: BatchNorm(momentum: 1 - p))
    memory = Memory(graph, capacity: batch, gradients: false)
    var none = PhiloxSource(seed: 0)
    graph.initialize(memory, from: &none)
    self.processor = processor
    (means, variances) = ([], [])
    note()
  }

  private func note() {
    means.append(memory.values(of: graph.buffers[0], samples: 1)[0])
    variances.append(memory.values(of: graph.buffers[1], samples: 1)[0])
  }

  func train(_ batch: [Float]) throws {
    _ = try output(batch, .training)
    note()
  }

  /// What becomes of the first value of a batch.
  func output(_ batch: [Float], _ mode: Pass.Mode) throws -> Float {
    try memory.setInput(Tensor(batch, shape: [batch.count, 1]))
    graph.forward(memory, Pass(mode, count: batch.count, on: processor))
    return memory.values(of: graph.output, samples: batch.count)[0]
  }
}
