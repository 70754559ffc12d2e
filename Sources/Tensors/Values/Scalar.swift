import CKernels

/// A type of numbers that the kernels compute with: `Float` trains, `Double` checks gradients.
///
/// The recipe of every operation is the same for both, so that what a gradient check proves in Double is
/// what runs in Float.
public protocol Scalar: BinaryFloatingPoint, SIMDScalar, Sendable {
  /// The number's bits, least significant byte first in memory.
  associatedtype Bits: FixedWidthInteger & Sendable
  /// The number's bits.
  var bits: Bits { get }
  /// Which of the C kernels are its own.
  static var kernelScalar: reprise_scalar { get }
}

extension Float: Scalar {
  public var bits: UInt32 { bitPattern }
  public static var kernelScalar: reprise_scalar { REPRISE_F32 }
}

extension Double: Scalar {
  public var bits: UInt64 { bitPattern }
  public static var kernelScalar: reprise_scalar { REPRISE_F64 }
}
