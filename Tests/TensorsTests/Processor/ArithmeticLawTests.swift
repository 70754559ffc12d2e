import Foundation
import Tensors
import Testing

@Suite struct ArithmeticLawTests {
  @Test(arguments: InstructionSet.available) func everyLawHolds(_ set: InstructionSet) {
    #expect(ArithmeticLaw.broken(on: set).isEmpty)
    #expect(Processor.isIEEE)
  }

  /// A thread that rounds upward breaks the law of rounding and keeps those that do not depend on it; it ends with the
  /// test, so nothing else computes with it.
  @Test func aThreadThatRoundsOtherwiseIsSeen() async {
    let seen = await withCheckedContinuation {
      (done: CheckedContinuation<([[ArithmeticLaw]], Bool), Never>) in
      Thread {
        fesetround(FE_UPWARD)
        let broken = InstructionSet.available.map { ArithmeticLaw.broken(on: $0) }
        let isIEEE = Processor.isIEEE
        fesetround(FE_TONEAREST)
        done.resume(returning: (broken, isIEEE))
      }.start()
    }
    #expect(seen.0.allSatisfy { $0.contains(.rounding) && !$0.contains(.subnormalOperands) })
    #expect(!seen.1)
  }

  @Test func theCompilerIsNamed() {
    #expect(Processor.compiler.contains(/[0-9]+\.[0-9]+/))
    #expect(!Processor.compiler.contains("://"))
    #expect(!Digest.library.isEmpty)
  }
}
