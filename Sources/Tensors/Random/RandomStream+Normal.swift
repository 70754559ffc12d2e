extension RandomStream {
  /// Standard normal: Box–Muller in Double, rounded once.
  ///
  /// Elements 2j and 2j + 1 are the cosine and the sine of `BoxMuller.pair` of words 2j and 2j + 1.
  public func normal(at index: Int) -> Float {
    var value: Float = 0
    withUnsafeMutablePointer(to: &value) {
      fillNormal(UnsafeMutableBufferPointer(start: $0, count: 1), from: index)
    }
    return value
  }

  /// Standard normal from 53-bit uniform numbers: elements 2j and 2j + 1 are the cosine and the sine of
  /// `BoxMuller.pair` of block j.
  public func normal(at index: Int) -> Double {
    let pair = BoxMuller.pair(block(index >> 1))
    return index & 1 == 0 ? pair.cosine : pair.sine
  }

  /// Writes `mean + standardDeviation · z` for the standard normal numbers z at
  /// `start ..< start + values.count`: product and sum in Double, rounded to Float once.
  public func fillNormal(
    _ values: UnsafeMutableBufferPointer<Float>, mean: Double = 0, standardDeviation: Double = 1,
    from start: Int = 0
  ) {
    let pairs = (start >> 1)..<((start + values.count + 1) >> 1)
    for pair in pairs {
      let four = block(pair >> 1)
      let (cosine, sine) =
        pair & 1 == 0 ? BoxMuller.pair(four.x, four.y) : BoxMuller.pair(four.z, four.w)
      let i = 2 * pair - start
      if i >= 0 { values[i] = Float(mean + standardDeviation * cosine) }
      if i + 1 < values.count { values[i + 1] = Float(mean + standardDeviation * sine) }
    }
  }

  /// Writes `mean + standardDeviation · z` for the standard normal Doubles z at
  /// `start ..< start + values.count`.
  public func fillNormal(
    _ values: UnsafeMutableBufferPointer<Double>, mean: Double = 0, standardDeviation: Double = 1,
    from start: Int = 0
  ) {
    for i in values.indices { values[i] = mean + standardDeviation * normal(at: start + i) }
  }
}
