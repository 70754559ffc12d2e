/// Random numbers by name: Philox streams under one seed.
///
/// Nothing changes from call to call, so the whole state is the seed: adding a layer or a metric moves
/// nobody else's numbers, and resuming needs only the step number.
public struct PhiloxSource: RandomSource, Hashable {
  /// The experiment's seed.
  public let seed: UInt64

  /// The source with a seed.
  public init(seed: UInt64) {
    self.seed = seed
  }

  /// The tag `philox-1` and the seed in eight bytes.
  public var savedState: [UInt8] {
    var state = RandomStateBytes(.philox)
    state.append(seed)
    return state.bytes
  }

  /// The source with a saved seed.
  public init(savedState: [UInt8]) throws(RandomStateError) {
    seed = try RandomStateBytes(.philox, reading: savedState, size: 8).number(at: 0)
  }

  /// The stream with a name under this seed.
  package func stream(_ purpose: RandomPurpose, site: RandomSite = .none, step: Int = 0) -> RandomStream {
    RandomStream(seed: seed, purpose: purpose, site: site, step: step)
  }

  /// Stream (initialization, path): uniform in −bound ..< bound, the bound rounded to Float.
  public func initializeUniform(_ values: inout MutableSpan<Float>, path: String, bound: Double) {
    let stream = stream(.initialization, site: RandomSite(path: path))
    values.withUnsafeMutableBufferPointer { stream.fillUniform($0, in: -Float(bound)..<Float(bound)) }
  }

  /// Stream (initialization, path): normal.
  public func initializeNormal(
    _ values: inout MutableSpan<Float>, path: String, mean: Double, standardDeviation: Double
  ) {
    let stream = stream(.initialization, site: RandomSite(path: path))
    values.withUnsafeMutableBufferPointer {
      stream.fillNormal($0, mean: mean, standardDeviation: standardDeviation)
    }
  }

  /// Stream (shuffling, epoch): a shuffle of the ascending order.
  public func epochOrder(of count: Int, epoch: Int) -> [Int] {
    stream(.shuffling, step: epoch).permutation(of: count)
  }

  /// Stream (shuffling, name): a shuffle of the ascending order.
  public func splitOrder(of count: Int, name: String) -> [Int] {
    stream(.shuffling, site: RandomSite(path: name)).permutation(of: count)
  }

  /// Stream (dropout, path, step): one word an element, on all of the processor's threads.
  public func dropoutMask(
    _ mask: inout MutableSpan<UInt8>, site: RandomSite, step: Int, keepProbability: Double,
    on processor: Processor
  ) {
    let stream = stream(.dropout, site: site, step: step)
    let rule = DropoutRule(keepProbability: keepProbability)
    mask.withUnsafeMutableBufferPointer { processor.fillMask($0, keeping: rule, from: stream) }
  }
}
