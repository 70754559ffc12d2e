import Dispatch
import Experiments
import Files
import Foundation
import Networks
import Synchronization
import Tensors
import Testing

/// Trainings that share memory wait for each other, and none is refused that fits alone.
@Suite struct MemoryBudgetTests {
  private func needs() throws -> TrainingMemory {
    let configuration = try TinyExperiment.configuration()
    let graph = try Graph<Float>(input: [16], layer: configuration.network)
    _ = try configuration.loss.record(on: graph, targets: .classes)
    return try TrainingMemory(configuration, TinyExperiment.data, graph)
  }

  @Test func onlyAsManyAsFitAreAtWork() throws {
    let needs = try needs()
    let budget = MemoryBudget(sharing: MemoryAllowance(bytes: 2 * needs.newByteCount, limit: .machine))
    let atWork = Atomic<Int>(0), most = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      let reservation = try? budget.reserve(needs, Interruption())
      most.max(atWork.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
      usleep(20_000)
      atWork.subtract(1, ordering: .relaxed)
      withExtendedLifetime(reservation) {}
    }
    #expect(most.load(ordering: .relaxed) <= 2)
  }

  @Test func whatDoesNotFitAloneIsRefusedAndAWaitIsInterrupted() throws {
    let needs = try needs()
    let small = MemoryBudget(sharing: MemoryAllowance(bytes: needs.newByteCount - 1, limit: .controlGroup))
    #expect(throws: RunError.self) { try small.reserve(needs, Interruption()) }
    let one = MemoryBudget(sharing: MemoryAllowance(bytes: needs.newByteCount, limit: .machine))
    let first = try one.reserve(needs, Interruption())
    let interruption = Interruption()
    interruption.request()
    #expect(throws: (any Error).self) { try one.reserve(needs, interruption) }
    withExtendedLifetime(first) {}
  }
}
