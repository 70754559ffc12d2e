import Tensors
import TestSupport
import Testing

@Suite struct ArrayTests {
  @Test(arguments: Processor.kinds)
  func addition(_ processor: Processor) {
    for count in Arrays.counts {
      let x: [Float] = Arrays.special(count, seed: 3), start: [Float] = Arrays.uniform(count, seed: 4)
      var y = start
      y.withUnsafeMutableBufferPointer { processor.add(x, to: $0.baseAddress!, count: count) }
      #expect(mismatch(y, zip(start, x).map { $0 + $1 }) == nil)
    }
  }

  @Test(arguments: Processor.kinds)
  func sumsOfColumnsAreChains(_ processor: Processor) {
    for (rows, columns) in [(1, 1), (5, 3), (33, 1000), (1000, 17), (300, 4099), (0, 4)] {
      let x: [Float] = Arrays.uniform(rows * columns, seed: 5)
      for continues in [false, true] {
        let start: [Float] = Arrays.uniform(columns, seed: 6)
        var total = start
        total.withUnsafeMutableBufferPointer {
          processor.sumRows(
            of: x, into: $0.baseAddress!, rows: rows, columns: columns, continues: continues)
        }
        let expected = (0..<columns).map { column in
          (0..<rows).reduce(continues ? start[column] : 0) { $0 + x[$1 * columns + column] }
        }
        #expect(mismatch(total, expected) == nil, "\(rows) × \(columns)")
      }
    }
  }

  @Test(arguments: Processor.kinds)
  func lookingUpBytes(_ processor: Processor) {
    let table = (0...255).map { Float($0) / 255 }
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var y = [Float](repeating: 0, count: bytes.count)
    y.withUnsafeMutableBufferPointer {
      processor.lookUp(bytes, in: table, into: $0.baseAddress!, count: bytes.count)
    }
    #expect(mismatch(y, bytes.map { Float($0) / 255 }) == nil)
  }

  @Test(arguments: Processor.kinds)
  func stepsOfAttacksAreHeldInTheirBounds(_ processor: Processor) {
    for count in Arrays.counts {
      let gradient: [Float] = Arrays.special(count, seed: 7)
      let clean = (Arrays.uniform(count, seed: 8) as [Float]).map { abs($0) }
      let start: [Float] = zip(clean, Arrays.uniform(count, seed: 9) as [Float]).map { $0 + $1 / 8 }
      var moved = start
      moved.withUnsafeMutableBufferPointer {
        processor.projectedStep(
          $0.baseAddress!, from: clean, gradient: gradient, size: 0.125, epsilon: 0.2, count: count)
      }
      let expected = zip(zip(start, clean), gradient).map { pair, g -> Float in
        if g.isNaN { return .nan }
        let step: Float = g > 0 ? 0.125 : g < 0 ? -0.125 : 0
        let distance = min(max(pair.0 + step - pair.1, -0.2), 0.2)
        return min(max(pair.1 + distance, 0), 1)
      }
      #expect(mismatch(moved, expected) == nil)
    }
  }

  @Test(arguments: Processor.kinds, Golden.repdl("sum1d"))
  func sumAgreesWithRepDL(_ processor: Processor, _ golden: Golden) {
    let x = golden.floats("x")
    let sum = processor.sum(x, count: x.count)
    #expect(mismatch([sum], golden.floats("sum")) == nil)
    #expect(mismatch([sum * Float(1 / Double(x.count))], golden.floats("mean")) == nil)
  }

  @Test(arguments: Processor.kinds, Golden.repdl("sum2d"))
  func sumsOfRowsAndColumnsAgreeWithRepDL(_ processor: Processor, _ golden: Golden) {
    let (rows, columns) = (golden.shape("x")[0], golden.shape("x")[1])
    let x = golden.floats("x")
    var total = [Float](repeating: 0, count: columns)
    total.withUnsafeMutableBufferPointer {
      processor.sumRows(of: x, into: $0.baseAddress!, rows: rows, columns: columns)
    }
    #expect(mismatch(total, golden.floats("dim0")) == nil)
    #expect(mismatch(total.map { $0 * Float(1 / Double(rows)) }, golden.floats("mean0")) == nil)
    let ofRows = (0..<rows).map { row in
      x.withUnsafeBufferPointer { processor.sum($0.baseAddress! + row * columns, count: columns) }
    }
    #expect(mismatch(ofRows, golden.floats("dim1")) == nil)
  }

  @Test func sumOfSquaresIsAChainInDouble() throws {
    let x: [Float] = Arrays.uniform(1001, seed: 12)
    let expected = x.reduce(0.0) { $0 + Double($1) * Double($1) }
    for processor in Processor.kinds {
      #expect(processor.sumOfSquares(x, count: x.count) == expected)
    }
  }

  private func checkSumsAndMasks<S: Scalar>(_: S.Type, _ processor: Processor) {
    for count in Arrays.counts {
      let a: [S] = Arrays.special(count, seed: 5), b: [S] = Arrays.uniform(count, seed: 6)
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

  @Test(arguments: Processor.kinds)
  func sumsCopiesAndMasks(_ processor: Processor) {
    checkSumsAndMasks(Float.self, processor)
    checkSumsAndMasks(Double.self, processor)
  }
}
