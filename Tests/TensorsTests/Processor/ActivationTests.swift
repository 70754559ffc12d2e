import CKernels
import Tensors
import TestSupport
import Testing

@Suite struct ActivationTests {
  @Test(arguments: Processor.kinds)
  func reluAndItsBackward(_ processor: Processor) {
    for count in Arrays.counts {
      let x: [Float] = Arrays.special(count, seed: 1), dy: [Float] = Arrays.uniform(count, seed: 2)
      var y = [Float](repeating: 9, count: count), dx = y
      y.withUnsafeMutableBufferPointer { processor.relu(x, into: $0.baseAddress!, count: count) }
      #expect(mismatch(y, x.map { $0 <= 0 ? 0 : $0 }) == nil)
      dx.withUnsafeMutableBufferPointer {
        processor.reluBackward(dy, output: y, into: $0.baseAddress!, count: count)
      }
      #expect(mismatch(dx, zip(y, dy).map { $0 <= 0 ? 0 : $1 }) == nil)
    }
  }

  private func checkLeakyReLU<S: Scalar>(_: S.Type, _ processor: Processor) {
    for count in Arrays.counts {
      for slope in [S(0.01), 0, -0.25, 3] {
        let x: [S] = Arrays.special(count, seed: 1), dy: [S] = Arrays.uniform(count, seed: 2)
        let y = written(count) { processor.leakyReLU(x, slope: slope, into: $0, count: count) }
        #expect(mismatch(y, x.map { $0 > 0 ? $0 : $0 * slope }) == nil)
        let dx = written(count) {
          processor.leakyReLUBackward(dy, input: x, slope: slope, into: $0, count: count)
        }
        #expect(mismatch(dx, zip(x, dy).map { $0 > 0 ? $1 : $1 * slope }) == nil)
      }
    }
  }

  @Test(arguments: Processor.kinds)
  func leakyReLU(_ processor: Processor) {
    checkLeakyReLU(Float.self, processor)
    checkLeakyReLU(Double.self, processor)
  }

  private func checkBackwards<S: Scalar>(_: S.Type, _ processor: Processor) {
    for count in Arrays.counts {
      let y: [S] = Arrays.special(count, seed: 3), dy: [S] = Arrays.uniform(count, seed: 4)
      let sigmoid = written(count) { processor.sigmoidBackward(dy, output: y, into: $0, count: count) }
      #expect(mismatch(sigmoid, zip(y, dy).map { ($1 * (1 - $0)) * $0 }) == nil)
      let tanh = written(count) { processor.tanhBackward(dy, output: y, into: $0, count: count) }
      #expect(mismatch(tanh, zip(y, dy).map { $1 * (1 - $0 * $0) }) == nil)
    }
  }

  @Test(arguments: Processor.kinds)
  func sigmoidAndTanhBackward(_ processor: Processor) {
    checkBackwards(Float.self, processor)
    checkBackwards(Double.self, processor)
  }
}

/// tanh and the sigmoid over arrays are the functions of one number, bit for bit. `LossTests` shows the same of the
/// exponential and the logarithms inside the losses.
@Suite struct ElementaryArrayTests {
  /// Arguments of every kind: edges, ordinary ones, large ones and any bits.
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
      switch index / 512 % 4 {
      case 0: return unit * 10
      case 1: return index % 100 == 0 ? unit * 0x1p40 : unit * 1000
      case 2: return unit
      default: return fromBits(word, other)
      }
    }
  }

  private func checkSiLU<S: Scalar>(_ processor: Processor, _ x: [S], sigmoid: (S) -> S) {
    for count in [0, 1, 7, 64, 65, 130, x.count] {
      let x = Array(x[..<count]), dy: [S] = Arrays.uniform(count, seed: 6)
      let y: [S] = written(count) { processor.silu(x, into: $0, count: count) }
      #expect(mismatch(y, x.map { $0 * sigmoid($0) }) == nil, "silu of \(count)")
      let dx: [S] = written(count) { processor.siluBackward(dy, input: x, into: $0, count: count) }
      let expected = zip(x, dy).map { x, dy in (dy * sigmoid(x)) * (1 + x * (1 - sigmoid(x))) }
      #expect(mismatch(dx, expected) == nil, "its backward of \(count)")
    }
  }

  private func check<S: Scalar>(_ processor: Processor, _ x: [S], tanh: (S) -> S, sigmoid: (S) -> S) {
    let expected = (x.map(tanh), x.map(sigmoid))
    for count in [0, 1, 7, 64, 65, 130, x.count] {
      let rest = [S](repeating: 9, count: x.count - count)
      // `written` starts with nines: what is behind the count must stay.
      let y: [S] = written(x.count) { processor.tanh(x, into: $0, count: count) }
      #expect(mismatch(y, expected.0[..<count] + rest) == nil, "tanh of \(count)")
      let z: [S] = written(x.count) { processor.sigmoid(x, into: $0, count: count) }
      #expect(mismatch(z, expected.1[..<count] + rest) == nil, "sigmoid of \(count)")
    }
  }

  @Test(arguments: Processor.kinds)
  func inFloat(_ processor: Processor) {
    let x = arguments(20_011) { word, _ in Float(bitPattern: word) }
    check(processor, x, tanh: reprise_float_tanh, sigmoid: reprise_float_sigmoid)
    checkSiLU(processor, x, sigmoid: reprise_float_sigmoid)
  }

  @Test(arguments: Processor.kinds)
  func inDouble(_ processor: Processor) {
    let x = arguments(20_011) { Double(bitPattern: UInt64($0) << 32 | UInt64($1)) }
    check(processor, x, tanh: reprise_double_tanh, sigmoid: reprise_double_sigmoid)
    checkSiLU(processor, x, sigmoid: reprise_double_sigmoid)
  }
}
