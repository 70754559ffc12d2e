import Settings
import Tensors

/// Options of which not every value is possible. The rules are stated once, for reading and for wiring: a layer that
/// is made in code is checked like one of a configuration.
package protocol CheckedOptions {
  /// The first option whose value is impossible; `nil` if all can be worked with.
  var problem: OptionProblem? { get }
}

/// An option with an impossible value.
package struct OptionProblem {
  fileprivate let key: any CodingKey
  /// What the value is, in words that follow the option's name; empty where it says nothing.
  fileprivate let value: String
  fileprivate let reason: String

  /// The problem with a value, if the rule does not allow it.
  init?<Value>(_ key: some CodingKey, _ value: Value, _ rule: Rule<Value>) {
    guard let reason = rule.problem(with: value) else { return nil }
    (self.key, self.value, self.reason) = (key, " is \(value), but", reason)
  }

  /// A problem that is no single value's, unless a condition holds.
  init?(_ key: some CodingKey, unless holds: Bool, _ reason: String) {
    guard !holds else { return nil }
    (self.key, value, self.reason) = (key, ":", reason)
  }
}

extension CheckedOptions {
  /// Ends an `init(from:)`: throws the error that leads to the option's place in the configuration.
  func check(readFrom decoder: any Decoder) throws {
    guard let problem else { return }
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath + [problem.key], debugDescription: problem.reason))
  }
}

extension Kind where Self: CheckedOptions {
  /// Begins the wiring of a layer or a loss: throws a `GraphError` that names it, its path and the option.
  func check<S: Scalar>(in graph: Graph<S>) throws {
    guard let problem else { return }
    throw GraphError.option(
      layer: Self.kind, path: graph.path,
      problem: "\(problem.key.stringValue)\(problem.value) \(problem.reason)")
  }
}
