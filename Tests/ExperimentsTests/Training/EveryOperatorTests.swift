import CAllocationCounter
import Datasets
import Experiments
import Networks
import Tensors
import Testing

/// One small network with every operator: its committed digests come out everywhere.
@Suite struct EveryOperatorTests {
  private static let data = Result { try DatasetLibrary().dataset(KernelDigests.configuration().dataset) }
  private static let noise = Result { try KernelDigests.data() }

  /// On the data that the configuration names, and on the noise that `reprise doctor` trains on.
  @Test(arguments: InstructionSet.available, KernelDigests.losses)
  func theCommittedDigestsComeOut(_ set: InstructionSet, _ loss: String) throws {
    for (data, name) in [(Self.data, loss), (Self.noise, "noise-\(loss)")] {
      let expected = try KernelDigests.committed(name)
      for threads in 1...3 {
        let digest = try KernelDigests.digest(
          with: loss, on: Processor(threads: threads, instructionSet: set), data.get())
        #expect(digest.hexadecimal == expected, "\(name), \(threads) threads")
      }
    }
  }

  #if DEBUG
    private static let isOptimized = false
  #else
    private static let isOptimized = true
  #endif

  /// Nothing is allocated per training step: neither by the passes nor by the optimizer.
  @Test(
    .enabled(
      if: allocation_count() >= 0, "allocations can be counted only with glibc, and without a sanitizer"),
    .enabled(if: isOptimized, "a build that is not optimized allocates for generic functions"))
  func aTrainingStepAllocatesNothing() throws {
    let settings = try KernelDigests.configuration()
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
