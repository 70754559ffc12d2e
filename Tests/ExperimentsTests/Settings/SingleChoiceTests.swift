import Experiments
import Foundation
import Testing

@Suite struct SingleChoiceTests {
  @Test func bareNameAndMappingAreTheSame() throws {
    #expect(
      try decodeSettings([SettingsSample.Layer].self, "[relu, relu: {}, relu: , batch-norm]") == [
        .relu, .relu, .relu, .batchNorm,
      ])
    #expect(try decodeSettings(SettingsSample.Optimizer.self, "sgd") == .sgd(SettingsSample.SGD()))
    #expect(
      try decodeSettings(SettingsSample.Optimizer.self, "sgd: { momentum: 0.9 }")
        != .sgd(SettingsSample.SGD()))
  }

  @Test func errorsListTheCases() {
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- linear: { outputs: 1 }\n- rleu\n")
        == "line 2: unknown choice 'rleu' for '1'; did you mean 'relu'? "
        + "(one of: linear, relu, batch-norm, dropout)"
    )
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- batchNorm: {}")
        == "line 1: unknown choice 'batchNorm' for '0'; "
        + "did you mean 'batch-norm'? (one of: linear, relu, batch-norm, dropout)")
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- { relu: {}, linear: {} }")
        == "line 1: '0' must be one of: linear, relu, batch-norm, dropout (relu, linear given), "
        + "found a mapping"
    )
    for none in ["- {}", "-", "- 5", "- []"] {
      #expect(
        settingsFailure([SettingsSample.Layer].self, none).contains(
          "must be one of: linear, relu, batch-norm, dropout"))
    }
  }

  @Test func optionsAreStrict() {
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- relu: { slope: 1 }")
        == "line 1: unknown key 'slope' in '0.relu' (it takes none)")
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- relu: 5")
        == "line 1: '0.relu' takes no value, found the integer 5")
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- linear")
        == "line 1: the key 'outputs' of '0.linear' is missing")
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- dropout: high").contains("'0.dropout' must be a number")
    )
  }

  @Test func otherDecodersReadTheSame() throws {
    let json = #"[{"linear":{"outputs":3}},"relu",{"batchNorm":{}},{"dropout":0.5}]"#
    let expected: [SettingsSample.Layer] = [.linear(.init(outputs: 3)), .relu, .batchNorm, .dropout(0.5)]
    #expect(try JSONDecoder().decode([SettingsSample.Layer].self, from: Data(json.utf8)) == expected)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([SettingsSample.Layer].self, from: Data(#"[{"cube":{}}]"#.utf8))
    }
  }
}
