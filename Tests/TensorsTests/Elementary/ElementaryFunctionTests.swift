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

@Suite("The Double functions")
struct DoubleFunctionTests {
  /// An error below one unit of the last place leaves the nearest Double or one of its neighbors.
  @Test(arguments: ElementaryFunction.all)
  func errorIsBelowOneUnit(_ function: ElementaryFunction) throws {
    let table = try ElementaryTable(named: "double-references.csv")
    let rows = table.rows.filter { $0.function == function.name }
    let far = rows.filter {
      let nearest = Double(bitPattern: $0.output)
      let result = function.double(Double(bitPattern: $0.input))
      return result != nearest && result != nearest.nextUp && result != nearest.nextDown
    }
    #expect(rows.count > 40)
    #expect(far.map { Double(bitPattern: $0.input) } == [])
  }

  /// The bits of 100,000 results each, as a number: they belong to version 1 of the contract.
  @Test(
    arguments: [
      ("exp", 0xf222_2b2b_109d_e2ea), ("expm1", 0x04d4_f40c_89e0_5810),
      ("tanh", 0x227e_8ea7_63f4_dd12), ("sigmoid", 0x4699_5deb_4181_5245),
      ("log", 0x2449_acb9_6460_7593), ("log1p", 0x016f_6a2e_fb1c_e8b0),
      ("sin", 0x9eed_9d1e_fc06_d09f), ("cos", 0x4386_bf4d_0ac3_3e4f),
    ] as [(String, UInt64)])
  func bitsAreThoseOfVersionOne(_ name: String, _ expected: UInt64) throws {
    let function = try #require(ElementaryFunction.named(name))
    var generator = SplitMix(state: 1)
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in 0..<100_000 {
      let bits = generator.next()
      let exponent = UInt64(1023 - 40) + bits % (i % 10 == 0 ? 1000 : 46)
      let sign = name == "log" ? 0 : bits & (1 << 63)
      let result = function.double(Double(bitPattern: bits & 0xf_ffff_ffff_ffff | exponent << 52 | sign))
      sum = (sum ^ (result.isNaN ? 0x7ff8 << 48 : result.bitPattern)) &* 0x0000_0100_0000_01b3
      sum ^= sum >> 29
    }
    #expect(String(sum, radix: 16) == String(expected, radix: 16))
  }

  /// Nearest Doubles of powers, from 400-bit arithmetic.
  @Test(
    arguments: [
      (0.9, 1, 0x1.ccccccccccccdp-1), (0.9, 2, 0x1.9eb851eb851ecp-1), (0.9, 1000, 0x1.fee7413dac341p-153),
      (0.999, 3, 0x1.fe772d5570166p-1), (0.999, 100_000, 0x1.940747bb85395p-145), (0.9999, 123_456_789, 0),
      (1 - 0x1p-53, 1 << 43, 0x1.ff800ffeaacp-1), (1.0000001, 1_000_000_000, 0x1.349445c228792p144),
      (-0.3, 41, -0x1.b8ee74d7f15b8p-72), (2.5e-160, 2, 0x0.000000000316ap-1022),
    ] as [(Double, UInt64, Double)])
  func integerPowers(_ base: Double, _ exponent: UInt64, _ expected: Double) {
    #expect(reprise_pow_int(base, exponent) == expected)
  }

  @Test func integerPowersAtTheEdges() {
    for base in [0, -0, 1, -1, Double.infinity, -.infinity, .nan, 0.5] {
      #expect(reprise_pow_int(base, 0) == 1)
    }
    #expect(reprise_pow_int(.nan, 3).isNaN)
    #expect(reprise_pow_int(-0.0, 3).bitPattern == (-0.0).bitPattern)
    #expect(reprise_pow_int(-0.0, 4).bitPattern == (0.0).bitPattern)
    #expect(reprise_pow_int(-.infinity, 3) == -.infinity)
    #expect(reprise_pow_int(-.infinity, 4) == .infinity)
    #expect(reprise_pow_int(.greatestFiniteMagnitude, 1) == .greatestFiniteMagnitude)
    #expect(reprise_pow_int(-.greatestFiniteMagnitude, 3) == -.infinity)
    #expect(reprise_pow_int(.leastNonzeroMagnitude, 1) == .leastNonzeroMagnitude)
    #expect(reprise_pow_int(0.5, 1074) == .leastNonzeroMagnitude)
    #expect(reprise_pow_int(2, .max) == .infinity)
    #expect(reprise_pow_int(0.5, .max) == 0)
  }
}

@Suite("Edges of the elementary functions")
struct ElementaryEdgeTests {
  @Test(arguments: ElementaryFunction.all)
  func notANumberStaysOne(_ function: ElementaryFunction) {
    for bits in [0x7fc0_0000, 0xffc0_0000, 0x7f80_0001, 0xff80_0001, 0x7fff_ffff] as [UInt32] {
      let result = function.float(Float(bitPattern: bits))
      #expect(result.isNaN && !result.isSignalingNaN)
    }
    for bits in [0x7ff8 << 48, 0xfff8 << 48, 0x7ff0 << 48 | 1, .max] as [UInt64] {
      let result = function.double(Double(bitPattern: bits))
      #expect(result.isNaN && !result.isSignalingNaN)
    }
  }

  /// The functions with f(x) ~ x keep signed zeros and the smallest numbers.
  @Test(arguments: ["expm1", "tanh", "log1p", "sin"])
  func smallArgumentsStay(_ name: String) throws {
    let function = try #require(ElementaryFunction.named(name))
    for x in [0, -0, Float.leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude] {
      #expect(function.float(x).bitPattern == x.bitPattern)
    }
    for x in [0, -0, Double.leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude] {
      #expect(function.double(x).bitPattern == x.bitPattern)
    }
  }

  @Test(
    arguments: [
      ("exp", -.infinity, 0), ("exp", 0, 1), ("exp", -0.0, 1), ("exp", .infinity, .infinity),
      ("exp", 1000, .infinity), ("exp", -1000, 0), ("expm1", -.infinity, -1), ("expm1", .infinity, .infinity),
      ("expm1", 1000, .infinity), ("expm1", -1000, -1), ("tanh", .infinity, 1), ("tanh", -.infinity, -1),
      ("tanh", 30, 1), ("tanh", -30, -1), ("sigmoid", .infinity, 1), ("sigmoid", -.infinity, 0),
      ("sigmoid", 0, 0.5), ("sigmoid", -0.0, 0.5), ("sigmoid", 1000, 1), ("sigmoid", -1000, 0),
      ("log", 0, -.infinity), ("log", -0.0, -.infinity), ("log", 1, 0), ("log", .infinity, .infinity),
      ("log1p", -1, -.infinity), ("log1p", .infinity, .infinity), ("cos", 0, 1), ("cos", -0.0, 1),
    ] as [(String, Double, Double)])
  func exactValues(_ name: String, _ x: Double, _ expected: Double) throws {
    let function = try #require(ElementaryFunction.named(name))
    #expect(function.double(x).bitPattern == expected.bitPattern)
    #expect(function.float(Float(x)).bitPattern == Float(expected).bitPattern)
  }

  @Test(
    arguments: [
      ("log", -1.0), ("log", -.infinity), ("log1p", -2), ("log1p", -.infinity), ("sin", .infinity),
      ("sin", -.infinity), ("cos", .infinity), ("cos", -.infinity),
    ] as [(String, Double)])
  func undefinedValues(_ name: String, _ x: Double) throws {
    let function = try #require(ElementaryFunction.named(name))
    #expect(function.double(x).isNaN)
    #expect(function.float(Float(x)).isNaN)
  }
}
