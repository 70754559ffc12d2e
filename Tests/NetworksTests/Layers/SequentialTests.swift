import Networks
import Settings
import Testing

/// How lists of layers are read and written.
@Suite struct SequentialTests {
  private func paths(_ yaml: String) throws -> [String] {
    try Graph<Float>(input: [20], layer: read(Sequential.self, yaml)).parameters.map(\.path)
  }

  @Test func aNetworkIsWhatItsTextSays() throws {
    let text = """
      - hidden: [linear: { outputs: 16 }, relu]
      - output:
          - linear: { outputs: 4, bias: false }
      """
    #expect(try paths(text) == ["hidden/linear/weight", "hidden/linear/bias", "output/linear/weight"])
    let network = try read(Sequential.self, text)
    #expect(
      try written(network) == """
        [{"hidden":[{"linear":{"outputs":16}},{"relu":{}}]},\
        {"output":[{"linear":{"bias":false,"outputs":4}}]}]
        """)
    #expect(try canonicalJSON(read(Sequential.self, written(network))) == canonicalJSON(network))
  }

  @Test(arguments: [
    "[leaky-relu]", "[leaky-relu: { negative-slope: 0.2 }]", "[sigmoid, tanh, flatten]", "[batch-norm: ]",
    "[dropout: { probability: 0.5 }]", "[residual: { body: [tanh] }]", "[layer-norm, batch-norm, relu]",
    "[residual: { body: [linear: { outputs: 4 }], shortcut: [linear: { outputs: 4 }] }]",
    "[a: [b: [c: [relu]]], relu, relu: {}]",
  ])
  func layersAreReadAndWritten(_ text: String) throws {
    let network = try read(Sequential.self, text)
    let again = try read(Sequential.self, written(network))
    #expect(try canonicalJSON(again) == canonicalJSON(network))
    #expect(try Graph<Float>(input: [4], layer: again).output.shape == [4])
  }

  @Test func everyLayerOfTheListHasAName() {
    #expect(Set(Layers.names).count == Layers.list.count)
    #expect(Layers.names.contains("adaptive-avg-pool-2d"))
  }

  @Test func aBareNameHasTheDefaults() throws {
    let network = try read(Sequential.self, "[leaky-relu, leaky-relu: {}, adaptive-avg-pool-2d]")
    #expect(network.layers.map(\.name) == ["leaky-relu", "leaky-relu-2", "adaptive-avg-pool-2d"])
    #expect(network.layers[0].layer as? LeakyReLU == LeakyReLU(negativeSlope: 0.01))
    #expect(network.layers[1].layer as? LeakyReLU == LeakyReLU(negativeSlope: 0.01))
    #expect(network.layers[2].layer as? AdaptiveAvgPool2d == AdaptiveAvgPool2d())
  }

  @Test(arguments: [
    ("- relu\n- rleu", "line 2: no layer is called 'rleu'; did you mean 'relu'? (one of: linear, conv-2d"),
    ("- liner: { outputs: 3 }", "line 1: no layer is called 'liner'; did you mean 'linear'?"),
    ("- hidden: [tahn]", "line 1: no layer is called 'tahn'; did you mean 'tanh'?"),
    ("- cube", "line 1: no layer is called 'cube' (one of: "),
    ("- linear", "line 1: the key 'outputs' of '0.linear' is missing"),
    ("- linear: [relu]", "'0.linear' must be a mapping"),
    ("- linear: { outputs: 0 }", "line 1: '0.linear.outputs' (0): must be from 1 to 1048576"),
    ("- linear: { outputs: 1000000000000 }", "from 1 to 1048576"),
    ("- conv-2d: { outputs: 4, kernel: 100000 }", "from 1 to 255"),
    ("- dropout", "'probability' of '0.dropout' is missing"),
    ("- { a: [], b: [] }", "a, b given"), ("- relu: { slope: 1 }", "unknown key 'slope'"),
    ("- 5", "one of: "),
    ("relu", "must be a list"),
  ])
  func errorsNameTheLayer(_ text: String, _ reason: String) {
    #expect(problem(Sequential.self, text).contains(reason), "\(problem(Sequential.self, text))")
  }

  @Test(arguments: [
    "a/b", ".", "..", "/", "", #"a\tb"#, #"\u0000"#, #"\x7f"#, #"\u0085"#, "epoch", "title",
    String(repeating: "ä", count: 128), String(repeating: "x", count: 256),
  ])
  func namesThatCannotBePartsOfPathsAreRefused(_ name: String) {
    let message = problem(Sequential.self, "- \"\(name)\": [relu]")
    #expect(message.hasPrefix("line 1: "), "\(message)")
    #expect(message.contains("of a group of layers"), "\(message)")
  }

  /// Names given in code follow the same rule, whatever stands under them.
  @Test(arguments: [
    ("epoch", "is a name that archives use in every group"), ("title", "is a name that archives use"),
    ("a/b", "holds '/', which separates names"), ("a\nb", "holds a control character"),
    ("\u{7f}", "holds a control character"), ("", "is empty"), ("..", "means a directory"),
    (String(repeating: "ä", count: 128), "has 256 bytes, and the most are 255"),
  ])
  func namesGivenInCodeFollowTheSameRule(_ name: String, _ reason: String) {
    for layer in [ReLU(), Sequential([ReLU()])] as [any Layer] {
      let error = #expect(throws: GraphError.self) {
        try Graph<Float>(input: [3], layer: Sequential([("outer", Sequential([(name, layer)]))]))
      }
      #expect("\(error!)".contains("'outer/\(name)': its name '\(name)' \(reason)"), "\(error!)")
    }
  }

  @Test(arguments: ["...", "a.b", "block 1", "Schicht für 2 × 2", String(repeating: "ä", count: 127) + "b"])
  func otherNamesAreRead(_ name: String) throws {
    #expect(try read(Sequential.self, "- \"\(name)\": [relu]").layers.map(\.name) == [name])
  }

  /// A configuration has names for groups only: what it could not say must not be written as something else.
  @Test func aLayersOwnNameCannotBeWritten() {
    let named = Sequential([("first", Linear(outputs: 3))])
    #expect(throws: EncodingError.self) { try canonicalJSON(named) }
    #expect(throws: EncodingError.self) {
      try canonicalJSON(Sequential([("outer", Sequential([("a", ReLU())]))]))
    }
  }
}
