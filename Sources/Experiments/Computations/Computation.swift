import Archive
import Datasets
import Settings
import Tensors

/// Something that is computed without training a network, as a value that holds its options: what a figure of formulas,
/// pictures or small examples draws.
package protocol Computation: Kind {
  /// Computes the arrays; the same bits on every machine.
  ///
  /// - Throws: `RunError.unfitData` when the data are not what it works on.
  func compute(_ context: ComputationContext) throws -> [ComputedGroup]
}

/// The computations that there are.
package enum Computations: Kinds {
  /// What an error calls one of them.
  package static let noun = "computation"
  /// Every one.
  package static let all: [any Kind.Type] = [
    SigmoidOfProduct.self, ActivationCurves.self, PolynomialFits.self, DropoutModes.self,
    DropoutEnsemble.self,
    NormBalls.self, PictureFeatures.self, ErrorSurface.self, BatchNormAverages.self, ConvolutionSteps.self,
    ReceptiveFields.self, ParameterCounts.self, PicturePooling.self,
  ]
  /// Any of them.
  package typealias Value = any Computation
}

/// What a computation works with.
package struct ComputationContext: Sendable {
  /// The data of the configuration, in their parts; `nil` if it names none.
  package let data: Dataset?
  /// Where random numbers come from.
  package let random: PhiloxSource
  /// What computes.
  package let processor: Processor

  /// The data, where they are needed.
  ///
  /// - Throws: `RunError.unfitData` if the configuration names none.
  func requiredData(for computation: String) throws -> Dataset {
    guard let data else {
      throw RunError.unfitData("'\(computation)' needs a 'dataset:' in its configuration")
    }
    return data
  }
}

/// An experiment without training: `compute: { sigmoid-of-product: { inputs: [255, 1] } }`.
public struct ComputationConfiguration: ExperimentSettings {
  /// What it shows, in a few words; no part of its identity.
  public private(set) var title: String
  /// What it works on; `nil` for none.
  public let dataset: DatasetDeclaration?
  /// The seed of its random numbers.
  public let seed: UInt64
  @OneOf<Computations> package private(set) var compute: any Computation

  /// As of every experiment.
  public var data: DatasetDeclaration? { dataset }

  /// Reads `title`, `dataset`, `seed` and `compute`.
  public init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    title = try file.value(.title, default: "", .title)
    dataset = try file.valueIfPresent(.dataset)
    seed = try file.value(.seed, default: 0)
    _compute = try file.value(.compute)
  }

  /// The same settings without the title.
  public var withoutWords: ComputationConfiguration {
    var settings = self
    settings.title = ""
    return settings
  }
}
