import Reporting
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0312, "0.0312", "0.0312"), (-4.5, "−4.5", "−4.50"), (2.31e-7, "2.31·10⁻⁷", "2.31·10⁻⁷"),
    (0.36, "0.36", "0.360"), (12, "12", "12.0"), (123.4, "123", "123"), (0, "0", "0.00"), (-0.0, "0", "0.00"),
    (999.4, "999", "999"), (999.6, "1,000", "1,000"), (-1234.5, "−1,234", "−1,234"),
    (2e6, "2·10⁶", "2.00·10⁶"),
    (1e-100, "1·10⁻¹⁰⁰", "1.00·10⁻¹⁰⁰"), (.infinity, "inf", "inf"), (.nan, "nan", "nan"),
  ])
  func numbersHaveThreeDigits(_ value: Double, _ short: String, _ padded: String) {
    #expect(NumberText.short(value) == short)
    #expect(NumberText.short(value, padded: true) == padded)
  }

  @Test func fractionsArePercentWithOneDecimal() {
    #expect(NumberText.percent(0.8536) == "85.4 %" && NumberText.percent(1) == "100.0 %")
  }

  @Test(arguments: [
    (0.0, "0"), (999, "999"), (1000, "1,000"), (18_000, "18,000"), (1_234_567, "1,234,567"), (-0.2, "0"),
  ])
  func thousandsStandApart(_ value: Double, _ text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test func drawnNumbersHaveFiveDigits() {
    #expect(NumberText.rounded(0.123456789) == 0.12346 && NumberText.rounded(180_005) == 180_000)
    #expect(NumberText.rounded(.nan).isNaN && NumberText.rounded(.infinity) == .infinity)
  }
}
