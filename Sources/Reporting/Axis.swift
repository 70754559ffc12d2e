import Foundation

/// One axis of a panel: its range and labelled ticks at round numbers, settled here so that they do not
/// depend on gnuplot's version and never collapse when all values are equal.
struct Axis: Sendable, Equatable {
  /// A tick's place and its label.
  struct Tick: Sendable, Equatable {
    var position: Double
    var label: String
  }

  var lower: Double
  var upper: Double
  var ticks: [Tick]
  var isLogarithmic = false
  var isPercentage = false

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
    var (digit, exponent) = Self.step(atLeast: max((high - low) / Double(maximalTicks), minimalStep))
    var first = 0.0
    var last = 0.0
    // Growing to ticks may add one on each side, so the step may have to be the next one.
    while true {
      let step = Self.value(Double(digit), exponent)
      // A millionth of a step, so that an end that is a tick but for rounding counts as one.
      first = extendsToTicks ? (low / step + 1e-6).rounded(.down) : (low / step - 1e-6).rounded(.up)
      last = extendsToTicks ? (high / step - 1e-6).rounded(.up) : (high / step + 1e-6).rounded(.down)
      if last - first < Double(maximalTicks) { break }
      (digit, exponent) = digit == 1 ? (2, exponent) : digit == 2 ? (5, exponent) : (1, exponent + 1)
    }
    if extendsToTicks {
      low = min(low, Self.value(first * Double(digit), exponent))
      high = max(high, Self.value(last * Double(digit), exponent))
    }
    self.lower = low
    self.upper = high
    ticks = stride(from: first, through: last, by: 1).map {
      let multiple = $0 * Double(digit)
      return Tick(position: Self.value(multiple, exponent), label: Self.label(multiple, exponent))
    }
  }

  /// A logarithmic axis over `lower…upper`, both positive, with ticks at powers of ten, at most seven.
  init(logarithmicFrom lower: Double, to upper: Double) {
    let low = lower > 0 && lower.isFinite ? lower : 0.5
    let high = max(upper.isFinite ? upper : low, low * 10)
    let first = Int(log10(low).rounded(.up))
    let last = Int(log10(high).rounded(.down))
    let step = max(1, (last - first + 6) / 7)
    self.lower = low
    self.upper = high
    isLogarithmic = true
    ticks = stride(from: first, through: max(first, last), by: step).map {
      Tick(position: Self.value(1, $0), label: Self.power($0))
    }
  }

  /// A linear axis in per cent that covers `lower…upper`, at least ten points, with ticks at whole numbers.
  static func percentage(from lower: Double, to upper: Double) -> Axis {
    var (low, high) = (lower, upper)
    if high - low < 10 {
      let middle = (low + high) / 2
      let centre = (0...100).contains(middle) ? min(max(middle, 5), 95) : middle
      low = min(low, centre - 5)
      high = max(high, centre + 5)
    }
    var axis = Axis(from: low, to: high, minimalStep: 1)
    axis.isPercentage = true
    for index in axis.ticks.indices { axis.ticks[index].label += " %" }
    return axis
  }

  /// The same axis with fewer ticks, where their labels would not fit side by side into `width` pixels.
  func thinned(toWidth width: Double) -> Axis {
    var axis = self
    let needed = { (ticks: [Tick]) in
      ticks.reduce(0) { $0 + Page.width(of: $1.label) + 14 }
    }
    while axis.ticks.count > 2, needed(axis.ticks) > width {
      // Zero stays, if it is a tick.
      let kept = (axis.ticks.firstIndex { $0.position == 0 } ?? 0) % 2
      axis.ticks = axis.ticks.indices.filter { $0 % 2 == kept }.map { axis.ticks[$0] }
    }
    // Halves may have gone, and with them the need for a decimal.
    if axis.ticks.allSatisfy({ $0.label == "0" || $0.label.hasSuffix(".0") }) {
      for index in axis.ticks.indices where axis.ticks[index].label != "0" {
        axis.ticks[index].label.removeLast(2)
      }
    }
    return axis
  }

  /// The width of the widest tick label in pixels.
  var labelWidth: Double {
    ticks.map { Page.width(of: $0.label) }.max() ?? 0
  }

  /// `digit` · 10^`exponent`, digit 1, 2 or 5: the smallest such step that is not below `size`.
  private static func step(atLeast size: Double) -> (digit: Int, exponent: Int) {
    var exponent = Int(log10(size).rounded(.down)) - 1
    while true {
      for digit in [1, 2, 5] where value(Double(digit), exponent) >= size * (1 - 1e-9) {
        return (digit, exponent)
      }
      exponent += 1
    }
  }

  /// `multiple` · 10^`exponent`, correctly rounded, since it goes through the decimal text.
  private static func value(_ multiple: Double, _ exponent: Int) -> Double {
    Double("\(multiple == 0 ? 0 : multiple)e\(exponent)") ?? multiple * pow(10, Double(exponent))
  }

  /// The exact decimal text of `multiple` · 10^`exponent`: `0.25`, `1500`, `2.5e-7`.
  private static func label(_ multiple: Double, _ exponent: Int) -> String {
    if multiple == 0 { return "0" }
    let number = Int(multiple)
    let sign = number < 0 ? "−" : ""
    let digits = String(number.magnitude)
    let leading = digits.count - 1 + exponent
    if leading > 5 || leading < -4 {
      var fraction = String(digits.dropFirst())
      while fraction.hasSuffix("0") { fraction.removeLast() }
      let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      return sign + (mantissa == "1" ? "" : mantissa + "·") + power(leading)
    }
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, -exponent + 1 - digits.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  /// A number in at most three significant digits: `0.0312`, `−4.5`, `2.31·10⁻⁷`.
  static func short(_ value: Double) -> String {
    // Without a locale this is C's printf, with a point on every machine.
    let text = String(format: "%.3g", value).replacing("-", with: "−")
    guard let e = text.firstIndex(of: "e"), value.isFinite else { return text }
    let exponent = Int(text[text.index(after: e)...].replacing("−", with: "-").replacing("+", with: "")) ?? 0
    return text[..<e] + "·" + power(exponent)
  }

  /// A number with at most so many decimals, without ending zeros: `97.69`, `60`.
  static func decimals(_ value: Double, _ count: Int) -> String {
    var text = String(format: "%.\(count)f", value).replacing("-", with: "−")
    guard text.contains("."), value.isFinite else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// 10 to the `exponent` in words of at most a few characters: `0.01`, `1`, `1000`, `10⁶`.
  private static func power(_ exponent: Int) -> String {
    if (0...3).contains(exponent) { return "1" + String(repeating: "0", count: exponent) }
    if (-3..<0).contains(exponent) { return "0." + String(repeating: "0", count: -exponent - 1) + "1" }
    let superscripts: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    return "10" + String(String(exponent).map { superscripts[$0] ?? $0 })
  }
}

extension Axis {
  /// The commands that make gnuplot's axis `letter` (`x` or `y`) this one.
  func commands(_ letter: String) -> [String] {
    let number = GnuplotScript.number
    let range = "set \(letter)range [\(number(lower)):\(number(upper))]"
    if isPercentage, ticks.count > 1 {
      let step = ticks[1].position - ticks[0].position
      return [
        "unset logscale \(letter)", range, "set \(letter)tics \(number(step))",
        "set format \(letter) '%.0f %%'",
      ]
    }
    let labels = ticks.map { GnuplotScript.quoted($0.label) + " " + number($0.position) }
    return [
      isLogarithmic ? "set logscale \(letter)" : "unset logscale \(letter)", range,
      "set \(letter)tics (" + labels.joined(separator: ", ") + ")",
    ]
  }
}
