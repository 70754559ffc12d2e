/// Which source of random numbers an experiment uses: `random: philox` or `random: torch` in a configuration.
public enum RandomSourceKind: String, CaseIterable, Codable, Sendable {
  /// Numbers by name: `PhiloxSource`.
  case philox
  /// Numbers by order of calls, as PyTorch draws them: `TorchSource`.
  case torch

  /// The source before its first draw.
  public func source(seed: UInt64) -> any RandomSource {
    switch self {
    case .philox: PhiloxSource(seed: seed)
    case .torch: TorchSource(seed: seed)
    }
  }

  /// The source as it was when its state was saved.
  /// - Throws: `RandomStateError` if the bytes are not a saved state of this kind.
  public func source(savedState: [UInt8]) throws(RandomStateError) -> any RandomSource {
    switch self {
    case .philox: try PhiloxSource(savedState: savedState)
    case .torch: try TorchSource(savedState: savedState)
    }
  }
}
