import Experiments
import Testing

/// Distances of numbers in steps from one to the next.
@Suite struct BitDifferenceTests {
  @Test func ulpsAreCountedAcrossZeroAndToInfinity() {
    #expect(Float(1).ulps(to: Float(1).nextUp) == 1)
    #expect(Float(1).nextDown.ulps(to: Float(1).nextUp) == 2)
    #expect(Float(0).ulps(to: -0) == 0)
    #expect(Float.leastNonzeroMagnitude.ulps(to: -.leastNonzeroMagnitude) == 2)
    #expect(Float.greatestFiniteMagnitude.ulps(to: .infinity) == 1)
    #expect((-Float.infinity).ulps(to: .infinity) == 2 * 0x7f80_0000)
    #expect(Float.nan.ulps(to: 1) == nil && Double(1).ulps(to: .nan) == nil)
    #expect(Double(1).ulps(to: Double(1).nextDown.nextDown) == 2)
    #expect((-Double.infinity).ulps(to: .infinity) == UInt64(0xffe0_0000_0000_0000))
  }
}
