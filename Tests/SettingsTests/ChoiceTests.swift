import Settings
import Testing

@Suite struct ChoiceTests {
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
        == "line 2: no layer is called 'rleu'; did you mean 'relu'? "
        + "(one of: linear, relu, batch-norm, dropout)"
    )
    #expect(
      settingsFailure([SettingsSample.Layer].self, "- batchNorm: {}")
        == "line 1: no layer is called 'batchNorm'; "
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

  // MARK: Kinds

  private protocol Animal: Kind { var legs: Int { get } }
  private struct Dog: Animal {
    static let kind = "dog"
    var legs = 4
    init() {}
    init(from decoder: any Decoder) throws {
      legs = try decoder.container(keyedBy: CodingKeys.self).value(.legs, default: 4, .within(0...4))
    }
  }
  private struct Bird: Animal {
    static let kind = "bird"
    var legs: Int { 2 }
  }
  private enum Animals: Kinds {
    static let noun = "animal"
    static let all: [any Kind.Type] = [Dog.self, Bird.self]
    typealias Value = any Animal
  }
  private struct Zoo: Codable {
    @OneOf<Animals> var first: any Animal
    var others: [OneOf<Animals>]
  }

  @Test func aListOfKindsIsReadAndWritten() throws {
    let zoo = try decodeSettings(Zoo.self, "first: dog\nothers: [bird, dog: { legs: 3 }]")
    #expect(zoo.first is Dog && zoo.others[0].wrappedValue is Bird && zoo.others[1].wrappedValue.legs == 3)
    let text = try canonicalJSON(zoo)
    #expect(text == #"{"first":{"dog":{"legs":4}},"others":[{"bird":{}},{"dog":{"legs":3}}]}"#)
    #expect(try canonicalJSON(decodeSettings(Zoo.self, text)) == text)
    #expect(
      settingsFailure(Zoo.self, "first: dgo\nothers: []")
        == "line 1: no animal is called 'dgo'; did you mean 'dog'? (one of: dog, bird)")
    #expect(
      settingsFailure(Zoo.self, "first: dog\nothers:\n  - dog: { legs: 5 }")
        == "line 3: 'others.0.dog.legs' (5): must be from 0 to 4")
    #expect(settingsFailure(Zoo.self, "first: { bird: { legs: 2 } }\nothers: []").contains("it takes none"))
    #expect(settingsFailure(Zoo.self, "others: []").contains("the key 'first' is missing"))
  }

  @Test func listsMayHaveNamesOfTheirOwn() throws {
    struct Group: Decodable {
      var names: [String] = []
      init(from decoder: any Decoder) throws {
        let choice = try Choice(from: decoder, of: "layer", among: ["relu", "linear"], orLists: true)
        names = [choice.name] + (choice.isKnown ? [] : try choice.options([String].self))
        if choice.isKnown { _ = try choice.options([String: Int].self) }
      }
    }
    #expect(
      try decodeSettings([Group].self, "[relu, mine: [a, b]]").map(\.names) == [
        ["relu"], ["mine", "a", "b"],
      ])
    #expect(
      settingsFailure([Group].self, "- lineer: { outputs: 3 }")
        == "line 1: no layer is called 'lineer'; did you mean 'linear'? (one of: relu, linear)")
  }
}
