import CAllocationCounter
import Experiments
import Files
import Foundation
import Networks
import Tensors
import Testing

/// What a training takes is known before it is taken, to the byte where arrays are concerned.
@Suite struct TrainingMemoryTests {
  private static let networks = [
    "[linear: { outputs: 8 }, relu, linear: { outputs: 3 }]",
    "[linear: { outputs: 8 }, batch-norm: { evaluates-with: batch }, dropout: { probability: 0.5 }, linear: { outputs: 3 }]",
    "[linear: { outputs: 16 }, residual: { body: [linear: { outputs: 16 }, layer-norm, tanh] }, linear: { outputs: 3 }]",
  ]
  private static let images = [
    "[conv-2d: { outputs: 5, kernel: 3, padding: 1 }, batch-norm, relu, max-pool-2d: { kernel: 2 }, flatten, linear: { outputs: 3 }]",
    "[conv-2d: { outputs: 4, kernel: 1 }, residual: { body: [conv-2d: { outputs: 4, kernel: 3, padding: 1 }, batch-norm, relu], shortcut: [conv-2d: { outputs: 4, kernel: 1 }] }, adaptive-avg-pool-2d, flatten, linear: { outputs: 3 }]",
  ]
  private static let sets: [[String]] =
    networks.map { ["network=\($0)"] }
    + images.map { ["network=\($0)", "dataset.fashion-mnist.flatten=false"] }
    + [
      [], ["batch-size=1"], ["batch-size=1000000"], ["optimizer={ sgd: { learning-rate: 0.1 } }"],
      ["adversarial={ steps: 2 }"], ["mixup={ alpha: 0.2 }"], ["evaluation-mode=training"],
      ["augmentation=[horizontal-flip]", "optimizer={ rmsprop: { learning-rate: 0.1 } }"],
    ]

  /// What it says of a configuration, and what making the trainer takes; a loader's batch beside it.
  private func check(_ configuration: ExperimentConfiguration) throws {
    let data = TinyExperiment.data, processor = try Processor()
    let graph = try Graph<Float>(
      input: configuration.dataset.inputShape(of: data.training), layer: configuration.network,
      differentiatesInput: configuration.adversarial != nil)
    _ = try configuration.loss.record(
      on: graph, targets: configuration.mixup == nil ? .classes : .values)
    let memory = try TrainingMemory(configuration, data, graph)

    let before = line_allocation_bytes()
    let trainer = try Trainer(configuration, data: data, on: processor)
    if configuration.mixup != nil || !configuration.augmentation.isEmpty {
      BatchPlaces(as: trainer.memory, trainer.graph).deallocate()
    }
    #expect(line_allocation_bytes() - before == memory.arrayByteCount)
    #expect(trainer.memory.capacity == memory.training.capacity)

    let epoch = try trainer.measureEpoch(trainer.trainEpoch())
    func bytes(_ arrays: [NamedTensor]) -> Int {
      arrays.reduce(0) { $0 + $1.tensor.count * $1.tensor.elementType.byteCount }
    }
    #expect(bytes(epoch.checkpoint.arrays) == memory.checkpointByteCount)
    #expect(bytes(epoch.record.activations) == memory.activationByteCount)
  }

  @Test(
    .enabled(if: allocation_count() >= 0, "allocations can be counted only with glibc"), arguments: sets)
  func itIsWhatIsAllocated(set: [String]) throws { try check(TinyExperiment.configuration(set)) }

  @Test(.enabled(if: allocation_count() >= 0, "allocations can be counted only with glibc"))
  func itIsWhatIsAllocatedForEveryOperator() throws {
    // The data are smaller than those that the file names, so its first layers are left out.
    let text = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Sources/Experiments/Diagnosis/every-operator.yaml"), encoding: .utf8
    )
    let scratch = try Scratch()
    let small = text.replacing("  - pool: [max-pool-2d: { kernel: 3, stride: 2, padding: 1 }]\n", with: "")
    #expect(small != text)
    try check(ExperimentConfiguration(contentsOf: scratch.write(small, to: "every.yaml")))
  }

  /// Nothing large is allocated to find out that something would be.
  @Test(.enabled(if: allocation_count() >= 0, "allocations can be counted only with glibc"))
  func recordingAHugeNetworkTakesLittle() throws {
    let configuration = try TinyExperiment.configuration([
      "network=[linear: { outputs: 1048576 }, linear: { outputs: 1000 }, linear: { outputs: 3 }]"
    ])
    let before = allocation_bytes()
    let graph = try Graph<Float>(input: [16], layer: configuration.network)
    _ = try configuration.loss.record(on: graph, targets: .classes)
    let memory = try TrainingMemory(configuration, TinyExperiment.data, graph)
    #expect(allocation_bytes() - before < 1 << 20)
    #expect(memory.byteCount > 40_000_000_000)

    _ = try Graph<Float>(input: [3, 1024, 1024], layer: Conv2d(outputs: 256, kernel: 255, padding: 255))
    #expect(allocation_bytes() - before < 1 << 28)
  }

  @Test func tooMuchIsRefusedInOneLine() throws {
    func problem(_ set: [String], _ bytes: Int) throws -> String? {
      let configuration = try TinyExperiment.configuration(set)
      let graph = try Graph<Float>(
        input: configuration.dataset.inputShape(of: TinyExperiment.data.training),
        layer: configuration.network)
      _ = try configuration.loss.record(on: graph, targets: .classes)
      let memory = try TrainingMemory(configuration, TinyExperiment.data, graph)
      do {
        try memory.require(MemoryAllowance(bytes: bytes, limit: .addressSpace))
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(try problem([], 1 << 30) == nil)
    let small = try #require(try problem([], 1_000_000))
    #expect(
      small.hasSuffix(
        ", of which the program takes 67.1 MB, and ulimit -v leaves 1.0 MB: give it more memory"))
    let pixels = "dataset.fashion-mnist.flatten=false", probe = "record.probe=0"
    let network =
      "network=[conv-2d: { outputs: 65536, kernel: 1 }, adaptive-avg-pool-2d, flatten, linear: { outputs: 3 }]"
    let large = try #require(try problem(["batch-size=100", pixels, probe, network], 500_000_000))
    #expect(
      large.contains(" of memory, of which a batch of 100 examples takes ")
        && large.hasSuffix(", and ulimit -v leaves 500 MB: make 'batch-size' smaller"), "\(large)")
    let wide = try #require(
      try problem(["network=[linear: { outputs: 1048576 }, linear: { outputs: 3 }]"], 1 << 28))
    #expect(wide.hasSuffix(": make the network smaller"), "\(wide)")
  }

  /// The tool under a limit of addresses: one line and exit code 78, before anything large is allocated.
  @Test(.enabled(if: KilledCommandTests.isLinux, "elsewhere 'ulimit -v' limits nothing"))
  func theToolSaysSoInOneLine() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      title: Wide
      dataset: { sparse-regression: { features: 800 } }
      network: [linear: { outputs: 1048576 }, linear: { outputs: 1 }]
      loss: mse
      optimizer: { adam: { learning-rate: 0.01 } }
      batch-size: 10
      epochs: 1
      """, to: "wide.yaml")
    let (code, text) = try tool(scratch, "wide.yaml", kilobytes: 3_000_000)
    #expect(code == 78)
    #expect(text.contains("training needs ") && text.contains(", and ulimit -v leaves "), "\(text)")
    #expect(
      text.hasSuffix(": make the network smaller\n") && text.split(separator: "\n").count == 1, "\(text)")
  }

  /// Data that do not fit are refused before they are read.
  @Test(.enabled(if: KilledCommandTests.isLinux, "elsewhere 'ulimit -v' limits nothing"))
  func theToolReadsNoDataThatDoNotFit() throws {
    let scratch = try Scratch()
    try scratch.write(TinyExperiment.text(), to: "images.yaml")
    let (code, text) = try tool(scratch, "images.yaml", kilobytes: 200_000)
    #expect(code == 74, "\(text)")
    #expect(text.contains(": reading it takes ") && text.contains(", and ulimit -v leaves "), "\(text)")
    #expect(text.split(separator: "\n").count == 1, "\(text)")
  }

  /// The exit code and the messages of `reprise run` with so many kilobytes of addresses.
  private func tool(_ scratch: Scratch, _ file: String, kilobytes: Int) throws -> (Int32, String) {
    let ending = try ToolProcess.shell(
      "ulimit -v \(kilobytes); exec \"$0\" run \"$1\" --output \"$2\" --threads 1",
      [scratch(file), scratch("run")])
    return (ending.code, ending.errors)
  }

  @Test func theMachineAllowsSomething() {
    let allowance = MemoryAllowance.now()
    #expect(allowance.bytes > 0)
    #expect(allowance.bytes <= ProcessInfo.processInfo.physicalMemory)
  }

  @Test func controlGroupsOfBothVersionsLimit() throws {
    let scratch = try Scratch()
    #expect(MemoryAllowance.controlGroupLimit(root: scratch.path) == nil)
    try scratch.write("9:name=systemd:/a\n4:cpu,memory:/a/b\n0::/x/y\n", to: "proc/self/cgroup")
    #expect(MemoryAllowance.controlGroupLimit(root: scratch.path) == nil)
    try scratch.write("9223372036854771712\n", to: "sys/fs/cgroup/memory/memory.limit_in_bytes")
    #expect(MemoryAllowance.controlGroupLimit(root: scratch.path) == nil)
    try scratch.write("7000\n", to: "sys/fs/cgroup/memory/a/memory.limit_in_bytes")
    #expect(MemoryAllowance.controlGroupLimit(root: scratch.path) == 7000)
    try scratch.write("6000\n", to: "sys/fs/cgroup/x/memory.max")
    #expect(MemoryAllowance.controlGroupLimit(root: scratch.path) == 6000)
    try scratch.write("max\n", to: "sys/fs/cgroup/x/y/memory.max")
    try scratch.write("5000\n", to: "sys/fs/cgroup/memory.max")
    #expect(MemoryAllowance.controlGroupLimit(root: scratch.path) == 5000)
  }

  @Test func bytesAreSaidInDecimalUnits() {
    #expect(byteText(0) == "0.0 kB")
    #expect(byteText(5_085_549_680) == "5.1 GB")
    #expect(byteText(99_949_999) == "99.9 MB")
    #expect(byteText(99_950_000) == "100 MB")
    #expect(byteText(999_499_999) == "999 MB")
    #expect(byteText(999_500_000) == "1.0 GB")
    #expect(byteText(Int.max) == "9.2 EB")
  }
}
