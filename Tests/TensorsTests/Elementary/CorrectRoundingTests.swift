import CKernels
import Testing

@Suite("Correct rounding of the Float functions")
struct CorrectRoundingTests {
  /// The inputs nearest to a rounding boundary, of all 2³², decided with MPFR.
  @Test(arguments: ElementaryFunction.all)
  func hardCases(_ function: ElementaryFunction) throws {
    let rows = try ElementaryTable(named: "hard-cases.csv").rows.filter { $0.function == function.name }
    let wrong = rows.filter {
      function.float(Float(bitPattern: UInt32($0.input))).bitPattern != UInt32($0.output)
    }
    #expect(!rows.isEmpty)
    #expect(wrong.map { String($0.input, radix: 16) } == [])
  }

  /// Every 4093rd input against the platform's Double function, which is allowed eight units of its last
  /// place: where both ends round to one Float, that is the result. The full sweep is `exhaustive`.
  @Test(arguments: ElementaryFunction.all)
  func stridedSweep(_ function: ElementaryFunction) throws {
    var decided = 0
    var wrong: [UInt32] = []
    for bits in stride(from: UInt32(0), to: .max - 4093, by: 4093) {
      let x = Float(bitPattern: bits)
      let reference = function.platform(Double(x))
      let margin = reference.magnitude * 0x1p-49
      let below = Float(reference - margin)
      let above = Float(reference + margin)
      let result = function.float(x)
      if reference.isNaN {
        if !result.isNaN { wrong.append(bits) }
      } else if reference.isInfinite {
        if result != Float(reference) { wrong.append(bits) }
      } else if below.bitPattern == above.bitPattern {
        decided += 1
        if result.bitPattern != below.bitPattern { wrong.append(bits) }
      }
    }
    #expect(decided > 400_000)
    #expect(wrong.prefix(5).map { String($0, radix: 16) } == [])
  }

  @Test func logarithmsWhoseDoubleLiesOnABoundary() {
    // The Double nearest to the logarithm is exactly half way between two Floats: rounding it once more, as
    // the C library does, is wrong here.
    let inputs: [UInt32] = [0x3c41_3d3a, 0x4117_8feb, 0x4c5d_65a5, 0x65d8_90d3, 0x6f31_a8ec]
    for bits in inputs {
      let x = Float(bitPattern: bits)
      let nearest = reprise_double_log(Double(x))
      #expect(nearest.bitPattern & 0x1fff_ffff == 0x1000_0000)
      #expect(reprise_float_log(x) != Float(nearest))
    }
  }
}
