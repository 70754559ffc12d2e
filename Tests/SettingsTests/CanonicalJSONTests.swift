import Settings
import Foundation
import Testing

@Suite struct CanonicalJSONTests {
  /// Every order of four top-level and three nested keys, in block and in flow style.
  @Test func keyOrderDoesNotMatter() throws {
    func orders(_ items: [String]) -> [[String]] {
      items.count < 2
        ? [items]
        : items.indices.flatMap { index in
          var rest = items
          let first = rest.remove(at: index)
          return orders(rest).map { [first] + $0 }
        }
    }
    var texts: Set<String> = []
    var count = 0
    for record in orders(["epochs: [1, 2]", "activations: all", "notes: { b: 1, a: 2 }"]) {
      let top = [
        "title: x", "epochs: 3", "optimizer: { adam: { weight-decay: 1.0, learning-rate: 1e-1 } }",
        "record: { \(record.joined(separator: ", ")) }",
      ]
      for order in orders(top) {
        for yaml in [order.joined(separator: "\n"), "{ \(order.joined(separator: ", ")) }"] {
          texts.insert(try canonicalJSON(decodeSettings(SettingsSample.Experiment.self, yaml)))
          count += 1
        }
      }
    }
    #expect(count == 6 * 24 * 2)
    #expect(
      texts == [
        #"{"epochs":3,"layers":[],"learning-rate":0.01,"optimizer":{"adam":{"learning-rate":0.1,"#
          + #""weight-decay":1}},"record":{"activations":"all","epochs":[1,2],"notes":{"a":2,"b":1}},"#
          + #""seed":0,"shuffles":true,"title":"x"}"#
      ])
  }

  @Test func textIsItselfAConfiguration() throws {
    let yaml = """
      title: "quotes \\" and \\\\, tabs \\t, ü, 😀"
      seed: 18446744073709551615
      learning-rate: 1.2345678901234567e-300
      layers: [linear: { outputs: 3 }, relu, dropout: 0.25]
      """
    let experiment = try decodeSettings(SettingsSample.Experiment.self, yaml)
    let text = try canonicalJSON(experiment)
    let again = try decodeSettings(SettingsSample.Experiment.self, text)
    #expect(again == experiment)
    #expect(try canonicalJSON(again) == text)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["title"] as? String == "quotes \" and \\, tabs \t, ü, 😀")
  }

  /// The number samples of RFC 8785, appendix B (bits, text).
  @Test func numbersAreThoseOfTheStandard() throws {
    let samples: [(UInt64, String)] = [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
      (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ]
    for (bits, text) in samples { #expect(try canonicalJSON(Double(bitPattern: bits)) == text) }
    #expect(try canonicalJSON([0.1, 1, 1e-7, 123.456]) == "[0.1,1,1e-7,123.456]")
    #expect(try canonicalJSON(Float(0.1)) == "0.1")
    #expect(try canonicalJSON([Int64.min, .max]) == "[-9223372036854775808,9223372036854775807]")
  }

  @Test func numbersReadBackAsThemselves() throws {
    var state: UInt64 = 1
    var wrong: [Double] = []
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state ^ (state >> 29))
      guard value.isFinite else { continue }
      if Double(try canonicalJSON(value)) != value { wrong.append(value) }
    }
    #expect(wrong == [])
  }

  @Test func specialValues() throws {
    #expect(try canonicalJSON(["\u{1}\u{1F}\n\"\\/": true]) == #"{"\u0001\u001f\n\"\\/":true}"#)
    #expect(try canonicalJSON([Int?.none, 1]) == "[null,1]")
    #expect(try canonicalJSON([[Int]]()) == "[]")
    struct Nothing: Codable {}
    #expect(try canonicalJSON(Nothing()) == "{}")
    #expect(
      try canonicalJSON(["\u{E000}": 1, "😀": 2, "camelCase": 3]) == "{\"camelCase\":3,\"😀\":2,\"\u{E000}\":1}"
    )
    #expect(throws: EncodingError.self) { try canonicalJSON(Double.nan) }
    #expect(throws: EncodingError.self) { try canonicalJSON([-Double.infinity]) }
  }

  /// Long lists take time in proportion to their length.
  @Test func longListsAreWritten() throws {
    let text = try canonicalJSON(Array(0..<200_000), leavingOutDefaults: true)
    #expect(text.hasPrefix("[0,1,2,") && text.hasSuffix(",199999]"))
  }

  /// What is at its default is left out, at every depth and however the default comes about; what is left reads as
  /// the same value.
  @Test func defaultsAreLeftOut() throws {
    func short(_ yaml: String) throws -> String {
      let value = try decodeSettings(SettingsSample.Experiment.self, yaml)
      let text = try canonicalJSON(value, leavingOutDefaults: true)
      #expect(try decodeSettings(SettingsSample.Experiment.self, text) == value, "\(text)")
      return text
    }
    #expect(try short("title: x") == #"{"title":"x"}"#)
    #expect(
      try short("title: x\nepochs: 5\nseed: 0\nlayers: []\noptimizer: { sgd: { momentum: 0.0 } }\nrecord: {}")
        == #"{"title":"x"}"#)
    #expect(
      try short("title: x\nepochs: 6\noptimizer: { sgd: { momentum: 0.9, learning-rate: 0.01 } }")
        == #"{"epochs":6,"optimizer":{"sgd":{"momentum":0.9}},"title":"x"}"#)
    #expect(
      try short("title: x\nlayers: [relu, linear: { outputs: 1 }]\nrecord: { notes: { a: 1 } }")
        == #"{"layers":[{"relu":{}},{"linear":{"outputs":1}}],"record":{"notes":{"a":1}},"title":"x"}"#)

    /// A default that follows from another option.
    struct Window: Codable, Equatable {
      var kernel: Int
      var stride: Int
      init(from decoder: any Decoder) throws {
        let options = try decoder.container(keyedBy: CodingKeys.self)
        kernel = try options.value(.kernel)
        stride = try options.value(.stride, default: kernel)
      }
    }
    func window(_ yaml: String) throws -> String {
      try canonicalJSON(decodeSettings(Window.self, yaml), leavingOutDefaults: true)
    }
    #expect(try window("{ kernel: 3, stride: 3 }") == #"{"kernel":3}"#)
    #expect(try window("{ kernel: 3, stride: 1 }") == #"{"kernel":3,"stride":1}"#)
  }
}
