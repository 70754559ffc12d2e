import CKernels
import Foundation
import Testing

/// One elementary function in its forms: ours in Float and in Double, and the platform's as a second opinion.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let float: @Sendable (Float) -> Float
  let double: @Sendable (Double) -> Double
  let platform: @Sendable (Double) -> Double

  var testDescription: String { name }

  static let all = [
    ElementaryFunction(
      name: "exp", float: { reprise_float_exp($0) }, double: { reprise_double_exp($0) },
      platform: { Foundation.exp($0) }),
    ElementaryFunction(
      name: "expm1", float: { reprise_float_expm1($0) }, double: { reprise_double_expm1($0) },
      platform: { Foundation.expm1($0) }),
    ElementaryFunction(
      name: "tanh", float: { reprise_float_tanh($0) }, double: { reprise_double_tanh($0) },
      platform: { Foundation.tanh($0) }),
    ElementaryFunction(
      name: "sigmoid", float: { reprise_float_sigmoid($0) }, double: { reprise_double_sigmoid($0) },
      platform: { 1 / (1 + Foundation.exp(-$0)) }),
    ElementaryFunction(
      name: "log", float: { reprise_float_log($0) }, double: { reprise_double_log($0) },
      platform: { Foundation.log($0) }),
    ElementaryFunction(
      name: "log1p", float: { reprise_float_log1p($0) }, double: { reprise_double_log1p($0) },
      platform: { Foundation.log1p($0) }),
    ElementaryFunction(
      name: "sin", float: { reprise_float_sin($0) }, double: { reprise_double_sin($0) },
      platform: { Foundation.sin($0) }),
    ElementaryFunction(
      name: "cos", float: { reprise_float_cos($0) }, double: { reprise_double_cos($0) },
      platform: { Foundation.cos($0) }),
  ]

  static func named(_ name: String) -> ElementaryFunction? { all.first { $0.name == name } }
}

/// A committed table of `function,input,output` lines in hexadecimal; lines with # say where it is from.
struct ElementaryTable {
  struct Row {
    let function: String
    let input: UInt64
    let output: UInt64
  }

  let rows: [Row]

  /// Reads the table of that name beside this file.
  ///
  /// - Throws: `ElementaryTableError` naming the line that is not a row.
  init(named name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    rows = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let fields = line.split(separator: ",")
      guard fields.count == 3, let input = UInt64(fields[1], radix: 16),
        let output = UInt64(fields[2], radix: 16)
      else { throw ElementaryTableError(line: String(line)) }
      return Row(function: String(fields[0]), input: input, output: output)
    }
  }
}

/// A line of a table that does not read as `function,input,output`.
struct ElementaryTableError: Error, CustomStringConvertible {
  let line: String

  var description: String { "expected function,input,output in hexadecimal, found: \(line)" }
}

/// SplitMix64 (Steele, Lea & Flood 2014): seeded bits for test cases.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
