import Settings
import Foundation
import Testing

@Suite struct StrictDecoderTests {
  @Test func everyKindOfValueIsRead() throws {
    let experiment = try decodeSettings(
      SettingsSample.Experiment.self,
      """
      title: Learning rate 0.1
      epochs: 10
      learning-rate: 1e-1
      seed: 18446744073709551615
      shuffles: false
      clip: null
      optimizer: { adam: { learning-rate: 0.1, weight-decay: 1e-5 } }
      layers:
        - linear: { outputs: 10 }
        - relu
        - batch-norm:
        - dropout: 0.2
        - relu: {}
      record: { epochs: [0, 1, 2], activations: probe, notes: { aB-c: 1, "2": 2.5 } }
      """)
    #expect(experiment.title == "Learning rate 0.1" && experiment.epochs == 10)
    #expect(experiment.learningRate == 0.1 && experiment.seed == .max && !experiment.shuffles)
    #expect(experiment.clip == nil)
    #expect(experiment.optimizer == .adam(SettingsSample.Adam(learningRate: 0.1, weightDecay: 1e-5)))
    #expect(experiment.layers == [.linear(.init(outputs: 10)), .relu, .batchNorm, .dropout(0.2), .relu])
    #expect(experiment.record.epochs == [0, 1, 2] && experiment.record.activations == .probe)
    #expect(experiment.record.notes == ["aB-c": 1, "2": 2.5])
  }

  @Test func unknownKeyNamesTheNearest() {
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\nlearning_rate: 1\n")
        == "line 2: unknown key 'learning_rate'; did you mean 'learning-rate'? (valid keys: title, epochs, "
        + "learning-rate, seed, shuffles, clip, optimizer, layers, record)")
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\nlearningRate: 1\n").contains(
        "did you mean 'learning-rate'?"))
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\noptimizer:\n  sgd:\n    momentun: 1\n")
        == "line 4: unknown key 'momentun' in 'optimizer.sgd'; did you mean 'momentum'? "
        + "(valid keys: learning-rate, momentum)")
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\nzebra: 1\n").hasPrefix(
        "line 2: unknown key 'zebra' (valid"))
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\nepocsh: 1\n").contains(
        "did you mean 'epochs'?"))
  }

  @Test func wrongTypeSaysWhatWasFoundAndExpected() {
    let cases = [
      ("epochs: ten", "line 2: 'epochs' must be an integer, found the text 'ten'"),
      ("epochs: [1]", "line 2: 'epochs' must be an integer, found a list"),
      ("epochs: { a: 1 }", "line 2: 'epochs' must be an integer, found a mapping"),
      ("shuffles: yes", "line 2: 'shuffles' must be true or false, found the text 'yes'"),
      ("layers: { relu: }", "line 2: 'layers' must be a list, found a mapping"),
      ("record: 5", "line 2: 'record' must be a mapping (key: value), found the integer 5"),
      (
        "record:\n  epochs: [1, 2,\n   x]", "line 4: 'record.epochs.2' must be an integer, found the text 'x'"
      ),
      ("record: { notes: { a: b } }", "line 2: 'record.notes.a' must be a number, found the text 'b'"),
    ]
    for (yaml, expected) in cases {
      #expect(settingsFailure(SettingsSample.Experiment.self, "title: x\n" + yaml) == expected)
    }
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: 10")
        == "line 1: 'title' must be a text (put it in quotes), found the integer 10")
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title:")
        == "line 1: 'title' must be a text, found nothing")
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "- 1").contains("the configuration must be a mapping"))
  }

  @Test func missingKeyIsNamed() {
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "\n\nepochs: 1") == "line 3: the key 'title' is missing"
    )
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "epochs: 1\ntitel: x")
        == "line 2: the key 'title' is missing; did you mean it by 'titel'?")
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\noptimizer:\n  adam: {}\n")
        == "line 3: the key 'learning-rate' of 'optimizer.adam' is missing")
  }

  @Test func impossibleValueGetsItsPlace() {
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\nepochs: 0\n")
        == "line 2: 'epochs' (0): must be 1 or more")
    struct Odd: Error, CustomStringConvertible { var description: String { "shapes do not fit" } }
    struct Network: Decodable {
      init(from decoder: any Decoder) throws {
        _ = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .inputs)
        throw Odd()
      }
      enum CodingKeys: CodingKey { case inputs }
    }
    #expect(settingsFailure([String: Network].self, "a:\n  inputs: 3\n") == "line 2: 'a': shapes do not fit")
  }

  @Test func choicesOfTextsAreListed() {
    #expect(
      settingsFailure(SettingsSample.Experiment.self, "title: x\nrecord: { activations: prob }")
        == "line 2: 'record.activations' cannot be 'prob'; did you mean 'probe'? (one of: none, probe, all)")
  }

  @Test func listsAreReadWhole() {
    struct Pair: Decodable {
      init(from decoder: any Decoder) throws {
        var items = try decoder.unkeyedContainer()
        _ = try (items.decode(Int.self), items.decode(Int.self))
      }
    }
    #expect(settingsFailure([String: Pair].self, "a: [1, 2]").hasPrefix("read as"))
    #expect(
      settingsFailure([String: Pair].self, "a: [1,\n 2,\n 3]")
        == "line 3: 'a' is a list of 3 where 2 are read")
    #expect(settingsFailure([String: Pair].self, "a: [1]") == "line 1: 'a' is a list of 1, more are needed")
  }

  @Test func nestedContainersAreStrictToo() {
    struct Nested: Decodable {
      enum Outer: CodingKey { case inner, list }
      enum Inner: CodingKey { case width }
      init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: Outer.self)
        let inner = try outer.nestedContainer(keyedBy: Inner.self, forKey: .inner)
        _ = try inner.decode(Int.self, forKey: .width)
        var list = try outer.nestedUnkeyedContainer(forKey: .list)
        _ = try list.nestedContainer(keyedBy: Inner.self).contains(.width)
      }
    }
    #expect(settingsFailure(Nested.self, "inner: { width: 1 }\nlist: [{ width: 1 }]").hasPrefix("read as"))
    #expect(
      settingsFailure(Nested.self, "inner: { width: 1, widht: 1 }\nlist: [{}]")
        == "line 1: unknown key 'widht' in 'inner'; did you mean 'width'? (valid keys: width)")
    #expect(settingsFailure(Nested.self, "inner: { width: 1 }\nlist: [{ w: 1 }]").contains("in 'list.0'"))
    #expect(
      settingsFailure(Nested.self, "inner: { width: 1 }\nlist: [{}, {}]").contains(
        "list of 2 where 1 is read"))
  }

  @Test func typesThatReadNothingTakeNothing() {
    struct Nothing: Codable {}
    #expect(settingsFailure([String: Nothing].self, "a: {}\nb:\n").hasPrefix("read as"))
    #expect(
      settingsFailure([String: Nothing].self, "a: { b: 1 }")
        == "line 1: unknown key 'b' in 'a' (it takes none)")
    #expect(
      settingsFailure([String: Nothing].self, "a: 5") == "line 1: 'a' takes no value, found the integer 5")
  }

  @Test func synthesizedEnumerationsAreRead() throws {
    enum Shape: Codable, Equatable {
      case square(side: Double)
      case unitCircle
    }
    #expect(try decodeSettings(Shape.self, "square: { side: 2 }") == .square(side: 2))
    #expect(try decodeSettings(Shape.self, "unit-circle: {}") == .unitCircle)
    #expect(settingsFailure(Shape.self, "square: { side: 2, sides: 1 }").contains("did you mean 'side'?"))
    #expect(!settingsFailure(Shape.self, "cube: {}").hasPrefix("read as"))
  }

  @Test func attemptsThatFailLeaveNoTrace() throws {
    struct Flexible: Decodable, Equatable {
      var rate: Double
      enum CodingKeys: CodingKey { case rate }
      init(from decoder: any Decoder) throws {
        if let rate = try? decoder.singleValueContainer().decode(Double.self) {
          self.rate = rate
        } else {
          rate = try decoder.container(keyedBy: CodingKeys.self).decode(Double.self, forKey: .rate)
        }
      }
    }
    #expect(try decodeSettings([Flexible].self, "[0.5, { rate: 0.25 }]").map(\.rate) == [0.5, 0.25])
    #expect(settingsFailure([Flexible].self, "[{ rate: 1, rates: 1 }]").contains("unknown key 'rates'"))
  }

  @Test func rulesAreExplained() {
    struct Options: Decodable {
      enum CodingKeys: CodingKey { case rate, share, chance, size, bound }
      init(from decoder: any Decoder) throws {
        let options = try decoder.container(keyedBy: CodingKeys.self)
        let _: Double = try options.value(.rate, default: 1, .positive)
        let _: Double = try options.value(.share, default: 0.5, .fraction)
        let _: Double = try options.value(.chance, default: 0.5, .probability)
        let _: Int = try options.value(.size, default: 1, .within(1...3))
        let _: Double? = try options.valueIfPresent(.bound, .notNegative)
      }
    }
    for fine in ["{}", "rate: 1e-9", "share: 0", "chance: 1", "size: 3", "bound:", "bound: 0"] {
      #expect(settingsFailure(Options.self, fine).hasPrefix("read as"), "\(fine)")
    }
    let cases = [
      ("rate: 0", "'rate' (0): must be positive"), ("share: 1", "'share' (1): must be from 0 to below 1"),
      ("chance: 1.5", "'chance' (1.5): must be from 0 to 1"), ("size: 4", "'size' (4): must be from 1 to 3"),
      ("bound: -1", "'bound' (-1): must be 0 or more"),
    ]
    for (yaml, problem) in cases { #expect(settingsFailure(Options.self, yaml) == "line 1: \(problem)") }
  }
}
