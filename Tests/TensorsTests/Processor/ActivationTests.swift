import CKernels
import Tensors
import TestSupport
import Testing

@Suite struct ActivationTests {
  static let processors = ElementwiseTests.processors
  static let counts = [0, 1, 7, 16, 33, 1000, 20_011]

  private func values<S: Scalar>(_ count: Int, seed: Int) -> [S] {
    var values: [S] = Arrays.uniform(count, seed: seed)
    for (index, value) in ElementwiseTests.special.enumerated() where index < count {
      values[index] = S(value)
    }
    return values
  }

  /// What `compute` writes.
  private func written<S: Scalar>(_ count: Int, _ compute: (UnsafeMutablePointer<S>) -> Void) -> [S] {
    var y = [S](repeating: 9, count: max(count, 1))
    y.withUnsafeMutableBufferPointer { compute($0.baseAddress!) }
    return Array(y[..<count])
  }

  private func checkLeakyReLU<S: Scalar>(_: S.Type, _ processor: Processor) {
    for count in Self.counts {
      for slope in [S(0.01), 0, -0.25, 3] {
        let x: [S] = values(count, seed: 1), dy: [S] = Arrays.uniform(count, seed: 2)
        let y = written(count) { processor.leakyReLU(x, slope: slope, into: $0, count: count) }
        #expect(mismatch(y, x.map { $0 > 0 ? $0 : $0 * slope }) == nil)
        let dx = written(count) {
          processor.leakyReLUBackward(dy, input: x, slope: slope, into: $0, count: count)
        }
        #expect(mismatch(dx, zip(x, dy).map { $0 > 0 ? $1 : $1 * slope }) == nil)
      }
    }
  }

  @Test(arguments: processors)
  func leakyReLU(_ processor: Processor) {
    checkLeakyReLU(Float.self, processor)
    checkLeakyReLU(Double.self, processor)
  }

  private func checkBackwards<S: Scalar>(_: S.Type, _ processor: Processor) {
    for count in Self.counts {
      let y: [S] = values(count, seed: 3), dy: [S] = Arrays.uniform(count, seed: 4)
      let sigmoid = written(count) { processor.sigmoidBackward(dy, output: y, into: $0, count: count) }
      #expect(mismatch(sigmoid, zip(y, dy).map { ($1 * (1 - $0)) * $0 }) == nil)
      let tanh = written(count) { processor.tanhBackward(dy, output: y, into: $0, count: count) }
      #expect(mismatch(tanh, zip(y, dy).map { $1 * (1 - $0 * $0) }) == nil)
    }
  }

  @Test(arguments: processors)
  func sigmoidAndTanhBackward(_ processor: Processor) {
    checkBackwards(Float.self, processor)
    checkBackwards(Double.self, processor)
  }

  private func checkSumsAndMasks<S: Scalar>(_: S.Type, _ processor: Processor) {
    for count in Self.counts {
      let a: [S] = values(count, seed: 5), b: [S] = Arrays.uniform(count, seed: 6)
      #expect(
        mismatch(
          written(count) { processor.add(a, b, into: $0, count: count) }, zip(a, b).map { $0 + $1 }) == nil)
      #expect(
        mismatch(written(count) { processor.add(a, a, into: $0, count: count) }, a.map { $0 + $0 }) == nil)
      #expect(mismatch(written(count) { processor.copy(a, into: $0, count: count) }, a) == nil)
      let mask = (0..<count).map { UInt8($0 % 3 == 0 ? 0 : 1) }
      let scale = S(1 / 0.7)
      let masked = written(count) { processor.applyMask(mask, scale: scale, to: a, into: $0, count: count) }
      #expect(mismatch(masked, zip(a, mask).map { $0 * ($1 == 0 ? 0 : scale) }) == nil)
    }
  }

  @Test(arguments: processors)
  func sumsCopiesAndMasks(_ processor: Processor) {
    checkSumsAndMasks(Float.self, processor)
    checkSumsAndMasks(Double.self, processor)
  }

  /// The kernels' own Philox and the one in Swift are two programs; the words are the same.
  @Test(arguments: processors)
  func masksAreThoseOfTheStream(_ processor: Processor) {
    for seed in [5, 0xFFFF_FFFF_FFFF] as [UInt64] {
      let source = PhiloxSource(seed: seed)
      for keep in [0, 1e-9, 0.3, 0.5, 1.0.nextDown, 1] {
        for count in [0, 1, 3, 4, 63, 64, 65, 1000, 8192, 20_011, 50_000] {
          let expected = filled(count, with: UInt8(9)) {
            source.dropoutMask($0, site: RandomSite(path: "a/drop"), step: 7, keepProbability: keep)
          }
          let computed = filled(count, with: UInt8(9)) {
            source.dropoutMask(
              $0, site: RandomSite(path: "a/drop"), step: 7, keepProbability: keep, on: processor)
          }
          #expect(computed == expected, "\(count) elements kept with probability \(keep)")
        }
      }
    }
  }

  @Test func aSourceInOrderDrawsItsMasksInOrder() throws {
    var source = TorchSource(seed: 3), other = source
    let processor = try Processor(threads: 2)
    for _ in 0..<2 {
      let expected = filled(100, with: UInt8(9)) {
        source.dropoutMask($0, site: RandomSite(path: "d"), step: 0, keepProbability: 0.5)
      }
      let computed = filled(100, with: UInt8(9)) {
        other.dropoutMask($0, site: RandomSite(path: "d"), step: 0, keepProbability: 0.5, on: processor)
      }
      #expect(computed == expected)
    }
    #expect(source == other)
  }
}
