internal import CKernels
import Foundation

/// What computes: an instruction set and a number of threads.
///
/// Neither changes a bit of any result. The operations are in this type's extensions; each states its order
/// of summation. A processor may be shared, but works for one caller at a time; a second one is served
/// by its own thread alone.
public final class Processor: Sendable {
  /// The instruction set of its kernels.
  public let instructionSet: InstructionSet
  /// How many threads divide the work, the calling one included.
  public var threads: Int { workers.count }

  let workers: Workers

  /// A processor with `threads` threads.
  ///
  /// - Throws: `ProcessorError` for a thread count outside 1...1024, for an instruction set that this machine cannot run,
  ///   and on a thread that does not compute as IEEE 754 says.
  public init(threads: Int = 1, instructionSet: InstructionSet? = nil) throws {
    guard (1...1024).contains(threads) else { throw ProcessorError.threads(threads) }
    guard Self.isIEEE else { throw ProcessorError.floatingPointMode }
    self.instructionSet = try instructionSet ?? .preferred()
    guard self.instructionSet.isAvailable else {
      throw ProcessorError.unknownInstructionSet(
        self.instructionSet.rawValue, available: InstructionSet.available)
    }
    workers = Workers(count: threads)
  }

  /// The compiler of the kernels, such as `Clang 21.0.0 (11673e6660b2)`: its version and that of its source.
  package static var compiler: String {
    let text = String(cString: reprise_compiler())
    guard let revision = text.split(whereSeparator: { " ()".contains($0) }).last, revision.count == 40,
      let bracket = text.firstIndex(of: "(")
    else { return text }
    return "\(text[..<bracket])(\(revision.prefix(12)))"
  }

  /// Whether this thread computes as IEEE 754 says: rounds to nearest and keeps subnormals.
  package static var isIEEE: Bool { reprise_floating_point_is_ieee() != 0 }

  /// Stops the program on a thread that does not compute as IEEE 754 says; to be called on threads besides a processor's
  /// whose sums and products are part of a result.
  package static func requireIEEE() {
    precondition(
      isIEEE,
      "this thread does not round to nearest or flushes subnormals: results would not repeat")
  }

  /// The kernels for a scalar type.
  @inline(__always)
  func kernels<S: Scalar>(_: S.Type) -> reprise_kernels {
    instructionSet.kernels(for: S.kernelScalar)!.pointee
  }

  /// Splits an element-wise operation into parts of whole cache lines. Below a few thousand elements waking
  /// a thread costs more than it saves.
  func divideElements(
    _ count: Int, _ body: (_ part: Range<Int>, _ workspace: UnsafeMutableRawPointer) -> Void
  ) {
    workers.divide(count, grain: 8192, body)
  }

  typealias Function =
    @convention(c) (_ y: UnsafeMutableRawPointer?, _ x: UnsafeRawPointer?, _ n: Int) -> Void

  /// Runs a kernel of one array.
  func apply<S: Scalar>(
    _ kernel: Function?, _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, count: Int
  ) {
    divideElements(count) { part, _ in kernel!(y + part.lowerBound, x + part.lowerBound, part.count) }
  }

  typealias Combination =
    @convention(c) (
      _ y: UnsafeMutableRawPointer?, _ a: UnsafeRawPointer?, _ b: UnsafeRawPointer?, _ n: Int
    ) -> Void

  /// Runs a kernel of two arrays.
  func combine<S: Scalar>(
    _ kernel: Combination?, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>, into y: UnsafeMutablePointer<S>,
    count: Int
  ) {
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel!(y + i, a + i, b + i, part.count)
    }
  }
}

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
  /// 64-bit ARM's baseline, 128-bit vectors with fused multiply-add.
  case neon

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
      case .neon: REPRISE_ISA_NEON
      }
    return reprise_kernels_for(isa, scalar)
  }
}

/// What can be wrong with a request for a processor.
public enum ProcessorError: Error, CustomStringConvertible {
  /// `REPRISE_ISA` names no instruction set, or one that this machine cannot run.
  case unknownInstructionSet(String, available: [InstructionSet])
  /// The thread count is not between 1 and 1024.
  case threads(Int)
  /// The calling thread rounds otherwise than to nearest, or does not keep subnormals.
  case floatingPointMode

  /// The error as one line, with the way out.
  public var description: String {
    switch self {
    case .unknownInstructionSet(let name, let available):
      let names = available.map(\.rawValue).joined(separator: ", ")
      return "REPRISE_ISA=\(name): this machine runs \(names); unset it to use the widest"
    case .threads(let count):
      return "\(count) threads: the number of threads must be between 1 and 1024"
    case .floatingPointMode:
      return
        "this thread does not round to nearest or flushes subnormals, so results would not repeat: look for a "
        + "library or an emulator that changes the floating-point mode ('reprise doctor')"
    }
  }
}
