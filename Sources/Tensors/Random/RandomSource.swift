/// Where an experiment's random numbers come from: a value that is passed explicitly and holds all there is
/// to save.
///
/// Two sources exist. `PhiloxSource` answers by name (path, epoch, step) and ignores the order of calls.
/// `TorchSource` answers by the order of calls, as a PyTorch program would see them, and ignores names; so
/// callers must keep to PyTorch's order: parameters in declaration order, masks in the order of the forward
/// pass, one call for every pass over a data set. Code that keeps to both conventions runs with either.
public protocol RandomSource: Sendable {
  /// All there is to know for going on from here, as bytes for a checkpoint.
  var savedState: [UInt8] { get }

  /// The source as it was when its state was saved.
  /// - Throws: `RandomStateError` if the bytes are not a saved state of this kind of source.
  init(savedState: [UInt8]) throws(RandomStateError)

  /// Writes a parameter's first values, uniform in ±bound, in row-major order.
  mutating func initializeUniform(
    _ values: UnsafeMutableBufferPointer<Float>, path: String, bound: Double)

  /// Writes a parameter's first values, normal, in row-major order.
  mutating func initializeNormal(
    _ values: UnsafeMutableBufferPointer<Float>, path: String, mean: Double, standardDeviation: Double)

  /// The order in which an epoch visits `count` samples.
  mutating func epochOrder(of count: Int, epoch: Int) -> [Int]

  /// Says that a pass over a data set in its own order begins, such as a validation.
  ///
  /// PyTorch's data loader draws from the generator at the start of every pass, shuffled or not.
  mutating func beginOrderedPass()

  /// A random order of `count` samples for splitting a data set; `name` says which split.
  mutating func splitOrder(of count: Int, name: String) -> [Int]

  /// Writes 1 where an element is kept and 0 where it is dropped, for one layer at one training step.
  mutating func dropoutMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, site: RandomSite, step: Int, keepProbability: Double)

  /// The same mask, made by a processor where the source can use one.
  mutating func dropoutMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, site: RandomSite, step: Int, keepProbability: Double,
    on processor: Processor)
}

extension RandomSource {
  /// The mask, made by the calling thread: the rule of sources whose numbers follow one another.
  public mutating func dropoutMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, site: RandomSite, step: Int, keepProbability: Double,
    on processor: Processor
  ) {
    dropoutMask(mask, site: site, step: step, keepProbability: keepProbability)
  }
}
