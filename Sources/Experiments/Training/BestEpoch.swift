/// The epoch after which a network was best, as far as a run has come.
public struct BestEpoch: Sendable, Equatable, Codable {
  /// What says which epoch is the best one; of equal ones the first is.
  public enum Measure: String, Codable, CaseIterable, Sendable {
    /// The highest accuracy on the validation part.
    case accuracy
    /// The lowest loss on the validation part.
    case loss
  }

  /// The epoch; 0 before training.
  public let epoch: Int
  /// The bits of its accuracy or loss: JSON has no NaN.
  private let bits: UInt64

  init(epoch: Int, value: Double) {
    self.epoch = epoch
    bits = value.bitPattern
  }

  /// Whether a later epoch with this value is the best one from now on; NaN is worse than any number.
  func isWorse(than value: Double, by measure: Measure) -> Bool {
    let old = Double(bitPattern: bits)
    guard !old.isNaN else { return !value.isNaN }
    return measure == .accuracy ? value > old : value < old
  }
}
