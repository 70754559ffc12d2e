import Networks
import Settings
import Tensors
import Testing

/// How optimizers are read and written, and what they remember.
@Suite struct OptimizerTests {
  private struct Configuration: Codable {
    @OneOf<Optimizers> var optimizer: any Optimizer
  }

  @Test func optionsHaveTheirDefaults() throws {
    #expect(try read(Adam.self, "{}") == Adam())
    #expect(try read(Adam.self, "learning-rate: 0.1") == Adam(learningRate: 0.1))
    #expect(try read(SGD.self, "learning-rate: 0.1") == SGD(learningRate: 0.1))
    #expect(problem(SGD.self, "{}") == "line 1: the key 'learning-rate' is missing")
    #expect(try read(AdamW.self, "{}") == AdamW(learningRate: 1e-3, epsilon: 1e-8, weightDecay: 1e-2))
    #expect(try read(RMSprop.self, "{}") == RMSprop(learningRate: 1e-2, alpha: 0.99, epsilon: 1e-8))
    #expect(try read(Adagrad.self, "{}") == Adagrad(learningRate: 1e-2, epsilon: 1e-10))
  }

  @Test(arguments: [
    ("adam", #"{"adam":{}}"#), ("adamw: { weight-decay: 0.01 }", #"{"adamw":{}}"#),
    ("adam: { weight-decay: 0.01 }", #"{"adam":{"weight-decay":0.01}}"#),
    ("adamw: { weight-decay: 0 }", #"{"adamw":{"weight-decay":0}}"#),
    (
      "adam: { beta1: 0.8, beta2: 0.999, learning-rate: 1e-2 }",
      #"{"adam":{"beta1":0.8,"learning-rate":0.01}}"#
    ),
    ("sgd: { learning-rate: 1, momentum: 0 }", #"{"sgd":{"learning-rate":1}}"#),
    (
      "sgd: { learning-rate: 1, momentum: 0.5, nesterov: true }",
      #"{"sgd":{"learning-rate":1,"momentum":0.5,"nesterov":true}}"#
    ),
    ("rmsprop: { alpha: 0.9 }", #"{"rmsprop":{"alpha":0.9}}"#), ("adagrad: {}", #"{"adagrad":{}}"#),
  ])
  func whatIsAtItsDefaultIsNotWritten(_ text: String, _ canonical: String) throws {
    let configuration = try read(
      Configuration.self, "optimizer: \(text.contains(":") ? "{ \(text) }" : text)")
    #expect(try written(configuration) == #"{"optimizer":\#(canonical)}"#)
    let again = try read(Configuration.self, written(configuration))
    #expect(try canonicalJSON(again) == canonicalJSON(configuration))
  }

  @Test func everyOptimizerIsInTheListOnce() {
    #expect(Set(Optimizers.names).count == Optimizers.names.count)
    #expect(
      problem(Configuration.self, "optimizer: adan")
        == "line 1: no optimizer is called 'adan'; did you mean 'adam'? "
        + "(one of: \(Optimizers.names.joined(separator: ", ")))")
    #expect(
      problem(Configuration.self, "optimizer: { adam: {}, sgd: { learning-rate: 1 } }").contains(
        "adam, sgd given"))
  }

  @Test func nesterovNeedsMomentum() throws {
    #expect(
      problem(SGD.self, "{ learning-rate: 1, nesterov: true }")
        == "line 1: 'nesterov' (true): it needs a momentum above 0")
    #expect(
      try read(SGD.self, "{ learning-rate: 1, momentum: 0.5, nesterov: true }")
        == SGD(learningRate: 1, momentum: 0.5, nesterov: true))
  }

  @Test(arguments: [
    ("learning-rate: 0", "must be positive"), ("learning-rate: -1", "must be positive"),
    ("{ weight-decay: -1, learning-rate: 1 }", "must be 0 or more"),
    ("{ learning-rate: 1, learningRate: 2 }", "did you mean 'learning-rate'?"),
  ])
  func impossibleOptionsAreRefused(_ text: String, _ reason: String) {
    func check<Value: Kind>(_ type: Value.Type) {
      #expect(problem(type, text).contains(reason), "\(type): \(problem(type, text))")
    }
    for type in Optimizers.all { check(type) }
  }

  @Test(arguments: [
    ("beta1: 1", "must be from 0 to below 1"), ("beta2: -0.1", "must be from 0 to below 1"),
    ("epsilon: 0", "must be positive"),
  ])
  func impossibleMomentsAreRefused(_ text: String, _ reason: String) {
    #expect(problem(Adam.self, text).contains(reason))
    #expect(problem(AdamW.self, text).contains(reason))
  }

  @Test func onlyMomentumHasAState() {
    #expect(SGD(learningRate: 1).stateNames.isEmpty)
    #expect(SGD(learningRate: 1, momentum: 0.9).stateNames == ["velocity"])
    #expect(Adam().stateNames == ["first-moment", "second-moment"])
    let state = OptimizerState<Float>(of: Adam(), count: 5)
    #expect(state.arrays.map(Array.init) == [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0]])
  }
}
