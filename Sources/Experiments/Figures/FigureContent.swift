/// What a figure shows: `loss-accuracy: { … }`, `parameters: { … }` or `samples: { … }`.
public enum FigureContent: Decodable, Sendable {
  /// Loss and accuracy per epoch of each run, one row a run.
  case lossAccuracy(LossAccuracy)
  /// Histograms of each run's parameters after its last epoch: a row a run, a column a group.
  case parameters(Parameters)
  /// Random images of a data set, a row a class.
  case samples(Samples)

  /// Options of `loss-accuracy`.
  public struct LossAccuracy: Decodable, Sendable {
    /// The runs.
    var runs: [String]
  }

  /// Options of `parameters`.
  public struct Parameters: Decodable, Sendable {
    /// A row of the grid.
    struct Row: Decodable, Sendable {
      var run: String
      let label: String
    }
    /// A column of the grid.
    struct Column: Decodable, Sendable {
      /// The parameter's path.
      let path: String
      let label: String
    }
    var rows: [Row]
    let columns: [Column]
  }

  /// Options of `samples`.
  public struct Samples: Decodable, Sendable {
    let dataset: DatasetSettings.Name
    /// How many images a class has.
    let count: Int
    let seed: UInt64
  }

  private enum Kind: String, CodingKey, CaseIterable { case lossAccuracy, parameters, samples }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let choice = try SingleChoice<Kind>(from: decoder)
    switch choice.key {
    case .lossAccuracy: self = .lossAccuracy(try choice.options())
    case .parameters: self = .parameters(try choice.options())
    case .samples: self = .samples(try choice.options())
    }
  }

  /// The runs that must be there to draw it.
  public var runs: [String] {
    switch self {
    case .lossAccuracy(let content): content.runs
    case .parameters(let content): content.rows.map(\.run)
    case .samples: []
    }
  }

  /// The same with the document in front of each run's name: `batch-32` becomes `001/batch-32`.
  func qualified(by document: String) -> FigureContent {
    func qualified(_ run: String) -> String { run.contains("/") ? run : "\(document)/\(run)" }
    switch self {
    case .lossAccuracy(var content):
      content.runs = content.runs.map(qualified)
      return .lossAccuracy(content)
    case .parameters(var content):
      for index in content.rows.indices { content.rows[index].run = qualified(content.rows[index].run) }
      return .parameters(content)
    case .samples:
      return self
    }
  }
}
