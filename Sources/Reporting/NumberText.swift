import Foundation

/// Numbers as texts of a drawing.
///
/// Without a locale `String(format:)` is C's printf, with a point on every machine.
package enum NumberText {
  /// A number in at most three significant digits: `0.0312`, `−4.5`, `2.31·10⁻⁷`; from 1000 to a million all digits of
  /// its whole part: `1,235`.
  ///
  /// - Parameter padded: Whether zeros fill up the three digits: `0.360`, `12.0`.
  package static func short(_ value: Double, padded: Bool = false) -> String {
    if abs(value) >= 999.5, abs(value) < 1e6 { return grouped(value) }
    return significant(value, digits: 3, padded: padded)
  }

  /// A number in at most so many significant digits: `0.4339`, `2.312·10⁻⁷`; `nan` and `inf` for what is not finite.
  ///
  /// - Parameter padded: Whether zeros fill up the digits.
  package static func significant(_ value: Double, digits: Int, padded: Bool = false) -> String {
    let zeroSafe = value == 0 ? 0 : value
    let text = String(format: "%\(padded ? "#" : "").\(digits)g", zeroSafe).replacing("-", with: "−")
    guard value.isFinite, let e = text.firstIndex(of: "e") else {
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    let exponent = text[text.index(after: e)...].replacing("+", with: "")
    let sign = exponent.hasPrefix("−") ? "⁻" : ""
    let figures = exponent.drop { $0 == "−" || $0 == "0" }
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return text[..<e] + "·10" + sign
      + String(figures.compactMap { $0.wholeNumberValue.map { superscripts[$0] } })
  }

  /// A number with a fixed count of decimals: `0.0250`.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    String(format: "%.\(decimals)f", value == 0 ? 0 : value).replacing("-", with: "−")
  }

  /// A fraction in percent with one decimal: `85.4 %`.
  package static func percent(_ fraction: Double) -> String {
    String(format: "%.1f %%", 100 * fraction).replacing("-", with: "−")
  }

  /// A number below 10¹⁵ rounded to a whole one, thousands apart: `18,000`.
  package static func grouped(_ value: Double) -> String {
    let digits = Array(String(format: "%.0f", abs(value)))
    let sign = value < 0 && digits != ["0"] ? "−" : ""
    return sign
      + String(
        digits.enumerated().flatMap { index, digit -> [Character] in
          index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
        })
  }

  /// A number to five significant digits, as fine as a drawing can show.
  package static func rounded(_ value: Double) -> Double {
    value.isFinite ? Double(String(format: "%.5g", value)) ?? value : value
  }
}
