import Foundation
import Networks
import Testing

@Suite struct OptimizerTests {
  private func decode<T: Decodable>(_: T.Type, _ text: String) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(text.utf8))
  }

  @Test func optionsHaveTheirDefaults() throws {
    #expect(try decode(Adam.self, "{}") == Adam())
    #expect(try decode(Adam.self, #"{"learning-rate": 0.1}"#) == Adam(learningRate: 0.1))
    #expect(try decode(SGD.self, #"{"learning-rate": 0.1}"#) == SGD(learningRate: 0.1))
    #expect(throws: DecodingError.self) { try decode(SGD.self, "{}") }
    #expect(try decode(AdamW.self, "{}") == AdamW(learningRate: 1e-3, epsilon: 1e-8, weightDecay: 1e-2))
    #expect(try decode(RMSprop.self, "{}") == RMSprop(learningRate: 1e-2, alpha: 0.99, epsilon: 1e-8))
    #expect(try decode(Adagrad.self, "{}") == Adagrad(learningRate: 1e-2, epsilon: 1e-10))
  }

  @Test func nesterovNeedsMomentumAndIsWrittenOnlyWhereItIsOn() throws {
    #expect(throws: DecodingError.self) { try decode(SGD.self, #"{"learning-rate": 1, "nesterov": true}"#) }
    let text = #"{"learning-rate": 1, "momentum": 0.5, "nesterov": true}"#
    let sgd = try decode(SGD.self, text)
    #expect(sgd == SGD(learningRate: 1, momentum: 0.5, nesterov: true))
    #expect(try JSONDecoder().decode(SGD.self, from: JSONEncoder().encode(sgd)) == sgd)
    let plain = try String(decoding: JSONEncoder().encode(SGD(learningRate: 1)), as: UTF8.self)
    #expect(!plain.contains("nesterov"))
  }

  @Test(arguments: [
    #"{"learning-rate": 0}"#, #"{"learning-rate": -1}"#, #"{"weight-decay": -1, "learning-rate": 1}"#,
  ])
  func impossibleOptionsAreRefused(_ text: String) {
    #expect(throws: DecodingError.self) { try decode(SGD.self, text) }
    #expect(throws: DecodingError.self) { try decode(Adam.self, text) }
    #expect(throws: DecodingError.self) { try decode(AdamW.self, text) }
    #expect(throws: DecodingError.self) { try decode(RMSprop.self, text) }
    #expect(throws: DecodingError.self) { try decode(Adagrad.self, text) }
  }

  @Test(arguments: [#"{"beta1": 1}"#, #"{"beta2": -0.1}"#, #"{"epsilon": 0}"#])
  func impossibleMomentsAreRefused(_ text: String) {
    #expect(throws: DecodingError.self) { try decode(Adam.self, text) }
  }

  @Test func onlyMomentumHasAState() {
    #expect(SGD(learningRate: 1).stateNames.isEmpty)
    #expect(SGD(learningRate: 1, momentum: 0.9).stateNames == ["velocity"])
    #expect(Adam().stateNames == ["first-moment", "second-moment"])
  }
}
