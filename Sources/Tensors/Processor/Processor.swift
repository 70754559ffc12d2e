import CKernels
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
  /// - Throws: `ProcessorError` for a thread count outside 1...1024, or an instruction set that this
  ///   machine cannot run.
  public init(threads: Int = 1, instructionSet: InstructionSet? = nil) throws {
    guard (1...1024).contains(threads) else { throw ProcessorError.threads(threads) }
    self.instructionSet = try instructionSet ?? .preferred()
    guard self.instructionSet.isAvailable else {
      throw ProcessorError.unknownInstructionSet(
        self.instructionSet.rawValue, available: InstructionSet.available)
    }
    workers = Workers(count: threads)
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
}
