/// Random numbers by order of calls, as a PyTorch program with one global generator draws them.
///
/// Names and steps are ignored. Every call must come where PyTorch's own would: a layer's weight before its
/// bias, layers in declaration order, then epoch by epoch. The state changes with every call and is what a
/// checkpoint has to keep.
public struct TorchSource: RandomSource, Equatable {
  /// PyTorch's global generator.
  package var generator: TorchGenerator

  /// The source after `torch.manual_seed(seed)`.
  public init(seed: UInt64) {
    generator = TorchGenerator(seed: seed)
  }

  /// `tensor.uniform_(-bound, bound)`.
  public mutating func initializeUniform(_ values: inout MutableSpan<Float>, path: String, bound: Double) {
    values.withUnsafeMutableBufferPointer { generator.fillUniform($0, from: -bound, to: bound) }
  }

  /// `tensor.normal_(mean, standardDeviation)`.
  public mutating func initializeNormal(
    _ values: inout MutableSpan<Float>, path: String, mean: Double, standardDeviation: Double
  ) {
    values.withUnsafeMutableBufferPointer {
      generator.fillNormal($0, mean: mean, standardDeviation: standardDeviation)
    }
  }

  /// The order of one pass of `DataLoader(shuffle=True)`: a seed for workers is drawn and not used, then a
  /// seed for a generator of the pass's own, whose `randperm` is the order.
  public mutating func epochOrder(of count: Int, epoch: Int) -> [Int] {
    beginOrderedPass()
    var own = TorchGenerator(seed: generator.nextSeed())
    return own.permutation(of: count)
  }

  /// What one pass of `DataLoader(shuffle=False)` draws: the seed for workers.
  package mutating func beginOrderedPass() {
    _ = generator.nextSeed()
  }

  /// The order behind `torch.utils.data.random_split`: `randperm` of the global generator.
  public mutating func splitOrder(of count: Int, name: String) -> [Int] {
    generator.permutation(of: count)
  }

  /// The mask of `torch.nn.functional.dropout`, which draws nothing where the answer is certain; the calling thread
  /// makes it.
  public mutating func dropoutMask(
    _ mask: inout MutableSpan<UInt8>, site: RandomSite, step: Int, keepProbability: Double,
    on processor: Processor
  ) {
    mask.withUnsafeMutableBufferPointer { mask in
      if keepProbability == 0 || keepProbability == 1 {
        mask.update(repeating: UInt8(keepProbability))
      } else {
        generator.fillBernoulli(mask, probability: keepProbability)
      }
    }
  }
}

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
