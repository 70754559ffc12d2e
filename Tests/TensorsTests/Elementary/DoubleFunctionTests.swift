import CKernels
import Testing

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
