import Foundation

/// Decimal texts of numbers for people, the same on every machine: without a locale this is C's printf, which rounds
/// correctly.
package enum DecimalText {
  /// With a fixed number of decimals: `85.40`; `not a number` and `infinite` for what is not finite.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return words(value) }
    return String(format: "%.\(decimals)f", value).replacing("-", with: "−")
  }

  /// With so many significant digits and no zeros at the end: `0.4339`, `12`, `2.31·10⁻⁷`.
  package static func significant(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return words(value) }
    let text = String(format: "%.\(digits)g", value).replacing("-", with: "−")
    guard let e = text.firstIndex(of: "e") else { return text }
    let exponent = text[text.index(after: e)...].replacing("+", with: "")
    let sign = exponent.hasPrefix("−") ? "⁻" : ""
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let figures = exponent.drop { $0 == "−" || $0 == "0" }.compactMap(\.wholeNumberValue).map {
      superscripts[$0]
    }
    return text[..<e] + "·10" + sign + String(figures)
  }

  private static func words(_ value: Double) -> String {
    value.isNaN ? "not a number" : value > 0 ? "infinite" : "−infinite"
  }
}
