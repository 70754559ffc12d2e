/// PyTorch's random generator for the CPU: MT19937, consumed draw by draw as PyTorch consumes it.
///
/// Its numbers are those of x86-64 builds with AVX2; PyTorch 2.13 and 2.15 were compared. It exists to compare
/// whole runs with PyTorch; `RandomStream` is the generator to prefer.
public struct TorchGenerator: Equatable, Sendable {
  var engine: MersenneTwister
  /// The second number of a pair of the short normal path, kept for the next call.
  var spareNormal: Double?

  /// The generator after `torch.manual_seed(seed)`; only the seed's low 32 bits count.
  public init(seed: UInt64) {
    engine = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
  }

  /// The generator at a saved state.
  public init(engine: MersenneTwister, spareNormal: Double?) {
    self.engine = engine
    self.spareNormal = spareNormal
  }

  /// The next word.
  public mutating func next32() -> UInt32 {
    engine.next()
  }

  /// The next two words, the first in the high half.
  public mutating func next64() -> UInt64 {
    let high = UInt64(engine.next())
    return high << 32 | UInt64(engine.next())
  }

  /// What `torch.empty((), dtype=torch.int64).random_()` draws: 63 bits.
  public mutating func nextSeed() -> UInt64 {
    next64() & (1 << 63 - 1)
  }

  /// Uniform in [0, 1) as a Double: the low 53 of 64 bits, times 2⁻⁵³.
  mutating func nextUnitDouble() -> Double {
    Double(next64() & (1 << 53 - 1)) * 0x1p-53
  }

  /// Uniform in [0, 1) as a Float: the low 24 of 32 bits, times 2⁻²⁴.
  mutating func nextUnitFloat() -> Float {
    Float(next32() & (1 << 24 - 1)) * 0x1p-24
  }
}
