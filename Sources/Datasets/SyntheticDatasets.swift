import Settings
import Tensors

/// `sparse-regression: { features: 40, informative: 4, examples: 60, noise: 0.5, seed: 0 }`: y = w · x + noise, where few
/// weights are not 0.
///
/// x (features,) and the noise are standard normal draws of Philox's stream (data generation, `sparse-regression/…`);
/// w · x is one chain of fused multiply-adds in ascending order. Few features carry the target, so a
/// penalty that leaves the others out can be told from one that only makes them small.
public struct SparseRegression: DatasetKind, Equatable {
  /// `sparse-regression`.
  public static let kind = "sparse-regression"
  /// No files.
  public static let supply = DatasetSupply.computed

  /// Inputs of an example.
  public let features: Int
  /// How many of them the target depends on.
  public let informative: Int
  /// Examples of the training part; the test part has ten times as many.
  public let examples: Int
  /// The standard deviation of what is added to the target.
  public let noise: Double
  /// The seed of the draws.
  public let seed: UInt64

  /// Reads the options.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let features = try options.value(.features, default: 40, .within(1...100_000))
    self.features = features
    informative = try options.value(.informative, default: 4, .within(1...features))
    examples = try options.value(.examples, default: 60, .within(1...(1 << 26) / features))
    noise = try options.value(.noise, default: 0.5, .notNegativeFloat)
    seed = try options.value(.seed, default: 0)
  }

  /// The weights that the targets are made with: (−1)ⁱ · (1 + i/2) at every (features / informative)-th place from 0,
  /// i = 0, 1, …; +0 elsewhere.
  public var weights: [Float] {
    var weights = [Float](repeating: 0, count: features)
    for i in 0..<informative {
      weights[i * (features / informative)] = (i.isMultiple(of: 2) ? 1 : -1) * (1 + Float(i) / 2)
    }
    return weights
  }

  /// Draws the two parts.
  public func load(from sources: DatasetSources) throws -> Dataset {
    try Dataset(
      name: Self.kind, training: part("training", count: examples), test: part("test", count: 10 * examples))
  }

  private func part(_ name: String, count: Int) throws -> Examples {
    func normal(_ what: String, _ count: Int, _ deviation: Double) -> [Float] {
      let site = RandomSite(path: "\(Self.kind)/\(name)/\(what)")
      var values = [Float](repeating: 0, count: count)
      values.withUnsafeMutableBufferPointer {
        PhiloxSource(seed: seed).stream(.dataGeneration, site: site).fillNormal(
          $0, standardDeviation: deviation)
      }
      return values
    }
    let inputs = normal("inputs", count * features, 1), noise = normal("noise", count, self.noise)
    let weights = weights
    let targets = (0..<count).map { row in
      (0..<features).reduce(Float(0)) { $0.addingProduct(weights[$1], inputs[row * features + $1]) }
        + noise[row]
    }
    return try Examples(
      inputs: Tensor(inputs, shape: [count, features]), targets: .values(targets, shape: [1]), name: Self.kind
    )
  }
}

/// `wiggly-curve: { examples: 200 }`: y = sin 3πx · (1 − x²/2) + sin 9πx / 4 at evenly spaced x in −1…1.
///
/// Computed in Double and rounded once. The test part has the same curve at twice as many places.
public struct WigglyCurve: DatasetKind, Equatable {
  /// `wiggly-curve`.
  public static let kind = "wiggly-curve"
  /// No files.
  public static let supply = DatasetSupply.computed

  /// Examples of the training part.
  public let examples: Int

  /// Reads `examples` (200).
  public init(from decoder: any Decoder) throws {
    examples = try decoder.container(keyedBy: CodingKeys.self).value(
      .examples, default: 200, .within(2...1_000_000))
  }

  /// The curve's value at a place.
  public static func value(at x: Double) -> Double {
    (3 * Double.pi * x).sine * (1 - x * x / 2) + (9 * Double.pi * x).sine / 4
  }

  /// Computes the two parts.
  public func load(from sources: DatasetSources) throws -> Dataset {
    func part(_ count: Int) throws -> Examples {
      let places = (0..<count).map { -1 + 2 * Double($0) / Double(count - 1) }
      return try Examples(
        inputs: Tensor(places.map { Float($0) }, shape: [count, 1]),
        targets: .values(places.map { Float(Self.value(at: $0)) }, shape: [1]), name: Self.kind)
    }
    return try Dataset(name: Self.kind, training: part(examples), test: part(2 * examples))
  }
}
