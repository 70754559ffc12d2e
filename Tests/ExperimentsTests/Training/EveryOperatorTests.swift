import CAllocationCounter
import Datasets
import Experiments
import Foundation
import Networks
import Tensors
import Testing

/// One small network with every operator: its committed digests come out everywhere.
@Suite struct EveryOperatorTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL.path

  private func configuration(_ assignments: [String] = []) throws -> ExperimentConfiguration {
    try ExperimentConfiguration(
      contentsOf: "\(Self.folder)/every-operator.yaml", assignments: assignments)
  }

  private static let data = Result {
    try DatasetLibrary().dataset(
      ExperimentConfiguration(contentsOf: "\(folder)/every-operator.yaml").dataset)
  }

  /// `cross-entropy <digest>` and so on, a line a loss.
  private func committed(_ loss: String) throws -> String? {
    try String(contentsOfFile: "\(Self.folder)/every-operator.sha256", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: " ") }
      .first { $0[0] == loss }.map { String($0[1]) }
  }

  @Test(arguments: InstructionSet.available, ["cross-entropy", "mse", "bce"])
  func theCommittedDigestComesOut(_ set: InstructionSet, _ loss: String) throws {
    let expected = try committed(loss)
    for threads in 1...3 {
      let trainer = try Trainer(
        configuration(["loss=\(loss)"]), data: Self.data.get(),
        on: Processor(threads: threads, instructionSet: set))
      for _ in 0..<2 { _ = try trainer.trainEpoch() }
      #expect(trainer.memory.modelDigest.hexadecimal == expected, "\(threads) threads")
    }
  }

  #if DEBUG
    private static let isOptimized = false
  #else
    private static let isOptimized = true
  #endif

  /// Nothing is allocated per training step: neither by the passes nor by the optimizer.
  @Test(
    .enabled(if: allocation_count() >= 0, "allocations can be counted only with glibc"),
    .enabled(if: isOptimized, "a build that is not optimized allocates for generic functions"))
  func aTrainingStepAllocatesNothing() throws {
    let settings = try configuration()
    let graph = try Graph<Float>(input: [1, 28, 28], layer: settings.network)
    let loss = try settings.loss.record(on: graph)
    let memory = Memory(graph, capacity: 16, gradients: true)
    let random = SharedRandomSource(PhiloxSource(seed: 1))
    graph.initialize(memory, from: &random.source)
    let optimizer = OptimizerState(of: Adam(), for: memory)
    let processor = try Processor()
    func step(_ number: Int) {
      let pass = Pass(.training, count: 16, step: number, random: random, on: processor)
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      _ = loss.mean(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      optimizer.update(memory, step: number + 1, learningRate: 0.01, on: processor)
    }
    for number in 0..<2 { step(number) }  // the runtime makes its tables at first use
    let before = allocation_count()
    for number in 2..<5 { step(number) }
    #expect(allocation_count() == before)
    #expect(before > 0, "the counter counts")
  }
}
