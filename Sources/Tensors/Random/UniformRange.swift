/// How words become numbers in a range that never reach its upper bound.
public struct UniformRange: Sendable {
  private let lower: Double
  private let width: Double
  private let upper: Float
  private let last: Float

  /// The rule for one range, which must be finite and not empty.
  public init(_ range: Range<Float>) {
    precondition(
      !range.isEmpty && range.lowerBound.isFinite && range.upperBound.isFinite,
      "uniform numbers need a finite range that is not empty, not \(range)")
    lower = Double(range.lowerBound)
    // Both bounds are Floats, so this difference cannot overflow.
    width = Double(range.upperBound) - lower
    upper = range.upperBound
    last = range.upperBound.nextDown
  }

  /// `lower + u · (upper − lower)` in Double with u = (word >> 8)·2⁻²⁴, rounded to Float once; the Float
  /// below the upper bound where that would be the bound.
  public func value(_ word: UInt32) -> Float {
    let rounded = Float(lower + Double(UniformUnit.float(word)) * width)
    return rounded < upper ? rounded : last
  }

  /// `lower + u · (upper − lower)` in Double; the Double below the upper bound where that would be the bound.
  /// The range's width must be finite.
  public static func value(_ unit: Double, in range: Range<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(
      width > 0 && width.isFinite, "uniform numbers need a finite range that is not empty, not \(range)")
    return min(range.lowerBound + unit * width, range.upperBound.nextDown)
  }
}
