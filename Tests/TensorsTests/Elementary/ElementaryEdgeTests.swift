import CKernels
import Testing

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
