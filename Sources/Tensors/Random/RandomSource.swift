/// Where an experiment's random numbers come from: a value that is passed explicitly and holds all there is
/// to save.
///
/// Two sources exist. `PhiloxSource` answers by name (path, epoch, step) and ignores the order of calls.
/// `TorchSource` answers by the order of calls, as a PyTorch program would see them, and ignores names; so
/// callers must keep to PyTorch's order: parameters in declaration order, masks in the order of the forward
/// pass, one order for every shuffled pass over a data set. Code that keeps to both conventions runs with either.
public protocol RandomSource: Sendable {
  /// All there is to know for going on from here, as bytes for a checkpoint.
  var savedState: [UInt8] { get }

  /// The source as it was when its state was saved.
  /// - Throws: `RandomStateError` if the bytes are not a saved state of this kind of source.
  init(savedState: [UInt8]) throws(RandomStateError)

  /// Writes a parameter's first values, uniform in ±bound, in row-major order.
  mutating func initializeUniform(_ values: inout MutableSpan<Float>, path: String, bound: Double)

  /// Writes a parameter's first values, normal, in row-major order.
  mutating func initializeNormal(
    _ values: inout MutableSpan<Float>, path: String, mean: Double, standardDeviation: Double)

  /// The order in which an epoch visits `count` samples.
  mutating func epochOrder(of count: Int, epoch: Int) -> [Int]

  /// A random order of `count` samples for splitting a data set; `name` says which split.
  mutating func splitOrder(of count: Int, name: String) -> [Int]

  /// Writes 1 where an element is kept and 0 where it is dropped, for one layer at one training step.
  ///
  /// - Parameter processor: Computes the mask where its numbers do not follow one another.
  mutating func dropoutMask(
    _ mask: inout MutableSpan<UInt8>, site: RandomSite, step: Int, keepProbability: Double,
    on processor: Processor)
}

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

/// Bytes that are not the saved state of a source of random numbers.
public struct RandomStateError: Error, Equatable, CustomStringConvertible {
  /// The kind of source that was to be restored.
  public let kind: RandomSourceKind
  /// What is wrong with the bytes.
  public let reason: String

  /// What happened and the way out.
  public var description: String {
    "cannot restore the random numbers' state (\(kind.rawValue)): \(reason); "
      + "restore it from an earlier checkpoint or run the experiment again"
  }
}

/// The bytes of a saved state: an eight-letter tag, then little-endian numbers.
struct RandomStateBytes {
  let kind: RandomSourceKind
  private(set) var bytes: [UInt8]

  /// Starts the state of one kind of source.
  init(_ kind: RandomSourceKind) {
    self.kind = kind
    bytes = Self.tag(of: kind)
  }

  /// Opens a saved state; the size in bytes is that of the numbers after the tag.
  init(_ kind: RandomSourceKind, reading saved: [UInt8], size: Int) throws(RandomStateError) {
    let tag = Self.tag(of: kind)
    guard saved.starts(with: tag) else {
      throw RandomStateError(kind: kind, reason: "the bytes do not start with its tag")
    }
    guard saved.count == tag.count + size else {
      throw RandomStateError(
        kind: kind, reason: "there are \(saved.count) bytes and not \(tag.count + size)")
    }
    self.kind = kind
    bytes = Array(saved.dropFirst(tag.count))
  }

  private static func tag(of kind: RandomSourceKind) -> [UInt8] {
    switch kind {
    case .philox: Array("philox-1".utf8)
    case .torch: Array("torch--1".utf8)
    }
  }

  /// Appends a number.
  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The number at an offset from the end of the tag.
  func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type = Number.self) -> Number {
    bytes[offset..<offset + Number.bitWidth / 8].reversed().reduce(0) { $0 << 8 | Number($1) }
  }
}
