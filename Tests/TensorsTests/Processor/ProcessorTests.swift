import Tensors
import Testing

@Suite struct ProcessorTests {
  @Test func theEnvironmentForcesAnInstructionSet() throws {
    for set in InstructionSet.available {
      #expect(try InstructionSet.preferred(environment: ["REPRISE_ISA": set.rawValue]) == set)
    }
    #expect(try InstructionSet.preferred(environment: [:]) == InstructionSet.available.last)
    #expect(throws: ProcessorError.self) {
      try InstructionSet.preferred(environment: ["REPRISE_ISA": "mmx"])
    }
  }

  @Test func plainCIsAlwaysAvailable() { #expect(InstructionSet.available.first == .scalar) }

  @Test(arguments: [0, -1, 1025])
  func impossibleThreadCountsAreRefused(_ threads: Int) {
    #expect(throws: ProcessorError.self) { try Processor(threads: threads) }
  }

  /// Two callers at once: one is served by its own thread alone, and both get the same bits.
  @Test func aSharedProcessorServesConcurrentCallers() async throws {
    let processor = try Processor(threads: 3)
    let x = (0..<50_000).map { Float($0 % 100) - 50 }
    let expected = x.map { $0 <= 0 ? 0 : $0 }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<50).count { _ in
            var y = [Float](repeating: 0, count: x.count)
            y.withUnsafeMutableBufferPointer { processor.relu(x, into: $0.baseAddress!, count: x.count) }
            return y != expected
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
