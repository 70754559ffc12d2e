import CKernels

/// A type of numbers that the kernels compute with: `Float` trains, `Double` checks gradients.
///
/// The recipe of every operation is the same for both, so that what a gradient check proves in Double is
/// what runs in Float.
public protocol Scalar: BinaryFloatingPoint, Sendable {
  /// Which of the C kernels are its own.
  static var kernelScalar: reprise_scalar { get }
}

extension Float: Scalar {
  /// Its own kernels.
  public static var kernelScalar: reprise_scalar { REPRISE_F32 }
}

extension Double: Scalar {
  /// Its own kernels.
  public static var kernelScalar: reprise_scalar { REPRISE_F64 }
}
