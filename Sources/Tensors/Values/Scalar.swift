internal import CKernels

/// A type of numbers that the kernels compute with: `Float` trains, `Double` checks gradients.
///
/// The recipe of every operation is the same for both, so that what a gradient check proves in Double is
/// what runs in Float. No other type conforms: there are no kernels for one.
public protocol Scalar: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  /// The type of a tensor of such numbers.
  static var elementType: Tensor.ElementType { get }
}

extension Float: Scalar {
  /// IEEE binary32.
  public static var elementType: Tensor.ElementType { .float32 }
}

extension Double: Scalar {
  /// IEEE binary64.
  public static var elementType: Tensor.ElementType { .float64 }
}

extension Scalar {
  /// Which of the C kernels are its own.
  static var kernelScalar: reprise_scalar {
    switch elementType {
    case .float32: REPRISE_F32
    case .float64: REPRISE_F64
    case .int64, .uint8: preconditionFailure("there are no kernels for \(Self.self)")
    }
  }
}

// What schedules, data and computed figures need beyond the four operations, the same on every machine.
extension Double {
  /// e to the power of this number, within one unit in the last place.
  package var exponential: Double { reprise_double_exp(self) }

  /// The natural logarithm of this number, within one unit in the last place.
  package var logarithm: Double { reprise_double_log(self) }

  /// 1 / (1 + exp(−x)), within one unit in the last place.
  package var sigmoid: Double { reprise_double_sigmoid(self) }

  /// The sine of this angle in radians, within one unit in the last place.
  package var sine: Double { reprise_double_sin(self) }

  /// The cosine of this angle in radians, within one unit in the last place.
  package var cosine: Double { reprise_double_cos(self) }

  /// This number to a whole power, within one unit in the last place.
  ///
  /// Square and multiply in double-double arithmetic, rounded once; the C library's `pow` would have other
  /// bits on a processor without fused multiply-add.
  package func raised(to power: Int) -> Double {
    precondition(power >= 0, "a negative power")
    return reprise_pow_int(self, UInt64(power))
  }
}
