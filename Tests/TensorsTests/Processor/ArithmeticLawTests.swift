import Foundation
import Tensors
import Testing

@Suite struct ArithmeticLawTests {
  @Test(arguments: InstructionSet.available) func everyLawHolds(_ set: InstructionSet) {
    #expect(ArithmeticLaw.broken(on: set).isEmpty)
    #expect(Processor.isIEEE)
  }

  /// A thread that rounds upward breaks the law of rounding and keeps those that do not depend on it.
  @Test func aThreadThatRoundsOtherwiseIsSeen() async {
    let seen = await onThread { fesetround(FE_UPWARD) }
    #expect(seen.broken.allSatisfy { $0.contains(.rounding) && !$0.contains(.subnormalOperands) })
    #expect(!seen.isIEEE)
    #expect(seen.error?.contains("floating-point mode") == true, "no processor is made there")
  }

  #if os(Linux) && (arch(x86_64) || arch(arm64))
    /// As a library does that was linked with -ffast-math: results are flushed, and operands are taken for zero.
    @Test func aThreadThatFlushesSubnormalsIsSeen() async {
      let seen = await onThread { Self.flushSubnormals() }
      #expect(seen.broken.allSatisfy { $0 == [.subnormalResults, .subnormalOperands] }, "\(seen.broken)")
      #expect(!seen.isIEEE)
    }
  #endif

  #if os(Linux) && (arch(x86_64) || arch(arm64))
    private static func flushSubnormals() {
      var environment = fenv_t()
      fegetenv(&environment)
      #if arch(x86_64)
        environment.__mxcsr |= 0x8040
      #else
        environment.__fpcr |= 1 << 24
      #endif
      fesetenv(&environment)
    }
  #endif

  /// What is seen on a thread of its own in a mode that ends with it.
  private func onThread(_ set: @escaping @Sendable () -> Void) async -> (
    broken: [[ArithmeticLaw]], isIEEE: Bool, error: String?
  ) {
    await withCheckedContinuation { done in
      Thread {
        var before = fenv_t()
        fegetenv(&before)
        set()
        var error: String?
        do { _ = try Processor() } catch let failure { error = "\(failure)" }
        let seen = (InstructionSet.available.map { ArithmeticLaw.broken(on: $0) }, Processor.isIEEE, error)
        fesetenv(&before)
        done.resume(returning: seen)
      }.start()
    }
  }

  @Test func theCompilerIsNamed() {
    #expect(Processor.compiler.contains(/[0-9]+\.[0-9]+/))
    #expect(!Processor.compiler.contains("://"))
    #expect(!Digest.library.isEmpty)
  }
}
