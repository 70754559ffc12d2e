import Foundation
import Networks
import Tensors

/// Training steps of document 004's networks beside PyTorch's: the CNN and ResNet-18, batch 64, cross-entropy,
/// Adam with weight decay.
enum TrainingSteps {
  /// A network on images of one size.
  struct Row {
    let network: String
    let channels, side: Int
    var arguments: [String] { [network, "\(channels)", "\(side)"] }
    var name: String { "\(network), \(channels)×\(side)×\(side)" }

    static let all = [
      Row(network: "cnn", channels: 1, side: 28), Row(network: "resnet", channels: 1, side: 28),
      Row(network: "cnn", channels: 3, side: 128), Row(network: "resnet", channels: 3, side: 128),
    ]
  }

  private static let batch = 64, classes = 11
  /// What this program is called with to measure our side: a process of its own, whose peak of memory is the network's.
  static let command = "network-steps"

  static func compare(with python: String, threads: [Int], rounds: Int) throws -> Section {
    var rows: [Comparison] = []
    for row in Row.all {
      for threads in threads {
        let ours = try Partner(CommandLine.arguments[0], [command] + row.arguments + ["\(threads)"])
        let formats = ["contiguous", "channels_last"]
        let theirs = try formats.map {
          try Partner(python, ["Benchmarks/PyTorch/networks.py"] + row.arguments + ["\(threads)", $0])
        }
        let steps = row.side > 100 ? "1" : "4"
        var memory = [Double](repeating: 0, count: 3)
        let samples = try measureInTurns(
          rounds: rounds,
          ([ours] + theirs).enumerated().map { index, partner in
            {
              let numbers = try partner.numbers(steps)
              memory[index] = numbers[1]
              return numbers[0]
            }
          })
        let medians = samples.map { Spread($0).median }
        let best = medians[1] <= medians[2] ? 1 : 2
        rows.append(
          Comparison(
            row.name, threads: threads, ours: samples[0], peer: samples[best],
            note: String(format: "%.0f / %.0f MB, %@", memory[0], memory[best], formats[best - 1])))
      }
    }
    return Section(
      title: "Training steps, batch \(batch)",
      peer: "PyTorch in the faster of its two formats; peak resident MB",
      unit: .milliseconds, rows: rows)
  }

  /// For every line of standard input, which is a number of steps, prints the seconds of a step and this process's peak
  /// resident memory in MB. The first step is not counted: it meets memory that was never touched.
  ///
  /// - Parameter arguments: Network, channels, side, threads, as `networks.py` takes them.
  static func serve(_ arguments: [String]) throws {
    let (channels, side) = (Int(arguments[1])!, Int(arguments[2])!)
    let processor = try Processor(threads: Int(arguments[3])!)
    let layers = arguments[0] == "cnn" ? cnn() : resnet()
    let graph = try Graph<Float>(input: [channels, side, side], layer: layers)
    let loss = try CrossEntropy().record(on: graph)
    let memory = Memory(graph, capacity: batch, gradients: true, keepsActivations: false)
    let random = SharedRandomSource(PhiloxSource(seed: 0))
    graph.initialize(memory, from: &random.source)
    let optimizer = OptimizerState(of: Adam(learningRate: 3e-4, weightDecay: 1e-5), for: memory)
    let count = batch * channels * side * side
    PhiloxSource(seed: 1).stream(.dataGeneration).fillUniform(
      UnsafeMutableBufferPointer(start: memory.pointer(to: graph.input), count: count), in: 0..<1)
    try memory.setTargets(classes: (0..<batch).map { UInt8($0 % classes) })
    var step = 0
    func train() {
      let pass = Pass(.training, count: batch, step: step, random: random, on: processor)
      step += 1
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      let value = loss.mean(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      optimizer.update(memory, step: step, on: processor)
      precondition(value.isFinite, "the loss is \(value)")
    }
    train()
    while let line = readLine(), let steps = Int(line) {
      print(time(steps, train), try peakMemory())
      fflush(nil)
    }
  }

  /// The process's largest resident size so far, in MB.
  private static func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }! / 1024
  }

  private static func cnn() -> Sequential {
    var layers: [any Layer] = []
    for outputs in [64, 128, 256, 512, 512] {
      layers += [
        Conv2d(outputs: outputs, kernel: 3, padding: 1), BatchNorm(), ReLU(),
        MaxPool2d(kernel: 2, ceilMode: true),
      ]
    }
    layers += [
      Flatten(), Linear(outputs: 1024), ReLU(), Linear(outputs: 512), ReLU(), Linear(outputs: classes),
    ]
    return Sequential(layers)
  }

  private static func resnet() -> Sequential {
    var layers: [any Layer] = [
      Conv2d(outputs: 64, kernel: 7, stride: 2, padding: 3), BatchNorm(), ReLU(),
      MaxPool2d(kernel: 3, stride: 2, padding: 1),
    ]
    for (outputs, stride) in [(64, 1), (128, 2), (256, 2), (512, 2)] {
      for stride in [stride, 1] {
        let body: [any Layer] = [
          Conv2d(outputs: outputs, kernel: 3, stride: stride, padding: 1), BatchNorm(), ReLU(),
          Conv2d(outputs: outputs, kernel: 3, padding: 1), BatchNorm(),
        ]
        let shortcut = Sequential([Conv2d(outputs: outputs, kernel: 1, stride: stride), BatchNorm()])
        layers += [Residual(body: Sequential(body), shortcut: stride == 1 ? nil : shortcut), ReLU()]
      }
    }
    layers += [AdaptiveAvgPool2d(), Flatten(), Linear(outputs: classes)]
    return Sequential(layers)
  }
}
