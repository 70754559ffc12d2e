extension TorchSource {
  /// The tag `torch--1`, then little-endian: the 624 words, the position (4 bytes), 1 if a second normal number
  /// is kept for the next short call, else 0 (4 bytes), and that number's bits (8 bytes).
  public var savedState: [UInt8] {
    var state = RandomStateBytes(.torch)
    for word in generator.engine.state { state.append(word) }
    state.append(UInt32(generator.engine.position))
    state.append(UInt32(generator.spareNormal == nil ? 0 : 1))
    state.append(generator.spareNormal?.bitPattern ?? 0)
    return state.bytes
  }

  /// The source as it was when its state was saved.
  public init(savedState: [UInt8]) throws(RandomStateError) {
    let count = MersenneTwister.stateCount
    let state = try RandomStateBytes(.torch, reading: savedState, size: 4 * count + 16)
    let words = (0..<count).map { state.number(at: 4 * $0, as: UInt32.self) }
    let position = state.number(at: 4 * count, as: UInt32.self)
    let spares = state.number(at: 4 * count + 4, as: UInt32.self)
    let spare = Double(bitPattern: state.number(at: 4 * count + 8))
    guard let engine = MersenneTwister(state: words, position: Int(position)), spares <= 1 else {
      throw RandomStateError(
        kind: .torch, reason: "position \(position) or number of spare values \(spares) is impossible")
    }
    generator = TorchGenerator(engine: engine, spareNormal: spares == 1 ? spare : nil)
  }
}
