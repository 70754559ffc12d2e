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
