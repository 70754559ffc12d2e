import Tensors
import TestSupport
import Testing

@Suite struct ElementwiseTests {
  static let processors =
    InstructionSet.available.map { try! Processor(instructionSet: $0) } + [try! Processor(threads: 3)]
  static let counts = [0, 1, 7, 16, 33, 1000, 20_011]
  static let special: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, 0x1p-149, -0x1p-149]

  private func values(_ count: Int, seed: Int) -> [Float] {
    var values: [Float] = Arrays.uniform(count, seed: seed)
    for (index, value) in Self.special.enumerated() where index < count { values[index] = value }
    return values
  }

  @Test(arguments: processors)
  func reluAndItsBackward(_ processor: Processor) {
    for count in Self.counts {
      let x = values(count, seed: 1), dy: [Float] = Arrays.uniform(count, seed: 2)
      var y = [Float](repeating: 9, count: count), dx = y
      y.withUnsafeMutableBufferPointer { processor.relu(x, into: $0.baseAddress!, count: count) }
      #expect(mismatch(y, x.map { $0 <= 0 ? 0 : $0 }) == nil)
      dx.withUnsafeMutableBufferPointer {
        processor.reluBackward(dy, output: y, into: $0.baseAddress!, count: count)
      }
      #expect(mismatch(dx, zip(y, dy).map { $0 <= 0 ? 0 : $1 }) == nil)
    }
  }

  @Test(arguments: processors)
  func addition(_ processor: Processor) {
    for count in Self.counts {
      let x = values(count, seed: 3), start: [Float] = Arrays.uniform(count, seed: 4)
      var y = start
      y.withUnsafeMutableBufferPointer { processor.add(x, to: $0.baseAddress!, count: count) }
      #expect(mismatch(y, zip(start, x).map { $0 + $1 }) == nil)
    }
  }

  @Test(arguments: processors)
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

  @Test(arguments: processors)
  func lookingUpBytes(_ processor: Processor) {
    let table = (0...255).map { Float($0) / 255 }
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var y = [Float](repeating: 0, count: bytes.count)
    y.withUnsafeMutableBufferPointer {
      processor.lookUp(bytes, in: table, into: $0.baseAddress!, count: bytes.count)
    }
    #expect(mismatch(y, bytes.map { Float($0) / 255 }) == nil)
  }

  @Test(arguments: processors, Golden.repdl("sum1d"))
  func sumAgreesWithRepDL(_ processor: Processor, _ golden: Golden) {
    let x = golden.floats("x")
    let sum = processor.sum(x, count: x.count)
    #expect(mismatch([sum], golden.floats("sum")) == nil)
    #expect(mismatch([sum * Float(1 / Double(x.count))], golden.floats("mean")) == nil)
  }

  @Test(arguments: processors, Golden.repdl("sum2d"))
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
    for processor in Self.processors {
      #expect(processor.sumOfSquares(x, count: x.count) == expected)
    }
  }
}
