import CKernels
import Foundation

/// A set of processor instructions that there are kernels for.
///
/// The choice changes the time and never a bit.
public enum InstructionSet: String, CaseIterable, Sendable, CustomStringConvertible {
  /// Plain C, on any machine; fused multiply-add is emulated exactly where the machine has none.
  case scalar
  /// x86-64's baseline, 128-bit vectors; fused multiply-add is emulated exactly.
  case sse2
  /// x86-64 with 256-bit vectors and fused multiply-add.
  case avx2
  /// x86-64 with 512-bit vectors.
  case avx512

  /// Its name, as `REPRISE_ISA` takes it.
  public var description: String { rawValue }

  /// Whether this machine can run it.
  public var isAvailable: Bool { kernels(for: REPRISE_F32) != nil }

  /// Those this machine can run, from the plainest to the widest.
  public static var available: [InstructionSet] { allCases.filter(\.isAvailable) }

  /// The widest available one, unless the environment variable `REPRISE_ISA` names another.
  ///
  /// - Throws: `ProcessorError` when `REPRISE_ISA` names none, or one that this machine cannot run.
  public static func preferred(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> InstructionSet {
    guard let name = environment["REPRISE_ISA"], !name.isEmpty else { return available.last! }
    guard let set = InstructionSet(rawValue: name), set.isAvailable else {
      throw ProcessorError.unknownInstructionSet(name, available: available)
    }
    return set
  }

  func kernels(for scalar: reprise_scalar) -> UnsafePointer<reprise_kernels>? {
    let isa: reprise_isa =
      switch self {
      case .scalar: REPRISE_ISA_SCALAR
      case .sse2: REPRISE_ISA_SSE2
      case .avx2: REPRISE_ISA_AVX2
      case .avx512: REPRISE_ISA_AVX512
      }
    return reprise_kernels_for(isa, scalar)
  }
}
