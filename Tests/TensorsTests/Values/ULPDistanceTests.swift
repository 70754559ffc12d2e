import Tensors
import Testing

@Suite struct ULPDistanceTests {
  @Test func neighborsAreOneApart() {
    for value: Float in [1, -1, 0.1, -0x1p-127, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0x1p-126] {
      #expect(ULPDistance(value, value.nextUp).count == 1, "\(value)")
      #expect(ULPDistance(value.nextUp, value).count == 1, "\(value)")
      #expect(ULPDistance(value, value) == .zero, "\(value)")
    }
    for value in [1.0, -1.0, 0.1, -.leastNormalMagnitude, .greatestFiniteMagnitude, 0x1p-1022] {
      #expect(ULPDistance(value, value.nextUp).count == 1, "\(value)")
    }
  }

  @Test(
    arguments: [
      (1, 2, 0x80_0000), (1, 1.5, 0x40_0000), (0, .leastNonzeroMagnitude, 1), (-0.0, 0, 1),
      (-.leastNonzeroMagnitude, .leastNonzeroMagnitude, 3), (0, .leastNormalMagnitude, 0x80_0000),
      (-1, 1, 2 * 0x3f80_0000 + 1), (.greatestFiniteMagnitude, .infinity, 1),
      (-.infinity, .infinity, 2 * 0x7f80_0000 + 1),
    ] as [(Float, Float, UInt64)])
  func knownPairsOfFloats(_ a: Float, _ b: Float, _ count: UInt64) {
    #expect(ULPDistance(a, b).count == count)
    #expect(ULPDistance(b, a).count == count)
  }

  @Test func knownPairsOfDoubles() {
    #expect(ULPDistance(1.0, 2.0).count == 1 << 52)
    #expect(ULPDistance(-0.0, 0.0).count == 1)
    #expect(ULPDistance(0.0, Double.leastNormalMagnitude).count == 1 << 52)
    #expect(ULPDistance(-Double.infinity, .infinity).count == (UInt64(0x7ff0_0000_0000_0000) << 1) + 1)
  }

  @Test func aNaNIsInfinitelyFarFromEveryNumber() {
    for value: Float in [0, 1, -.infinity, .infinity] {
      #expect(ULPDistance(value, .nan) == .infinite)
      #expect(ULPDistance(.nan, value).count == nil)
    }
    #expect(ULPDistance(Double.nan, Double(nan: 5, signaling: false)) == .zero)
    #expect(ULPDistance(1.0, .nan).description == "inf")
    #expect(ULPDistance(-Double.infinity, .infinity) < .infinite)
  }

  @Test func integersAreTheirDifferenceApart() {
    #expect(ULPDistance(Int64(-3), 4).count == 7)
    #expect(ULPDistance(Int64.max, .min + 1).count == UInt64.max - 1)
    #expect(ULPDistance(Int64.max, .min) == .infinite)
  }
}
