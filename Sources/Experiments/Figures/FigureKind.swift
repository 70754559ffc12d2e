import Reporting
import Settings

/// A kind of figure, as a value that holds its options: which runs it needs, and how it is drawn from archives, data
/// sets or computed values.
package protocol FigureKind: Kind {
  /// The experiments that must be finished before it can be drawn, as they are written: `batch-32`, `001/batch-32`.
  var runs: [String] { get }

  /// The figure.
  ///
  /// - Throws: `RunError`, `ArchiveError`, `DatasetError`, `FigureError`.
  func figure(_ context: FigureContext) throws -> any Figure
}

extension FigureKind {
  /// None.
  package var runs: [String] { [] }
}

/// The kinds of figure that there are.
package enum FigureKinds: Kinds {
  /// What an error calls one of them.
  package static let noun = "figure"
  /// Every kind.
  package static let all: [any Kind.Type] = [
    MetricsFigure.self, MetricCurvesFigure.self, MetricBarsFigure.self, StepLossesFigure.self,
    ParametersFigure.self, ParameterElementsFigure.self, GradientNormsFigure.self, PredictionsFigure.self,
    OutputsFigure.self, SamplesFigure.self, ExamplesFigure.self, DatasetTableFigure.self, SharesFigure.self,
    ComputedCurvesFigure.self, ComputedTableFigure.self, ComputedPicturesFigure.self, PixelTableFigure.self,
    MatricesFigure.self, NormBallsFigure.self, ContoursFigure.self, FiltersFigure.self,
    FeatureMapsFigure.self,
    AugmentedFigure.self, AttackFigure.self, DistanceFigure.self,
  ]
  /// Any of them.
  package typealias Value = any FigureKind
}

/// Which of `count` points a curve takes, so that a script with several of them stays below 60 kB: all of up to 152,
/// otherwise every second one, every third one, and so on, and the last.
func thinned(_ count: Int) -> [Int] {
  let step = max(1, (count + 149) / 151)
  return (0..<count).filter { $0 % step == 0 || $0 == count - 1 }
}

/// An experiment of a figure and what it is called there.
package struct LabeledRun: Codable, Sendable, Equatable {
  /// The experiment: `batch-32`, or `001/batch-32` for another document's; with several seeds all its runs.
  let run: String
  /// What the figure calls it.
  let label: String
}
