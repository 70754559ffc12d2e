import Settings
import Tensors

/// A data set that configurations can name: a loader, as a value that holds its options.
public protocol DatasetKind: Kind {
  /// Where the data come from: what `reprise data` shows.
  static var supply: DatasetSupply { get }
  /// Where the validation part comes from if the declaration does not say; the test part for most.
  static var validation: DatasetDeclaration.Validation { get }
  /// Reads the whole data set: a training part and, if there are such parts, a validation and a test part.
  ///
  /// - Throws: `DatasetError`, which names every source and what was wrong with it.
  func load(from sources: DatasetSources) throws -> Dataset
}

extension DatasetKind {
  /// The test part.
  public static var validation: DatasetDeclaration.Validation { .test() }
}

/// The data sets that there are.
public enum DatasetKinds: Kinds {
  /// What an error calls one of them.
  public static let noun = "data set"
  /// Every data set.
  public static let all: [any Kind.Type] = [
    FashionMNIST.self, MNIST.self, MNISTCSV.self, CSVDataset.self, SparseRegression.self, WigglyCurve.self,
    PictureDataset.self, ImageFolder.self, GivenData.self,
  ]
  /// Any of them.
  public typealias Value = any DatasetKind
}

/// `given`: data that the program hands to `ExperimentRun` itself.
public struct GivenData: DatasetKind {
  /// `given`.
  public static let kind = "given"
  /// Nowhere to look.
  public static let supply = DatasetSupply.own("data that a program of yours hands over")

  /// It has no options of its own.
  public init() {}

  /// - Throws: `DatasetError.unfit`: there is nothing to read.
  public func load(from sources: DatasetSources) throws -> Dataset {
    throw DatasetError.unfit(
      dataset: Self.kind,
      reason: "these data come from a program of yours, so the tool cannot run the experiment")
  }
}

/// Which data an experiment uses and how it is parted:
/// `fashion-mnist: { divisor: 255, limit: 2000, validation: { random: { fraction: 0.2 } } }`.
public struct DatasetDeclaration: Codable, Sendable {
  /// Where the validation part comes from.
  public enum Validation: Sendable, Equatable {
    /// The parts are those that the data set has: its own validation part, if it has one, and its test part, which is measured
    /// after the last epoch only.
    case given
    /// It is the test part, which then is not measured apart, or the first `limit` examples of it, all if there are
    /// not more; the others are not used.
    ///
    /// Here and below, a validation part that the data set has of its own is not used.
    case test(limit: Int? = nil)
    /// A random part of the training examples: this fraction of them, rounded to a whole number.
    ///
    /// The order is `RandomSource.splitOrder` of Philox under this seed; its end validates, and the rest trains, in
    /// that order.
    case random(fraction: Double, seed: UInt64)
    /// The training examples at these indices; the others train, in their order.
    case range(Range<Int>)
  }

  /// The data set.
  public let kind: any DatasetKind
  /// What a byte is divided by, in Float, to become a number: 255 scales to 0…1, 1 leaves 0…255. Data that are numbers
  /// already take no other than 255, which leaves them as they are.
  public let divisor: Double
  /// Whether a network sees an example as one row of numbers; otherwise in its own shape, as convolutions take it.
  public let flatten: Bool
  /// How many training examples are used, the first ones after the validation part is taken out; all of them if
  /// `nil`.
  public let limit: Int?
  /// Where the validation part comes from.
  public let validation: Validation

  /// A declaration in code; without `validation`, what is usual for the kind.
  public init(
    _ kind: any DatasetKind, divisor: Double = 255, flatten: Bool = true, limit: Int? = nil,
    validation: Validation? = nil
  ) {
    self.kind = kind
    self.divisor = divisor
    self.flatten = flatten
    self.limit = limit
    self.validation = validation ?? type(of: kind).validation
  }

  /// The data set in its declared parts.
  ///
  /// - Parameter whole: What the kind's `load` gave.
  /// - Throws: `DatasetError.unfit` when the declaration does not fit the data.
  public func parts(of whole: Dataset) throws -> Dataset {
    var (training, validation, test) = (whole.training, whole[.test], whole[.test])
    switch self.validation {
    case .given: validation = whole[.validation]
    case .test(let limit):
      validation = limit.map { validation?.prefix($0) } ?? validation
      test = nil
    case .random(let fraction, let seed):
      let count = Int((Double(training.count) * fraction).rounded())
      let order = PhiloxSource(seed: seed).splitOrder(of: training.count, name: "validation")
      validation = training.selecting(Array(order[(order.count - count)...]))
      training = training.selecting(Array(order[..<(order.count - count)]))
    case .range(let range):
      guard range.clamped(to: 0..<training.count) == range else {
        throw DatasetError.unfit(
          dataset: whole.name,
          reason: "validation takes examples \(range.lowerBound) to \(range.upperBound - 1), and there are "
            + "\(training.count)")
      }
      validation = training.selecting(range)
      training = training.selecting((0..<training.count).filter { !range.contains($0) })
    }
    func numbers(_ examples: Examples) throws -> Examples {
      guard !examples.inputsAreBytes else { return examples.dividing(by: divisor) }
      guard divisor == 255 else {
        throw DatasetError.unfit(
          dataset: whole.name, reason: "its inputs are numbers, not bytes: leave the option 'divisor' out")
      }
      return examples
    }
    return try Dataset(
      name: whole.name, training: numbers(training.prefix(limit ?? .max)),
      validation: validation.map(numbers),
      test: test.map(numbers), origins: whole.origins)
  }

  /// The shape in which a network sees one of these examples.
  public func inputShape(of examples: Examples) -> Shape {
    flatten ? [examples.shape.count] : examples.shape
  }
}

extension DatasetDeclaration {
  /// The options that every data set has.
  private struct CommonOptions: Encodable {
    let divisor: Double
    let flatten: Bool
    let limit: Int?
    let validation: Validation

    private enum CodingKeys: String, CodingKey { case divisor, flatten, limit, validation }

    init(_ declaration: DatasetDeclaration) {
      divisor = declaration.divisor
      flatten = declaration.flatten
      limit = declaration.limit
      validation = declaration.validation
    }

    init(from decoder: any Decoder, validation usual: Validation) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      divisor = try options.value(
        .divisor, default: 255, Rule("positive, as a Float too") { Float($0) > 0 && Float($0).isFinite })
      flatten = try options.value(.flatten, default: true)
      limit = try options.valueIfPresent(.limit, .atLeast(1))
      validation = try options.value(.validation, default: usual)
    }
  }

  /// A kind's own options and those that all have, in one mapping.
  private struct Block<Options: DatasetKind>: Codable {
    let kind: Options
    let common: CommonOptions

    init(_ kind: Options, _ common: CommonOptions) {
      self.kind = kind
      self.common = common
    }

    init(from decoder: any Decoder) throws {
      kind = try Options(from: decoder)
      common = try CommonOptions(from: decoder, validation: Options.validation)
    }

    func encode(to encoder: any Encoder) throws {
      try kind.encode(to: encoder)
      try common.encode(to: encoder)
    }
  }

  /// Reads the data set's name and, in one mapping, its own options and those of every data set.
  public init(from decoder: any Decoder) throws {
    let choice = try Choice(from: decoder, of: DatasetKinds.noun, among: DatasetKinds.names)
    guard let type = DatasetKinds.all.first(where: { $0.kind == choice.name }) as? any DatasetKind.Type else {
      preconditionFailure("'\(choice.name)' is in the list of data sets and is none")
    }
    self = try Self.read(type, choice)
  }

  private static func read<Options: DatasetKind>(
    _ type: Options.Type, _ choice: Choice
  ) throws -> DatasetDeclaration {
    let block = try choice.options(Block<Options>.self)
    return DatasetDeclaration(
      block.kind, divisor: block.common.divisor, flatten: block.common.flatten, limit: block.common.limit,
      validation: block.common.validation)
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    func write(_ kind: some DatasetKind) throws {
      try Choice.encode(type(of: kind).kind, options: Block(kind, CommonOptions(self)), to: encoder)
    }
    try write(kind)
  }
}

extension DatasetDeclaration.Validation: Codable {
  private struct TestOptions: Codable {
    let limit: Int?

    init(limit: Int?) { self.limit = limit }

    init(from decoder: any Decoder) throws {
      limit = try decoder.container(keyedBy: CodingKeys.self).valueIfPresent(.limit, .atLeast(1))
    }
  }

  private struct RandomOptions: Codable {
    let fraction: Double
    let seed: UInt64

    init(fraction: Double, seed: UInt64) {
      self.fraction = fraction
      self.seed = seed
    }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      fraction = try options.value(.fraction, Rule("above 0 and below 1") { $0 > 0 && $0 < 1 })
      seed = try options.value(.seed, default: 0)
    }
  }

  private struct RangeOptions: Codable {
    let from: Int
    let to: Int

    init(_ range: Range<Int>) { (from, to) = (range.lowerBound, range.upperBound) }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      let start = try options.value(.from, .atLeast(0))
      from = start
      to = try options.value(.to, Rule("above 'from', \(start)") { $0 > start })
    }
  }

  /// Reads `given`, `test`, `test: { limit: 3430 }`, `random: { fraction: 0.2, seed: 0 }` or
  /// `range: { from: 48000, to: 60000 }`; `to` is not in it.
  public init(from decoder: any Decoder) throws {
    let choice = try Choice(
      from: decoder, of: "validation part", among: ["given", "test", "random", "range"])
    switch choice.name {
    case "random":
      let options = try choice.options(RandomOptions.self)
      self = .random(fraction: options.fraction, seed: options.seed)
    case "range":
      let options = try choice.options(RangeOptions.self)
      self = .range(options.from..<options.to)
    case "test": self = .test(limit: try choice.options(TestOptions.self).limit)
    default:
      _ = try choice.options([String: String].self)
      self = .given
    }
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .given: try Choice.encode("given", to: encoder)
    case .test(let limit): try Choice.encode("test", options: TestOptions(limit: limit), to: encoder)
    case .random(let fraction, let seed):
      try Choice.encode("random", options: RandomOptions(fraction: fraction, seed: seed), to: encoder)
    case .range(let range): try Choice.encode("range", options: RangeOptions(range), to: encoder)
    }
  }
}
