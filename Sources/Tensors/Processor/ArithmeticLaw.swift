internal import CKernels

/// What the exactness contract needs of a machine's arithmetic (Documentation/numerics.md), each measured with the
/// kernels themselves.
package enum ArithmeticLaw: String, CaseIterable, Sendable {
  /// Sums round to the nearest number, and to the even one of two that are as near.
  case rounding = "round to nearest"
  /// A result below the smallest normal number is not flushed to zero.
  case subnormalResults = "subnormal results kept"
  /// An operand below the smallest normal number is not taken for zero.
  case subnormalOperands = "subnormal operands kept"
  /// A matrix product's fused multiply-add rounds once.
  case fusedMultiplyAdd = "fused multiply-add rounds once"
  /// NaN goes through comparisons, wins a maximum, and is digested as one NaN whatever its bits.
  case nan = "NaN stays visible"
}

extension ArithmeticLaw {
  /// The laws that do not hold on the calling thread with an instruction set's kernels, in Float or in Double.
  ///
  /// No processor is made, since that would stop the program on a thread that rounds otherwise.
  ///
  /// - Precondition: the machine has the instruction set.
  package static func broken(on set: InstructionSet) -> [ArithmeticLaw] {
    let single = ArithmeticProbe<Float>(
      set, leastNormal: Float(bitPattern: 0x0080_0000), half: Float(bitPattern: 0x0040_0000),
      least: Float(bitPattern: 1), twice: Float(bitPattern: 2), payload: Float(bitPattern: 0x7FC0_1234))
    let double = ArithmeticProbe<Double>(
      set, leastNormal: Double(bitPattern: 0x0010_0000_0000_0000),
      half: Double(bitPattern: 0x0008_0000_0000_0000), least: Double(bitPattern: 1),
      twice: Double(bitPattern: 2), payload: Double(bitPattern: 0x7FF8_0000_0000_1234))
    return allCases.filter { !single.holds($0) || !double.holds($0) }
  }
}

/// Measures the laws for one scalar type. Subnormal numbers come as bits: arithmetic that flushes them could not make
/// them.
private struct ArithmeticProbe<S: Scalar> {
  let kernels: reprise_kernels
  /// 2^e, its half, the smallest number and its double, and a NaN with bits of its own.
  let leastNormal, half, least, twice, payload: S

  init(_ set: InstructionSet, leastNormal: S, half: S, least: S, twice: S, payload: S) {
    kernels = set.kernels(for: S.kernelScalar)!.pointee
    (self.leastNormal, self.half, self.least, self.twice) = (leastNormal, half, least, twice)
    self.payload = payload
  }

  func holds(_ law: ArithmeticLaw) -> Bool {
    let ulp = S.ulpOfOne
    switch law {
    case .rounding:
      return are(sum(1, ulp / 2), 1) && are(sum(1 + ulp, ulp / 2), 1 + 2 * ulp)
        && are(sum(1, 3 * ulp / 4), 1 + ulp) && are(sum(-1, -ulp / 2), -1)
        && are(sum(-1, -3 * ulp / 4), -1 - ulp)
    case .subnormalResults: return are(product(leastNormal, by: 0.5), half)
    case .subnormalOperands: return are(sum(least, least), twice)
    case .fusedMultiplyAdd:
      // x² = 1 + 2¹⁻ʰ + 2⁻²ʰ, whose last term a product that is rounded by itself loses.
      let h = S.Exponent((S.significandBitCount + 2) / 2)
      let x = 1 + S(sign: .plus, exponent: -h, significand: 1)
      let rounded = 1 + S(sign: .plus, exponent: 1 - h, significand: 1)
      return are(chain((-rounded, 1), (x, x)), S(sign: .plus, exponent: -2 * h, significand: 1))
    case .nan:
      return rectified(payload).allSatisfy(\.isNaN) && clamped(payload).allSatisfy(\.isNaN)
        && maximum(1, payload).isNaN && maximum(payload, 1).isNaN && digest(payload) == digest(.nan)
    }
  }

  /// Whether all are the same number, bit by bit: where subnormals are flushed, `==` would take them for zero.
  private func are(_ values: [S], _ expected: S) -> Bool {
    values.allSatisfy { value in
      withUnsafeBytes(of: value) { a in withUnsafeBytes(of: expected) { a.elementsEqual($0) } }
    }
  }

  private func sum(_ a: S, _ b: S) -> [S] {
    changed(row(0)) { y in
      row(a).withUnsafeBufferPointer { a in
        row(b).withUnsafeBufferPointer { kernels.add_two(y, a.baseAddress, $0.baseAddress, a.count) }
      }
    }
  }

  private func product(_ x: S, by factor: Double) -> [S] {
    changed(row(x)) { kernels.multiply_by($0, factor, row(x).count) }
  }

  /// +0, then a₀·b₀ + …, then a₁·b₁ + …, as an element of a matrix product.
  private func chain(_ first: (S, S), _ second: (S, S)) -> [S] {
    let a = [first.0, second.0], b = row(first.1) + row(second.1)
    let columns = b.count / 2
    let workspace = UnsafeMutableRawPointer.allocate(
      byteCount: Int(REPRISE_MATMUL_WORKSPACE), alignment: 64)
    defer { workspace.deallocate() }
    return changed(row(0)) { c in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          var product = reprise_matmul()
          (product.m, product.n, product.k) = (1, columns, 2)
          (product.a, product.a_row, product.a_col) = (UnsafeRawPointer(a.baseAddress), 2, 1)
          (product.b, product.b_row, product.b_col) = (UnsafeRawPointer(b.baseAddress), columns, 1)
          (product.c, product.c_row) = (UnsafeMutableRawPointer(c), columns)
          kernels.matmul(&product, workspace)
        }
      }
    }
  }

  private func rectified(_ x: S) -> [S] {
    changed(row(0)) { y in row(x).withUnsafeBufferPointer { kernels.relu(y, $0.baseAddress, $0.count) } }
  }

  private func clamped(_ x: S) -> [S] { changed(row(x)) { kernels.clamp($0, 1, row(x).count) } }

  /// The maximum of two neighbors in a plane of one row.
  private func maximum(_ first: S, _ second: S) -> S {
    var pool = reprise_pool()
    (pool.height, pool.width, pool.kernel_height, pool.kernel_width) = (1, 2, 1, 2)
    (pool.stride, pool.rows, pool.columns) = (1, 1, 1)
    // The output and the winner.
    return changed([0, 0]) { y in
      [first, second].withUnsafeBufferPointer { kernels.max_pool(y, y + 1, $0.baseAddress, &pool, 1) }
    }[0]
  }

  private func digest(_ x: S) -> Digest {
    var hasher = Digest.Hasher()
    [x].withUnsafeBufferPointer { hasher.update(numbers: $0) }
    return hasher.finalize()
  }

  /// What becomes of an array that is not empty.
  private func changed(_ values: [S], _ body: (UnsafeMutablePointer<S>) -> Void) -> [S] {
    var values = values
    values.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
    return values
  }

  /// As many as fill whole vectors of every instruction set, and a rest.
  private func row(_ x: S) -> [S] { [S](repeating: x, count: 67) }
}
