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
    NormBallsFigure.self,
  ]
  /// Any of them.
  package typealias Value = any FigureKind
}

/// An experiment of a figure and what it is called there.
package struct LabeledRun: Codable, Sendable, Equatable {
  /// The experiment: `batch-32`, or `001/batch-32` for another document's; with several seeds all its runs.
  let run: String
  /// What the figure calls it.
  let label: String
}
