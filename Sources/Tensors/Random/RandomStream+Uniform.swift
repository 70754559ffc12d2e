extension RandomStream {
  /// Uniform in [0, 1), a multiple of 2⁻²⁴: `Float(w >> 8) · 2⁻²⁴`, w = word `index`.
  public func uniform(at index: Int) -> Float {
    UniformUnit.float(word(index))
  }

  /// Uniform in a range: `lower + u · (upper − lower)` in Double, u the number in [0, 1) at `index`, rounded
  /// to Float once; a result that rounds up to the upper bound becomes the Float below it.
  public func uniform(at index: Int, in range: Range<Float>) -> Float {
    UniformRange(range).value(word(index))
  }

  /// Uniform in [0, 1), a multiple of 2⁻⁵³, from words 2·index (high half) and 2·index + 1 (low half): the
  /// top 53 of their 64 bits.
  public func uniform(at index: Int) -> Double {
    UniformUnit.double(high: word(2 * index), low: word(2 * index + 1))
  }

  /// Uniform in a range: `lower + u · (upper − lower)`, u the number in [0, 1) at `index`; a result that
  /// rounds up to the upper bound becomes the Double below it.
  public func uniform(at index: Int, in range: Range<Double>) -> Double {
    UniformRange.value(uniform(at: index), in: range)
  }

  /// Writes the numbers in [0, 1) at `start ..< start + values.count`.
  public func fillUniform(_ values: UnsafeMutableBufferPointer<Float>, from start: Int = 0) {
    fill(values, from: start) { UniformUnit.float($0) }
  }

  /// Writes the numbers in a range at `start ..< start + values.count`.
  public func fillUniform(
    _ values: UnsafeMutableBufferPointer<Float>, in range: Range<Float>, from start: Int = 0
  ) {
    let rule = UniformRange(range)
    fill(values, from: start) { rule.value($0) }
  }

  /// Writes the numbers in [0, 1) at `start ..< start + values.count`.
  public func fillUniform(_ values: UnsafeMutableBufferPointer<Double>, from start: Int = 0) {
    for i in values.indices { values[i] = uniform(at: start + i) }
  }

  /// Writes the numbers in a range at `start ..< start + values.count`.
  public func fillUniform(
    _ values: UnsafeMutableBufferPointer<Double>, in range: Range<Double>, from start: Int = 0
  ) {
    for i in values.indices { values[i] = uniform(at: start + i, in: range) }
  }
}
