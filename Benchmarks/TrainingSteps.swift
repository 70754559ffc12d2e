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
  /// What a program is called with to measure our side alone: each measurement is a process of its own, so that
  /// its peak of memory is the network's.
  static let command = "network-step"

  static func compare(with python: String) throws {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    print(
      "\ntraining steps, batch \(batch), milliseconds and peak resident MB: ours / PyTorch's; ratio of times")
    print("network               threads      step            memory        ratio  PyTorch's format")
    for row in Row.all {
      for threads in Set([1, threads]).sorted() {
        let steps = row.side > 100 ? 2 : 8
        var ours = [Double.infinity, .infinity], theirs = ours
        var format = ""
        for _ in 1...3 {
          ours = zip(ours, try numbers(CommandLine.arguments[0], [command] + row.arguments, threads, steps))
            .map(min)
          for name in ["contiguous", "channels_last"] {
            let script = ["Benchmarks/networks.py"] + row.arguments
            let times = try numbers(python, script, threads, steps, [name])
            if times[0] < theirs[0] { (theirs, format) = (times, name) }
          }
        }
        print(
          row.name.padding(toLength: 22, withPad: " ", startingAt: 0)
            + String(
              format: "%4d  %8.1f /%8.1f  %6.0f /%6.0f   %5.2f  %@", threads, ours[0], theirs[0], ours[1],
              theirs[1], theirs[0] / ours[0], format))
      }
    }
  }

  private static func numbers(
    _ program: String, _ arguments: [String], _ threads: Int, _ steps: Int, _ more: [String] = []
  ) throws -> [Double] {
    try Benchmarks.output(of: program, arguments + ["\(threads)", "\(steps)"] + more)
      .split(whereSeparator: \.isWhitespace).map { Double($0)! }
  }

  /// Prints the best milliseconds of a training step and this process's peak resident memory in MB.
  ///
  /// - Parameter arguments: Network, channels, side, threads, steps, as `networks.py` takes them.
  static func measure(_ arguments: [String]) throws {
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
    var best = Double.infinity
    for step in 1...1 + Int(arguments[4])! {
      let start = ContinuousClock.now
      let pass = Pass(.training, count: batch, step: step - 1, random: random, on: processor)
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      let value = loss.mean(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      optimizer.update(memory, step: step, on: processor)
      precondition(value.isFinite, "the loss is \(value)")
      // The first step of a process meets memory that was never touched, there as here.
      if step > 1 { best = min(best, start.duration(to: .now) / .milliseconds(1)) }
    }
    print(String(format: "%.2f %d", best, try peakMemory()))
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
