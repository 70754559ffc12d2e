import CKernels
import Tensors
import TestSupport
import Testing

/// The elementary functions over arrays are the scalar functions, bit for bit.
@Suite struct ElementaryArrayTests {
  static let processors = ElementwiseTests.processors

  /// Arguments of every kind: edges, ordinary ones, any bits, and large angles now and then.
  private func arguments<S: Scalar>(_ count: Int, _ fromBits: (UInt32, UInt32) -> S) -> [S] {
    let stream = PhiloxSource(seed: 31).stream(.dataGeneration)
    let special: [S] = [
      .nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 88.8, -104, 0x1p20, -0x1p20,
      0x1p20 - 0.125, 0x1p-13, 710, -746,
    ]
    return (0..<count).map { index in
      if index < special.count { return special[index] }
      let word = stream.word(2 * index), other = stream.word(2 * index + 1)
      let unit = S(Double(word) * 0x1p-31 - 1)
      // Long stretches without a large angle, stretches with one, and any bits at all.
      switch index / 512 % 4 {
      case 0: return unit * 10
      case 1: return index % 100 == 0 ? unit * 0x1p40 : unit * 1000
      case 2: return unit
      default: return fromBits(word, other)
      }
    }
  }

  private func check<S: Scalar>(
    _ processor: Processor, _ x: [S], _ functions: [(String, (S) -> S)]
  ) {
    func compute(_ name: String, _ y: UnsafeMutablePointer<S>, _ count: Int) {
      switch name {
      case "exp": processor.exp(x, into: y, count: count)
      case "expm1": processor.expm1(x, into: y, count: count)
      case "log": processor.log(x, into: y, count: count)
      case "log1p": processor.log1p(x, into: y, count: count)
      case "tanh": processor.tanh(x, into: y, count: count)
      case "sigmoid": processor.sigmoid(x, into: y, count: count)
      case "sin": processor.sin(x, into: y, count: count)
      case "cos": processor.cos(x, into: y, count: count)
      default: preconditionFailure(name)
      }
    }
    for (name, function) in functions {
      let expected = x.map(function)
      for count in [0, 1, 7, 64, 65, 130, x.count] {
        var y = [S](repeating: 9, count: x.count)
        y.withUnsafeMutableBufferPointer { compute(name, $0.baseAddress!, count) }
        let rest = [S](repeating: 9, count: x.count - count)
        #expect(mismatch(y, expected[..<count] + rest) == nil, "\(name) of \(count)")
      }
    }
  }

  @Test(arguments: processors)
  func inFloat(_ processor: Processor) {
    let x = arguments(20_011) { word, _ in Float(bitPattern: word) }
    check(processor, x, ElementaryFunction.all.map { ($0.name, $0.float) })
  }

  @Test(arguments: processors)
  func inDouble(_ processor: Processor) {
    let x = arguments(20_011) { Double(bitPattern: UInt64($0) << 32 | UInt64($1)) }
    check(processor, x, ElementaryFunction.all.map { ($0.name, $0.double) })
  }
}
