import Settings
import Testing

@Suite struct SettingsScalarTests {
  @Test func kindsFollowTheCoreSchema() {
    let null = ["", "~", "null", "Null", "NULL"]
    let integers = ["0", "-0", "+12", "007", "010", "0o17", "0xFf", "99999999999999999999"]
    let numbers = [
      "1.5", "1.", ".5", "-.5", "+1e3", "1e-2", "1E+2", "1.e5", "12e03", ".inf", "-.Inf", "+.INF", ".nan",
    ]
    let texts = [
      "yes", "no", "on", "off", "Yes", "1_000", "0b1", "1:30", "0o8", "0xg", "0x", "0o", "-0x1", ".", "e5",
      "1e", "1e+", "--1", "+", "1.2.3", "nUll", "tRue", ".iNF", "-.nan", "2024-01-01", "<<", "=", "1 ", "٣",
    ]
    #expect(null.filter { SettingsScalar(plain: $0).kind != .null } == [])
    #expect(integers.filter { SettingsScalar(plain: $0).kind != .integer } == [])
    #expect(numbers.filter { SettingsScalar(plain: $0).kind != .number } == [])
    #expect(texts.filter { SettingsScalar(plain: $0).kind != .text } == [])
    #expect(["true", "True", "TRUE"].allSatisfy { SettingsScalar(plain: $0).kind == .boolean(true) })
    #expect(["false", "False", "FALSE"].allSatisfy { SettingsScalar(plain: $0).kind == .boolean(false) })
  }

  @Test func quotedValuesAreTexts() throws {
    #expect(
      try decodeSettings([String].self, "['1', \"true\", '', \"null\", '~']") == [
        "1", "true", "", "null", "~",
      ])
    #expect(try decodeSettings([String].self, "- |\n  12\n- >\n  true\n") == ["12\n", "true\n"])
  }

  @Test func numbersAreReadExactly() throws {
    let doubles = try decodeSettings(
      [Double].self, "[1e-2, .5, 1., 1.e2, -0.1, 7, 0x10, +3, 5e-324, 0, 0.0e9, 0o17]")
    #expect(doubles == [0.01, 0.5, 1, 100, -0.1, 7, 16, 3, .leastNonzeroMagnitude, 0, 0, 15])
    #expect(
      try decodeSettings([Float].self, "[0.1, 16777217, 1e-45]") == [0.1, 16_777_216, .leastNonzeroMagnitude])
    #expect(
      try decodeSettings([Int].self, "[010, -0, 0o17, 0xff, +9223372036854775807]") == [10, 0, 15, 255, .max])
    #expect(try decodeSettings([UInt64].self, "[18446744073709551615]") == [.max])
    #expect(try decodeSettings([Int8].self, "[-128, 127]") == [-128, 127])
  }

  @Test func numbersThatDoNotFitAreErrors() {
    #expect(
      settingsFailure([Int].self, "[1,\n 9223372036854775808]")
        == "line 2: '1' must be an integer from -9223372036854775808 to 9223372036854775807, "
        + "found the integer 9223372036854775808")
    #expect(settingsFailure([UInt8].self, "[256]").contains("from 0 to 255"))
    #expect(settingsFailure([UInt8].self, "[-1]").contains("from 0 to 255"))
    #expect(settingsFailure([Int].self, "[1e2]") == "line 1: '0' must be an integer, found the number 1e2")
    #expect(settingsFailure([Int].self, "[1.0]").contains("must be an integer"))
    #expect(settingsFailure([Double].self, "[1e999]").contains("a finite number that Double can hold"))
    #expect(settingsFailure([Double].self, "[1e-999]").contains("vanish to zero"))
    #expect(settingsFailure([Float].self, "[1e39]").contains("a finite number that Float can hold"))
    #expect(settingsFailure([Double].self, "[.inf]").contains("a finite number"))
    #expect(settingsFailure([Double].self, "[-.inf]").contains("a finite number"))
    #expect(settingsFailure([Double].self, "[.nan]").contains("a finite number"))
    #expect(
      settingsFailure([Double].self, "[1_000]") == "line 1: '0' must be a number, found the text '1_000'")
    #expect(settingsFailure([Double].self, "['1']") == "line 1: '0' must be a number, found the text '1'")
  }
}
