import CKernels

extension TorchGenerator {
  /// `torch.rand(n)` and `tensor.uniform_(lower, upper)`: one word an element.
  ///
  /// Each number is fma(u, upper − lower, lower) in Float, both bounds rounded to Float; a number that rounds
  /// to the upper bound becomes the lower one.
  public mutating func fillUniform(
    _ values: UnsafeMutableBufferPointer<Float>, from lower: Double = 0, to upper: Double = 1
  ) {
    let (low, high) = (Float(lower), Float(upper))
    precondition(low <= high && (high - low).isFinite, "no uniform numbers from \(lower) to \(upper)")
    let width = high - low
    for i in values.indices {
      let value = low.addingProduct(nextUnitFloat(), width)
      values[i] = value == high ? low : value
    }
  }

  /// `torch.randn(n)` and `tensor.normal_(mean, std)`.
  ///
  /// Fewer than 16 elements: Box–Muller in Double, two 64-bit draws a pair, the second number of an
  /// unfinished pair kept for the next short call. From 16 elements on: one uniform Float an element, then
  /// Box–Muller in Float over groups of 16; if the count is no multiple of 16, the last 16 elements are drawn
  /// again.
  public mutating func fillNormal(
    _ values: UnsafeMutableBufferPointer<Float>, mean: Double = 0, standardDeviation: Double = 1
  ) {
    if values.count < 16 {
      for i in values.indices {
        values[i] = Float(mean.addingProduct(nextNormalDouble(), standardDeviation))
      }
      return
    }
    let transform = TorchBoxMuller(mean: Float(mean), standardDeviation: Float(standardDeviation))
    for i in values.indices { values[i] = nextUnitFloat() }
    for start in stride(from: 0, through: values.count - 16, by: 16) {
      transform(.init(rebasing: values[start..<start + 16]))
    }
    if values.count % 16 != 0 {
      let tail = UnsafeMutableBufferPointer(rebasing: values[(values.count - 16)...])
      for i in tail.indices { tail[i] = nextUnitFloat() }
      transform(tail)
    }
  }

  /// A standard normal number of the short path.
  private mutating func nextNormalDouble() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let turn = nextUnitDouble()
    let unit = nextUnitDouble()
    // 1 − unit is exact, so this is PyTorch's log1p(−unit).
    let radius = (-2 * reprise_double_log(1 - unit)).squareRoot()
    let angle = 2 * Double.pi * turn
    spareNormal = radius * reprise_double_sin(angle)
    return radius * reprise_double_cos(angle)
  }

  /// `tensor.bernoulli_(probability)`: 1 where the next Double in [0, 1) is below the probability, else 0.
  public mutating func fillBernoulli(_ values: UnsafeMutableBufferPointer<UInt8>, probability: Double) {
    precondition(
      probability >= 0 && probability <= 1, "a probability lies in 0 … 1, not \(probability)")
    for i in values.indices { values[i] = nextUnitDouble() < probability ? 1 : 0 }
  }

  /// `torch.randperm(count)`, for fewer than 214,748,364 numbers (from there on PyTorch draws 64 bits).
  ///
  /// For i ascending, element i changes places with element i + word mod (count − i).
  public mutating func permutation(of count: Int) -> [Int] {
    precondition(count < Int(UInt32.max) / 20, "a permutation of \(count) numbers is not supported")
    var order = Array(0..<count)
    for i in 0..<max(0, count - 1) {
      order.swapAt(i, i + Int(next32()) % (count - i))
    }
    return order
  }
}
