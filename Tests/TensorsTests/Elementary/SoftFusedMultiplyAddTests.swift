import CKernels
import Testing

@Suite("Fused multiply-add without the instruction")
struct SoftFusedMultiplyAddTests {
  /// Random bit patterns, biased to ties, cancellation, subnormals and the ends of the exponent's range.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func floatEqualsTheInstruction(_ seed: UInt64) {
    var generator = SplitMix(state: seed)
    var wrong: [String] = []
    for _ in 0..<400_000 {
      let a = Self.float(&generator)
      let b = Self.float(&generator)
      var c = Self.float(&generator)
      if generator.next() & 3 == 0 {
        c = Float(bitPattern: (-(a * b)).bitPattern &+ UInt32(generator.next() & 3) &- 1)
      }
      let soft = reprise_fmaf_soft_exported(a, b, c)
      let expected = c.addingProduct(a, b)
      if soft.bitPattern != expected.bitPattern && !(soft.isNaN && expected.isNaN) {
        wrong.append("\(a) * \(b) + \(c)")
      }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func doubleEqualsTheInstruction(_ seed: UInt64) {
    var generator = SplitMix(state: seed)
    var wrong: [String] = []
    for _ in 0..<400_000 {
      let a = Self.double(&generator)
      let b = Self.double(&generator)
      var c = Self.double(&generator)
      switch generator.next() & 3 {
      case 0: c = Double(bitPattern: (-(a * b)).bitPattern &+ generator.next() & 3 &- 1)
      case 1:
        // Within 64 binary places of the product, where the rounding is decided.
        let exponent = (a * b).bitPattern >> 52 & 0x7ff &+ generator.next() & 127
        let fraction = generator.next() & 1 == 0 ? 0 : c.bitPattern & 0xf_ffff_ffff_ffff
        c = Double(bitPattern: c.bitPattern & 1 << 63 | (max(64, min(exponent, 2110)) &- 64) << 52 | fraction)
      default: break
      }
      let soft = reprise_fma_soft_exported(a, b, c)
      let expected = c.addingProduct(a, b)
      if soft.bitPattern != expected.bitPattern && !(soft.isNaN && expected.isNaN) {
        wrong.append("\(a) * \(b) + \(c)")
      }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test func overflowingProductDoesNotCancelAnInfinity() {
    let huge = Double.greatestFiniteMagnitude
    #expect(reprise_fma_soft_exported(huge, huge, -.infinity) == -.infinity)
    #expect(reprise_fma_soft_exported(huge, 2, -huge) == huge)
    let tiny = Double.leastNonzeroMagnitude
    #expect(reprise_fma_soft_exported(-tiny, tiny, 0).bitPattern == (-0.0).bitPattern)
    #expect(reprise_fma_soft_exported(1, 1, -1).bitPattern == (0.0).bitPattern)
    #expect(reprise_fma_soft_exported(.infinity, 0, 1).isNaN)
  }

  private static func float(_ generator: inout SplitMix) -> Float {
    let bits = generator.next()
    var fraction = UInt32(bits & 0x7f_ffff)
    switch bits >> 23 & 7 {
    case 0: fraction &= ~0 << UInt32(bits >> 26 & 31)
    case 1: fraction |= 1 << UInt32(bits >> 26 & 15) - 1
    case 2: fraction = 0
    default: break
    }
    let spread = UInt32(bits >> 31 & 31)
    let exponents = [spread, 112 + spread, 255 - spread, UInt32(bits >> 31 & 255)]
    let sign = UInt32(bits >> 63) << 31
    return Float(bitPattern: sign | exponents[Int(bits >> 40 & 3)] << 23 | fraction & 0x7f_ffff)
  }

  private static func double(_ generator: inout SplitMix) -> Double {
    let bits = generator.next()
    let choice = generator.next()
    var fraction = bits & 0xf_ffff_ffff_ffff
    switch choice & 7 {
    case 0: fraction &= ~0 << (choice >> 3 & 63)
    case 1: fraction |= 1 << (choice >> 3 & 63) &- 1
    case 2: fraction = 0
    default: break
    }
    let spread = choice >> 9 & 63
    let exponents = [spread, 992 + spread, 2047 - spread, 480 + spread, choice >> 9 & 2047]
    let exponent = exponents[Int((choice >> 20) % 5)]
    return Double(bitPattern: bits & 1 << 63 | exponent << 52 | fraction & 0xf_ffff_ffff_ffff)
  }
}
