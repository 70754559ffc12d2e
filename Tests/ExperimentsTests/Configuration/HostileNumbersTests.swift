import Datasets
import Experiments
import Files
import Foundation
import Networks
import Tensors
import Testing

/// Configurations from the whole grammar with numbers that fit their keys or do not, and hardly any machine: each is run
/// until its first epoch is trained, or ends with one line.
@Suite struct HostileNumbersTests {
  /// A seeded writer of configurations.
  private struct Writer {
    private let stream: RandomStream
    private var index = 0

    init(seed: UInt64) { stream = PhiloxSource(seed: seed).stream(.dataGeneration) }

    mutating func below(_ count: Int) -> Int {
      index += 1
      return Int(stream.word(index)) % count
    }

    mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }

    private static let integers = [
      "0", "-1", "1", "2", "3", "7", "16", "255", "1000", "65536", "1000000", "1048576", "2147483647",
      "2147483648",
      "4294967296", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
      "18446744073709551615",
    ]
    private static let reals = [
      "0", "-1", "1", "1e19", "1e-400", "1e-50", "1e-45", "1e-38", "1.6e38", "1.8e38", "3.4e38", "3.5e38",
      "1e300",
      "1.7e308", "1e400", ".nan", ".inf", "-.inf", "0.5", "-0.0", "0.999999999999", "1.0000001", "100",
    ]

    /// The usual value, or one time in twelve another one of its sort.
    mutating func number(_ usual: String) -> String {
      guard below(12) == 0 else { return usual }
      return one(
        of: below(20) == 0 ? Self.reals + Self.integers : usual.contains(".") ? Self.reals : Self.integers)
    }

    mutating func initialization() -> String {
      one(of: [
        "torch", "kaiming-normal", "xavier-uniform", "zeros", "uniform: { bound: \(number("0.1")) }",
        "normal: { mean: \(number("0.0")), standard-deviation: \(number("0.1")) }",
      ])
    }

    mutating func layer(_ isFlat: Bool, depth: Int) -> String {
      let common = [
        "batch-norm: { epsilon: \(number("0.00001")), momentum: \(number("0.1")), evaluates-with: \(one(of: ["batch", "running"])) }",
        "layer-norm: { epsilon: \(number("0.00001")) }", "leaky-relu: { negative-slope: \(number("0.1")) }",
        "dropout: { probability: \(number("0.2")) }", "tanh", "silu", "sigmoid", "relu",
      ]
      let flat =
        "linear: { outputs: \(number("6")), initialization: { \(initialization().replacing("torch", with: "torch: {}")) } }"
      let images = [
        "conv-2d: { outputs: \(number("3")), kernel: \(number("2")), stride: \(number("1")), padding: \(number("1")), initialization: \(Self.mapping(initialization())) }",
        "max-pool-2d: { kernel: \(number("2")), stride: \(number("1")), padding: \(number("0")) }",
        "avg-pool-2d: { kernel: \(number("2")), stride: \(number("1")), ceil-mode: true }",
      ]
      if depth < 3, below(6) == 0 {
        return "repeat: { times: \(number("2")), layers: [\(layer(isFlat, depth: depth + 1))] }"
      }
      if isFlat { return below(2) == 0 ? flat.replacing("{ torch: {} }", with: "torch") : one(of: common) }
      return below(2) == 0 ? one(of: images) : one(of: common)
    }

    private static func mapping(_ text: String) -> String { text.contains(":") ? "{ \(text) }" : text }

    mutating func text() -> String {
      let isFlat = below(2) == 0
      var layers = (0..<1 + below(3)).map { _ in layer(isFlat, depth: 0) }
      layers = layers.map {
        $0.replacing("initialization: { kaiming-normal }", with: "initialization: kaiming-normal")
      }
      .map { $0.replacing("initialization: { xavier-uniform }", with: "initialization: xavier-uniform") }
      .map { $0.replacing("initialization: { zeros }", with: "initialization: zeros") }
      if !isFlat { layers.append("flatten") }
      layers.append("linear: { outputs: 3 }")
      let optimizer = one(of: [
        "sgd: { learning-rate: \(number("0.1")), momentum: \(number("0.9")), weight-decay: \(number("0.0")) }",
        "adam: { learning-rate: \(number("0.1")), beta1: \(number("0.9")), beta2: \(number("0.99")), epsilon: \(number("0.00000001")) }",
        "adamw: { learning-rate: \(number("0.1")), weight-decay: \(number("0.1")) }",
        "rmsprop: { learning-rate: \(number("0.1")), alpha: \(number("0.9")), epsilon: \(number("0.00000001")) }",
        "adagrad: { learning-rate: \(number("0.1")), epsilon: \(number("0.00000001")) }",
      ])
      let schedule = one(of: [
        "constant", "step: { size: \(number("1")), gamma: \(number("0.1")) }",
        "cosine: { epochs: \(number("2")), minimum: \(number("0.0")) }", "warmup: { epochs: \(number("2")) }",
        "warmup: { steps: \(number("2")) }",
        "plateau: { factor: \(number("0.5")), patience: \(number("1")), threshold: \(number("0.0")), minimum: \(number("0.0")) }",
      ])
      var lines = [
        "dataset: { fashion-mnist: { flatten: \(isFlat), divisor: \(number("255.0")), limit: \(number("40")), validation: \(validation()) } }",
        "network: [\(layers.joined(separator: ", "))]", "optimizer: { \(optimizer) }",
        "schedule: \(Self.mapping(schedule))", "batch-size: \(number("16"))", "epochs: \(number("2"))",
        "seed: \(number("1"))", "random: \(one(of: ["torch", "philox"]))",
        "loss: \(Self.mapping(one(of: ["mse", "cross-entropy: { label-smoothing: \(number("0.1")) }"])))",
        "evaluation-mode: \(one(of: ["evaluation", "evaluation", "training"]))",
        "record: { probe: \(number("3")), step-losses: \(number("2")), epochs: [\(number("1"))], states: [\(number("1"))] }",
      ]
      let further = [
        "clip: { \(one(of: ["norm", "value"])): \(number("1.0")) }",
        "penalties: [l1: { weight: \(number("0.1")) }, l2-norm: { weight: \(number("0.1")) }, l2-squared: { weight: \(number("0.1")) }]",
        "discarded-initializations: \(number("1"))", "mixup: { alpha: \(number("0.2")) }",
        "adversarial: { epsilon: \(number("0.3")), step-size: \(number("0.1")), steps: \(number("2")) }",
        "augmentation: [salt-and-pepper: { amount: \(number("0.1")) }, gaussian-noise: { standard-deviation: \(number("0.1")) }]",
        "augmentation: [rotation: { degrees: \(number("10.0")), fill: \(number("0.0")) }, horizontal-flip: { probability: \(number("0.5")) }]",
        "augmentation: [resized-crop: { scale: [\(number("0.1")), \(number("1.0"))], ratio: [\(number("0.7")), \(number("1.3"))] }]",
        "augmentation: [random-erasing: { probability: \(number("1.0")), scale: [\(number("0.1")), \(number("0.5"))], ratio: [\(number("0.7")), \(number("1.3"))], value: \(number("0.0")) }]",
        "augmentation: [normalize: { mean: [\(number("0.5"))], standard-deviation: [\(number("0.5"))] }]",
        "augmentation: [color-jitter: { brightness: \(number("0.5")), contrast: \(number("0.5")), saturation: \(number("0.5")), hue: \(number("0.1")) }]",
      ]
      if below(2) == 0 { lines.append(one(of: further)) }
      return lines.joined(separator: "\n") + "\n"
    }

    private mutating func validation() -> String {
      one(of: [
        "test", "{ test: { limit: \(number("10")) } }",
        "{ random: { fraction: \(number("0.2")), seed: \(number("0")) } }",
        "{ range: { from: \(number("10")), to: \(number("20")) } }",
      ])
    }
  }

  /// The cases of this test, and more of them where a person asks: REPRISE_HOSTILE_CASES=20000.
  private static var count: Int {
    ProcessInfo.processInfo.environment["REPRISE_HOSTILE_CASES"].flatMap { Int($0) } ?? 250
  }
  private static var firstSeed: Int {
    ProcessInfo.processInfo.environment["REPRISE_HOSTILE_SEED"].flatMap { Int($0) } ?? 0
  }

  @Test func eachEndsWellOrWithOneLine() throws {
    let scratch = try Scratch(), processor = try Processor()
    let tiny = TinyExperiment.data
    let whole = try Dataset(name: "tiny", training: tiny.training, test: tiny[.validation])
    let allowance = MemoryAllowance(bytes: 90_000_000, limit: .machine)
    var trained = 0, refused: [String: Int] = [:]
    for seed in Self.firstSeed..<Self.firstSeed + Self.count {
      var writer = Writer(seed: UInt64(seed))
      let text = writer.text()
      let interruption = Interruption()
      do {
        let configuration = try ExperimentConfiguration(
          contentsOf: scratch.write("# \(seed)\n" + text, to: "hostile.yaml"))
        let data = try configuration.dataset.parts(of: whole)
        let run = try ExperimentRun(configuration, data: data, directory: scratch("\(seed)"))
        try run.perform(
          on: processor, within: MemoryBudget(sharing: allowance), interruption,
          { event in
            if case .epoch(let summary) = event, summary.epoch == 1 { interruption.request() }
          })
        trained += 1
      } catch RunError.interrupted {
        trained += 1
      } catch {
        let message = "\(error)"
        #expect(!message.isEmpty && !message.contains("\n"), "seed \(seed): \(message)")
        refused["\(type(of: error))", default: 0] += 1
      }
      try? FileManager.default.removeItem(atPath: scratch("\(seed)"))
    }
    #expect(trained > Self.count / 20, "\(trained) of \(Self.count); \(refused)")
    #expect(refused.values.reduce(0, +) > Self.count / 10, "\(refused)")
  }
}
