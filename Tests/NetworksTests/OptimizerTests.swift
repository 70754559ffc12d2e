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
  }

  @Test(arguments: [
    #"{"learning-rate": 0}"#, #"{"learning-rate": -1}"#, #"{"weight-decay": -1, "learning-rate": 1}"#,
  ])
  func impossibleOptionsAreRefused(_ text: String) {
    #expect(throws: DecodingError.self) { try decode(SGD.self, text) }
    #expect(throws: DecodingError.self) { try decode(Adam.self, text) }
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
