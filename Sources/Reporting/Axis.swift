import Foundation

/// One axis of a panel: its range, the distance of its ticks and the format of their labels, settled here so
/// that they do not depend on gnuplot's version and never collapse when all values are equal.
struct Axis: Sendable, Equatable {
  /// 1, 2 or 5 times a power of ten: the distance between two ticks.
  struct Step: Sendable, Equatable {
    var digit: Int
    var exponent: Int

    /// The smallest step that is not below `size`, a positive number.
    init(atLeast size: Double) {
      (digit, exponent) = (1, Decades(of: size).floor - 1)
      while times(1) < size * (1 - 1e-9) { grow() }
    }

    /// The next larger step.
    mutating func grow() {
      (digit, exponent) = digit == 1 ? (2, exponent) : digit == 2 ? (5, exponent) : (1, exponent + 1)
    }

    /// `count` steps, correctly rounded, since the product goes through its decimal text.
    func times(_ count: Double) -> Double {
      let multiple = count * Double(digit)
      return Double("\(multiple == 0 ? 0 : multiple)e\(exponent)") ?? .nan
    }
  }

  private(set) var lower: Double
  private(set) var upper: Double
  private(set) var step: Step
  let isLogarithmic: Bool
  private var isPercentage = false

  /// A linear axis over `lower…upper` with ticks at multiples of 1, 2 or 5 times a power of ten.
  ///
  /// - Parameters:
  ///   - lower: finite; where `upper` is not above it, the range is widened around it.
  ///   - upper: finite.
  ///   - maximalTicks: the most ticks wanted, at least 2.
  ///   - extendsToTicks: whether the range grows to the next tick on both sides.
  ///   - minimalStep: no finer ticks than this, such as 1 for whole numbers.
  init(
    from lower: Double, to upper: Double, maximalTicks: Int = 6, extendsToTicks: Bool = true,
    minimalStep: Double = 0
  ) {
    // A span below rounding error of the ends cannot be drawn; neither can one that overflows.
    let limit = 1e300
    var (low, high) = (max(min(lower, upper), -limit), min(max(lower, upper), limit))
    let resolution = max(max(abs(low), abs(high)) * 1e-9, 1e-250)
    if high - low <= resolution {
      let half = max(abs(low) * 0.1, low == 0 ? 0.5 : 1e-240)
      (low, high) = (low - half, high + half)
    }
    var step = Step(atLeast: max((high - low) / Double(maximalTicks), minimalStep))
    // Growing to ticks may add one on each side, so the step may have to be the next one.
    while true {
      let ticks = Self.ticks(from: low, to: high, step, inside: !extendsToTicks)
      if ticks.last - ticks.first < Double(maximalTicks) {
        if extendsToTicks {
          low = min(low, step.times(ticks.first))
          high = max(high, step.times(ticks.last))
        }
        break
      }
      step.grow()
    }
    (self.lower, self.upper, self.step, isLogarithmic) = (low, high, step, false)
  }

  /// A logarithmic axis over `lower…upper`, both positive and at least a decade apart, with ticks at powers
  /// of ten, at most seven.
  init(logarithmicFrom lower: Double, to upper: Double) {
    let low = lower > 0 && lower.isFinite ? lower : 0.5
    let high = max(upper.isFinite ? upper : low, low * 10)
    let decades = Decades(of: high).floor - Decades(of: low).ceiling
    (self.lower, self.upper, isLogarithmic) = (low, high, true)
    step = Step(atLeast: 1)
    step.exponent = max(1, (decades + 6) / 7)
  }

  /// A linear axis in percent that covers `lower…upper`, at least ten points, with ticks at whole numbers.
  static func percentage(from lower: Double, to upper: Double) -> Axis {
    var (low, high) = (lower, upper)
    if high - low < 10 {
      let middle = (low + high) / 2
      let center = (0...100).contains(middle) ? min(max(middle, 5), 95) : middle
      low = min(low, center - 5)
      high = max(high, center + 5)
    }
    var axis = Axis(from: low, to: high, minimalStep: 1)
    axis.isPercentage = true
    return axis
  }

  /// The same linear axis with fewer ticks, where their labels would not fit side by side into `width` pixels.
  func thinned(toWidth width: Double) -> Axis {
    var axis = self
    while !isLogarithmic {
      let ticks = Self.ticks(from: lower, to: upper, axis.step, inside: true)
      let count = ticks.last - ticks.first + 1
      if count <= 2 || count * (axis.labelWidth + 14) <= width { break }
      axis.step.grow()
    }
    return axis
  }

  /// The width of the widest tick label in pixels, about.
  var labelWidth: Double {
    if isLogarithmic { return Page.width(of: "10000") }
    let ends = [lower, upper].map { step.times(($0 / step.times(1)).rounded(.towardZero)) }
    return ends.map { Page.width(of: String(format: format, $0)) }.max() ?? 0
  }

  /// How many steps the first and the last tick are from 0: the ones in the range, or those around it.
  private static func ticks(
    from low: Double, to high: Double, _ step: Step, inside: Bool
  ) -> (first: Double, last: Double) {
    // A millionth of a step, so that an end that is a tick but for rounding counts as one.
    let (first, last) = (low / step.times(1), high / step.times(1))
    return inside
      ? ((first - 1e-6).rounded(.up), (last + 1e-6).rounded(.down))
      : ((first + 1e-6).rounded(.down), (last - 1e-6).rounded(.up))
  }

  /// The format of a linear axis' labels: as many decimals as the step has, but none of very long numbers.
  private var format: String {
    if isPercentage { return "%.0f %%" }
    let isLong = max(abs(lower), abs(upper)) >= 1e6 || step.exponent < -5
    return isLong ? "%g" : "%.\(max(0, -step.exponent))f"
  }

  /// The commands that make gnuplot's axis `letter` (`x` or `y`) this one, in one line.
  ///
  /// A logarithmic axis has labels beyond its range too, so that they are there when the range is edited.
  func commands(_ letter: String) -> String {
    let number = GnuplotScript.number
    let range = "set \(letter)range [\(number(lower)):\(number(upper))]; "
    guard isLogarithmic else {
      return range + "set \(letter)tics \(number(step.times(1))); set format \(letter) '\(format)'"
    }
    let every = step.exponent
    let farthest = max(12, -Decades(of: lower).ceiling, Decades(of: upper).floor)
    let last = (farthest + every - 1) / every * every
    return "set logscale \(letter); " + range
      + "set \(letter)tics (); set for [k=-\(last):\(last)\(every == 1 ? "" : ":\(every)")] "
      + "\(letter)tics add (power(k) 10.0**k)"
  }
}

/// The powers of ten around a positive number, as exponents.
///
/// They are read off its shortest decimal text: a C library's `log10` may lie on either side of a whole number, and
/// committed scripts must not depend on which.
struct Decades: Equatable {
  /// The largest whole number that is not above log₁₀, and the smallest that is not below it.
  let floor, ceiling: Int

  init(of number: Double) {
    // 0.00123, 123.0 or 1.23e-05.
    let parts = "\(number)".split(separator: "e")
    let digits = parts[0].filter { $0 != "." }
    let whole = parts[0].prefix { $0 != "." }.count
    let zeros = digits.prefix { $0 == "0" }.count
    floor = whole - 1 - zeros + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    let isPowerOfTen =
      digits.dropFirst(zeros).first == "1" && digits.dropFirst(zeros + 1).allSatisfy { $0 == "0" }
    ceiling = isPowerOfTen ? floor : floor + 1
  }
}
