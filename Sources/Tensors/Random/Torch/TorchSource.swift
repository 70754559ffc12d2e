/// Random numbers by order of calls, as a PyTorch program with one global generator draws them.
///
/// Names and steps are ignored. Every call must come where PyTorch's own would: a layer's weight before its
/// bias, layers in declaration order, then epoch by epoch. The state changes with every call and is what a
/// checkpoint has to keep.
public struct TorchSource: RandomSource, Equatable {
  /// PyTorch's global generator.
  public var generator: TorchGenerator

  /// The source after `torch.manual_seed(seed)`.
  public init(seed: UInt64) {
    generator = TorchGenerator(seed: seed)
  }

  /// `tensor.uniform_(-bound, bound)`.
  public mutating func initializeUniform(
    _ values: UnsafeMutableBufferPointer<Float>, path: String, bound: Double
  ) {
    generator.fillUniform(values, from: -bound, to: bound)
  }

  /// `tensor.normal_(mean, standardDeviation)`.
  public mutating func initializeNormal(
    _ values: UnsafeMutableBufferPointer<Float>, path: String, mean: Double, standardDeviation: Double
  ) {
    generator.fillNormal(values, mean: mean, standardDeviation: standardDeviation)
  }

  /// The order of one pass of `DataLoader(shuffle=True)`: a seed for workers is drawn and not used, then a
  /// seed for a generator of the pass's own, whose `randperm` is the order.
  public mutating func epochOrder(of count: Int, epoch: Int) -> [Int] {
    beginOrderedPass()
    var own = TorchGenerator(seed: generator.nextSeed())
    return own.permutation(of: count)
  }

  /// What one pass of `DataLoader(shuffle=False)` draws: the seed for workers.
  public mutating func beginOrderedPass() {
    _ = generator.nextSeed()
  }

  /// The order behind `torch.utils.data.random_split`: `randperm` of the global generator.
  public mutating func splitOrder(of count: Int, name: String) -> [Int] {
    generator.permutation(of: count)
  }

  /// The mask of `torch.nn.functional.dropout`, which draws nothing where the answer is certain.
  public mutating func dropoutMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, site: RandomSite, step: Int, keepProbability: Double
  ) {
    if keepProbability == 0 || keepProbability == 1 {
      mask.update(repeating: UInt8(keepProbability))
    } else {
      generator.fillBernoulli(mask, probability: keepProbability)
    }
  }
}
