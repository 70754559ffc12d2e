import Archive
import Experiments
import Foundation
import Settings
import Tensors
import Testing

@Suite struct ComputationTests {
  @Test func anArchiveHoldsWhatWasComputedAndHasAnIdentity() throws {
    let scratch = try Scratch()
    let yaml = "title: Curves\ncompute: { activation-curves: { span: 4 } }"
    let archive = try computedArchive(yaml, scratch)
    #expect(archive.computedNames == ["curves"] && archive.epochs.isEmpty)
    #expect(try archive.modelDigests().isEmpty && archive.resultDigest() == archive.contentDigest)
    #expect(try archive.computedContentDigest() == archive.contentDigest)
    // The same again is the same file; another setting another identity.
    let again = try computedArchive(yaml, scratch, "again")
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: archive.path))
        == Data(contentsOf: URL(fileURLWithPath: again.path)))
    let other = try computedArchive("compute: { activation-curves: { span: 5 } }", scratch, "other")
    #expect(other.identity != archive.identity && other.contentDigest != archive.contentDigest)
    #expect(
      try String(contentsOfFile: scratch("run/metrics.csv"), encoding: .utf8).contains("curves,sigmoid,401"))
  }

  @Test func aFinishedComputationIsUpToDateAndLocked() throws {
    let scratch = try Scratch()
    try scratch.write(
      "compute: { norm-balls: { minimum: [0.5, 1.7], curvature: [1, -0.3, 1], radius: 1 } }",
      to: "configs/001/c.yaml")
    let catalog = try Catalog(root: scratch.path)
    func outcome(fresh: Bool = false) throws -> Reproduction.Outcome {
      try Reproduction(catalog, selection: [], fresh: fresh, library: DatasetLibrary()).perform(
        jobs: 1, threads: 1, interruption: Interruption()
      ) { _, _ in }[0].outcome
    }
    guard case .done(.recorded) = try outcome(), case .upToDate(.equal) = try outcome(),
      case .done(.equal) = try outcome(fresh: true)
    else {
      Issue.record("it is not recorded, up to date and equal")
      return
    }
  }

  @Test func theSigmoidIsSymmetricAndItsSlopeAtMostAQuarter() throws {
    let archive = try computedArchive("compute: activation-curves", Scratch())
    let sigmoid = try computedNumbers(archive, "curves", "sigmoid")
    let slope = try computedNumbers(archive, "curves", "sigmoid-derivative")
    #expect(slope.max() == 0.25 && slope[200] == 0.25 && sigmoid[200] == 0.5)
    for index in 0..<200 { #expect(abs(sigmoid[index] + sigmoid[400 - index] - 1) < 1e-15) }
  }

  /// A polynomial of the highest degree goes through every point; the error on the sample falls with the degree.
  @Test func higherDegreesFitTheSampleBetter() throws {
    let archive = try computedArchive(
      "seed: 1\ncompute: { polynomial-fits: { examples: 9, degrees: [0, 1, 2, 3, 5, 8], noise: 0.3 } }",
      Scratch())
    let errors = try computedNumbers(archive, "errors", "sample")
    #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 >= $1 } && errors[5] < 1e-12)
    // Degree 0 is the mean.
    let y = try computedNumbers(archive, "sample", "y"),
      constant = try computedNumbers(archive, "curves", "degree-0")
    #expect(abs(constant[7] - y.reduce(0, +) / 9) < 1e-14)
  }

  /// The optima lie on the balls, and no point of a fine grid within them has a smaller loss.
  @Test func optimaWithinTheBallsAreSmallest() throws {
    let archive = try computedArchive(
      "compute: { norm-balls: { minimum: [0.5, 1.7], curvature: [1, -0.3, 1], radius: 1 } }", Scratch())
    let (x, y) = (
      try computedNumbers(archive, "optima", "first"), try computedNumbers(archive, "optima", "second")
    )
    let losses = try computedNumbers(archive, "optima", "loss")
    #expect(abs(x[1]) + abs(y[1]) == 1 && abs(x[2] * x[2] + y[2] * y[2] - 1) < 1e-12 && x[1] == 0)
    func loss(_ x: Double, _ y: Double) -> Double {
      let (dx, dy) = (x - 0.5, y - 1.7)
      return dx * dx - 0.6 * dx * dy + dy * dy
    }
    for row in -100...100 {
      for column in -100...100 {
        let (x, y) = (Double(column) / 100, Double(row) / 100)
        if abs(x) + abs(y) <= 1 { #expect(loss(x, y) >= losses[1] - 1e-12) }
        if x * x + y * y <= 1 { #expect(loss(x, y) >= losses[2] - 1e-7) }
      }
    }
  }

  @Test func dropoutChangesOutputsInTrainingModeOnly() throws {
    let archive = try computedArchive(
      """
      dataset: { wiggly-curve: { examples: 3 } }
      compute:
        dropout-modes:
          network: [linear: { outputs: 50 }, dropout: { probability: 0.5 }, linear: { outputs: 4 }]
          passes: 3
      """, Scratch())
    func outputs(_ name: String) throws -> [Double] { try computedNumbers(archive, "outputs", name) }
    #expect(
      try outputs("evaluation-1") == outputs("evaluation-2")
        && outputs("evaluation-2") == outputs("evaluation-3"))
    #expect(
      try outputs("training-1") != outputs("training-2") && outputs("training-2") != outputs("training-3"))
    let training = try computedNumbers(archive, "distances", "training")
    #expect(try computedNumbers(archive, "distances", "evaluation") == [0, 0, 0])
    #expect(training[0] == 0 && training[1] > 0 && training[2] > 0)
  }

  /// More targets than outputs would not fit in the network's memory.
  @Test func targetsThatDoNotFitAreRefused() throws {
    let scratch = try Scratch()
    let file = try scratch.write("x,a,b,c\n1,2,3,4\n", to: "many.csv")
    let error = #expect(throws: RunError.self) {
      try computedArchive(
        """
        dataset: { csv: { training: \(file), targets: [a, b, c] } }
        compute: { dropout-modes: { network: [linear: { outputs: 2 }] } }
        """, scratch)
    }
    #expect(error.map { "\($0)" }?.contains("3 targets") == true)
  }

  @Test func aFreeMinimumWithinTheBallIsTheOptimum() throws {
    let archive = try computedArchive(
      "compute: { norm-balls: { minimum: [0.2, -0.1], curvature: [1, 0, 1], radius: 1 } }", Scratch())
    #expect(try computedNumbers(archive, "optima", "first") == [0.2, 0.2, 0.2])
    #expect(try computedNumbers(archive, "optima", "loss") == [0, 0, 0])
  }

  /// The mean over subnetworks converges to the output in evaluation mode, by the root of their number.
  @Test func theMeanOfSubnetworksIsTheEvaluation() throws {
    let archive = try computedArchive(
      """
      dataset: { wiggly-curve: { examples: 3 } }
      compute:
        dropout-ensemble:
          network: [linear: { outputs: 50 }, dropout: { probability: 0.5 }, linear: { outputs: 4 }]
          members: 4000
      """, Scratch())
    let distance = try computedNumbers(archive, "mean", "distance")
    #expect(distance[0] > 0.1 && distance[3999] < distance[0] / 15 && distance[3999] < 0.05)
  }

  @Test func aPictureIsTakenApart() throws {
    let archive = try computedArchive(
      "dataset: picture\ncompute: { picture-features: { rows: [100, 300], columns: [100, 300] } }", Scratch())
    #expect(try archive.computed("small").values("value")?.shape == [25, 25])
    #expect(try computedNumbers(archive, "histogram", "count").reduce(0, +) == 40_000)
    #expect(try Set(computedNumbers(archive, "edges", "value")) == [0, 255])
    #expect(try archive.computed("corner").values("value")?.shape == [3, 3, 3])
    let error = #expect(throws: RunError.self) {
      try computedArchive(
        "dataset: picture\ncompute: { picture-features: { rows: [0, 500], columns: [0, 10] } }", Scratch())
    }
    #expect(error.map { "\($0)" }?.contains("(3, 400, 400)") == true)
    #expect(throws: RunError.self) {
      try computedArchive("compute: { picture-features: { rows: [0, 5], columns: [0, 5] } }", Scratch())
    }
  }
}
