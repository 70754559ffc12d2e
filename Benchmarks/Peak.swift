import CPeak
import Tensors

/// The most multiply-adds that one core does in a second: a loop that never leaves its registers.
struct Peak {
  private let width: peak_width
  private static let steps = 20_000

  /// The peak of an instruction set; `nil` where it has no fused multiply-add.
  init?(of instructionSet: InstructionSet) {
    switch instructionSet {
    case .avx512: width = PEAK_BYTES_64
    case .avx2: width = PEAK_BYTES_32
    default: return nil
    }
  }

  /// The operations of one call of `run`, two a multiply-add.
  var operations: Double { peak_multiply_adds(width, 1) * Double(Self.steps) }

  /// Runs the loop.
  func run() { _ = peak_multiply_adds(width, Self.steps) }
}
