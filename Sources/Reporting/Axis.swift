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

    /// The largest step that is not above `size`, a positive number.
    init(atMost size: Double) {
      (digit, exponent) = (1, Decades(of: size).floor)
      var next = self
      next.grow()
      while next.times(1) <= size {
        self = next
        next.grow()
      }
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
  /// Of a logarithmic axis with few powers of ten: more ticks, at 2 and 5 times such powers.
  private var between: [Step] = []

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

  /// A logarithmic axis over `lower…upper`, both positive, with ticks at powers of ten, at most seven.
  ///
  /// - Parameter extendsToTicks: whether the range grows to 1, 2 or 5 times a power of ten on both sides, at least to
  ///   four times its lower end, and has ticks at such numbers where there are fewer than three powers of ten;
  ///   else it is at least a decade.
  init(logarithmicFrom lower: Double, to upper: Double, extendsToTicks: Bool = false) {
    var low = lower > 0 && lower.isFinite ? min(max(lower, 1e-300), 1e300) : 0.5
    var high = min(max(upper.isFinite ? upper : low, low), 1e300)
    isLogarithmic = true
    step = Step(atLeast: 1)
    if extendsToTicks {
      var (first, last) = (Step(atMost: low), Step(atLeast: high))
      while last.times(1) < 4 * first.times(1) { last.grow() }
      (low, high) = (first.times(1), last.times(1))
      if Decades(of: high).floor - Decades(of: low).ceiling < 2 {
        while first.times(1) <= high {
          if first.digit != 1 { between.append(first) }
          first.grow()
        }
      }
    } else {
      high = max(high, low * 10)
    }
    (self.lower, self.upper) = (low, high)
    let decades = Decades(of: high).floor - Decades(of: low).ceiling
    step.exponent = max(1, (decades + 6) / 7)
  }

  /// A linear axis in percent: `lower…upper` itself, or what covers it, at least ten points, with ticks at whole
  /// numbers.
  static func percentage(from lower: Double, to upper: Double, isExact: Bool = false) -> Axis {
    var (low, high) = (lower, upper)
    if high - low < 10, !isExact {
      let middle = (low + high) / 2
      let center = (0...100).contains(middle) ? min(max(middle, 5), 95) : middle
      low = min(low, center - 5)
      high = max(high, center + 5)
    }
    var axis = Axis(from: low, to: high, extendsToTicks: !isExact, minimalStep: isExact ? 0 : 1)
    axis.isPercentage = true
    return axis
  }

  /// The same linear axis with fewer ticks, where their labels would not fit side by side into `width` pixels.
  func thinned(toWidth width: Double) -> Axis {
    var axis = self
    func count(_ axis: Axis) -> Double {
      let ticks = Self.ticks(from: lower, to: upper, axis.step, inside: true)
      return ticks.last - ticks.first + 1
    }
    while !isLogarithmic, count(axis) > 2, count(axis) * (axis.labelWidth + 14) > width {
      var next = axis
      next.step.grow()
      // One tick alone gives no scale.
      if count(next) < 2 {
        next = axis
        next.step.digit *= 2
        if count(next) < 2 { break }
      }
      axis = next
    }
    return axis
  }

  /// The width of the widest tick label in pixels, about.
  var labelWidth: Double {
    if isLogarithmic {
      return (["10000"] + between.map { NumberText.short($0.times(1)) }).map { Page.width(of: $0) }.max() ?? 0
    }
    let ends = [lower, upper].map { step.times(($0 / step.times(1)).rounded(.towardZero)) }
    return ends.map { Page.width(of: ownLabel($0) ?? String(format: format, $0)) }
      .max() ?? 0
  }

  /// Where a value stands on the axis: 0 at its lower end, 1 at its upper one.
  func position(of value: Double) -> Double {
    guard isLogarithmic else { return (value / 2 - lower / 2) / (upper / 2 - lower / 2) }
    let start = Self.logarithm(lower)
    return (Self.logarithm(max(value, .leastNormalMagnitude)) - start) / (Self.logarithm(upper) - start)
  }

  /// The natural logarithm of a normal positive number to about 1e-15 of the larger of it and 1, without the C
  /// library, so that places in a script are the same everywhere: with the significand m,
  /// ln m = 2 Σ t^(2k+1) / (2k+1), t = (m − 1) / (m + 1).
  private static func logarithm(_ number: Double) -> Double {
    let t = (number.significand - 1) / (number.significand + 1)
    var (power, sum) = (t, 0.0)
    for k in 0..<16 {
      sum += power / Double(2 * k + 1)
      power *= t * t
    }
    return 2 * sum + Double(number.exponent) * 0.6931471805599453
  }

  /// A linear axis' label that no format of gnuplot's gives: thousands apart, or a raised power of ten; `nil` where a
  /// format does, or three digits would not tell the ticks apart.
  private func ownLabel(_ value: Double) -> String? {
    let largest = max(abs(lower), abs(upper))
    if isLogarithmic || isPercentage { return nil }
    if step.exponent >= 0, largest >= 1e4, largest < 1e7 { return NumberText.grouped(value) }
    return isLong && step.times(1) >= largest / 100 ? NumberText.short(value) : nil
  }

  /// Whether labels with all digits would be very long.
  private var isLong: Bool { max(abs(lower), abs(upper)) >= 1e6 || step.exponent < -5 }

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
    if isPercentage { return "%.\(min(6, max(0, -step.exponent)))f %%" }
    return isLong ? "%g" : "%.\(max(0, -step.exponent))f"
  }

  /// The commands that make gnuplot's axis `letter` (`x` or `y`) this one, in one line.
  ///
  /// A logarithmic axis has labels beyond its range too, so that they are there when the range is edited.
  func commands(_ letter: String) -> String {
    let number = GnuplotScript.number
    let range = "set \(letter)range [\(number(lower)):\(number(upper))]; "
    if ownLabel(0) != nil {
      let ticks = Self.ticks(from: lower, to: upper, step, inside: true)
      let places = stride(from: ticks.first, through: ticks.last, by: 1).map { step.times($0) }
      return range + Self.ticks(letter, places.map { (ownLabel($0) ?? "", $0) })
    }
    guard isLogarithmic else {
      return range + "set \(letter)tics \(number(step.times(1))); set format \(letter) '\(format)'"
    }
    let every = step.exponent
    let farthest = max(12, -Decades(of: lower).ceiling, Decades(of: upper).floor)
    let last = (farthest + every - 1) / every * every
    return "set logscale \(letter); " + range
      + "set \(letter)tics (); set for [k=-\(last):\(last)\(every == 1 ? "" : ":\(every)")] "
      + "\(letter)tics add (power(k) 10.0**k)"
      + (between.isEmpty
        ? ""
        : "; " + Self.ticks(letter, between.map { (NumberText.short($0.times(1)), $0.times(1)) }, adds: true))
  }

  /// The command that sets ticks at given places, or adds them.
  static func ticks(_ letter: String, _ ticks: [(label: String, place: Double)], adds: Bool = false) -> String
  {
    "set \(letter)tics \(adds ? "add " : "")("
      + ticks.map { GnuplotScript.tick($0.label, at: $0.place) }.joined(separator: ", ") + ")"
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
