/// What an option's value must be, in words that complete "must be …".
public struct Rule<Value>: Sendable {
  private let text: String
  private let holds: @Sendable (Value) -> Bool

  /// A rule in words and as a test.
  public init(_ text: String, _ holds: @escaping @Sendable (Value) -> Bool) {
    self.text = text
    self.holds = holds
  }

  /// What is wrong with a value, such as `must be positive`; `nil` for one that the rule allows.
  package func problem(with value: Value) -> String? { holds(value) ? nil : "must be \(text)" }
}

extension Rule where Value: BinaryFloatingPoint & Sendable {
  /// Above 0 and finite.
  public static var positive: Rule { Rule("positive") { $0 > 0 && $0.isFinite } }
  /// 0 or more, and finite.
  public static var notNegative: Rule { Rule("0 or more") { $0 >= 0 && $0.isFinite } }
  /// Above 0 and finite, also when it is rounded to Float.
  public static var positiveFloat: Rule {
    Rule("positive, as a Float too") { Float($0) > 0 && Float($0).isFinite }
  }
  /// 0 or more, and finite when it is rounded to Float.
  public static var notNegativeFloat: Rule {
    Rule("0 or more, and finite as a Float") { $0 >= 0 && Float($0).isFinite }
  }
  /// Neither infinite nor NaN when it is rounded to Float.
  public static var finiteFloat: Rule { Rule("finite, as a Float too") { Float($0).isFinite } }
  /// Neither infinite nor NaN.
  public static var finite: Rule { Rule("a finite number") { $0.isFinite } }
  /// From 0 to below 1, as of a decay rate.
  public static var fraction: Rule { Rule("from 0 to below 1") { $0 >= 0 && $0 < 1 } }
  /// From 0 to 1.
  public static var probability: Rule { Rule("from 0 to 1") { $0 >= 0 && $0 <= 1 } }
}

extension Rule where Value: Collection & Sendable {
  /// With at least one element.
  public static var notEmpty: Rule { Rule("a list of at least 1") { !$0.isEmpty } }
}

extension Rule where Value: FixedWidthInteger & Sendable {
  /// At least a number.
  public static func atLeast(_ least: Value) -> Rule { Rule("\(least) or more") { $0 >= least } }
  /// From one number to another.
  public static func within(_ range: ClosedRange<Value>) -> Rule {
    Rule("from \(range.lowerBound) to \(range.upperBound)") { range.contains($0) }
  }
}

extension KeyedDecodingContainer {
  /// An option: its value, or its default where the key is not there.
  ///
  ///     learningRate = try options.value(.learningRate, default: 1e-3, .positive)
  ///
  /// - Parameters:
  ///   - standard: The default; without one the key is needed.
  ///   - rule: What the value must be.
  /// - Throws: what `StrictDecoder` turns into a `SettingsError` that names file, line, key, value and rule.
  public func value<Value: Decodable>(
    _ key: Key, default standard: Value? = nil, _ rule: Rule<Value>? = nil
  ) throws -> Value {
    let value: Value
    if let standard {
      value = try decodeIfPresent(Value.self, forKey: key) ?? standard
    } else {
      value = try decode(Value.self, forKey: key)
    }
    if let problem = rule?.problem(with: value) { throw impossible(key, problem) }
    return value
  }

  /// An option that has no default: its value, or `nil` where the key is not there.
  public func valueIfPresent<Value: Decodable>(_ key: Key, _ rule: Rule<Value>? = nil) throws -> Value? {
    contains(key) ? try decodeNil(forKey: key) ? nil : value(key, rule) : nil
  }

  /// The error to throw from an `init(from:)` for a value of the right type that is impossible.
  ///
  /// It is an ordinary `DecodingError`; `StrictDecoder` adds file and line.
  public func impossible(_ key: Key, _ reason: String) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: reason)
  }
}
