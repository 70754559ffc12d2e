import Archive
import Datasets
import Experiments
import Files
import Foundation
import Tensors
import Testing

@Suite struct RunComparisonTests {
  private func run(_ scratch: Scratch, _ name: String, _ set: [String] = []) throws -> RunArchive {
    try TinyExperiment.run(scratch(name), set).perform(on: Processor())
  }

  /// Two runs of the tiny experiment, the second one with further assignments.
  private func compare(_ scratch: Scratch, _ set: [String], both: [String] = []) throws -> RunComparison {
    try RunComparison(run(scratch, "a", both), run(scratch, "b", both + set))
  }

  /// The keys that differ: `changed seed 0 4`.
  private func keys(_ keys: [KeyDifference]) -> [String] {
    keys.map { key in
      ([key.kind, key.key] + [key.a, key.b].compactMap { $0 }).joined(separator: " ")
    }
  }

  @Test func theSameRunTwiceIsTheSame() throws {
    let comparison = try compare(Scratch(), [], both: ["record.step-losses=2"])
    #expect(comparison.isSame && comparison.contents.isEmpty)
    #expect(comparison.configuration.isEmpty && comparison.identity.isEmpty)
    #expect(comparison.models?.parted == nil && comparison.models?.epochs == 4)
    #expect(comparison.distances.count == 16, "4 epochs, 4 parameters")
    #expect(comparison.distances.allSatisfy { $0.distance.differing == 0 })
    #expect(
      comparison.parts.map(\.part) == [
        .parameters, .metrics, .gradientNorms, .series, .activations, .states,
      ])
    #expect(comparison.parts.allSatisfy { $0.isSame })
    #expect(comparison.text().hasSuffix("\nEvery bit of the contents is the same.\n"))
  }

  @Test func anotherSeedPartsBeforeTraining() throws {
    let scratch = try Scratch()
    let comparison = try compare(scratch, ["seed=4"])
    #expect(!comparison.isSame)
    #expect(keys(comparison.configuration) == ["added seed 4"])
    #expect(comparison.models?.parted == 0 && comparison.models?.kept == 0)
    let place = try #require(comparison[.parameters]?.first)
    #expect(place.epoch == 0 && place.name == "hidden/linear/weight" && place.index == [0, 0])
    let a = try RunArchive(scratch("a/run.h5")), b = try RunArchive(scratch("b/run.h5"))
    let x = try #require(try a.parameter(place.name, at: 0).floats)[0]
    let y = try #require(try b.parameter(place.name, at: 0).floats)[0]
    #expect(place.a == .float(x) && place.b == .float(y) && place.ulps == ULPDistance(x, y))
    #expect(comparison[.metrics]?.first?.epoch == 0 && comparison[.activations]?.first?.epoch == 0)
    #expect(comparison[.gradientNorms]?.first?.name == "hidden/linear/weight")
    let last = try #require(comparison.distances.last)
    #expect(last.epoch == 3 && last.name == "output/linear/bias")
    #expect(
      try last.distance
        == TensorDistance(a.parameter(last.name, at: 3), b.parameter(last.name, at: 3)))
    for line in [
      "  added  seed  4", "The models part at epoch 0.",
      "Parameters part at epoch 0: hidden/linear/weight[0, 0] is \(x) in A, \(y) in B, ",
    ] { #expect(comparison.text().contains(line), "\(line)") }
  }

  /// Epoch 0 is the same; the first parameters that both keep come later.
  @Test func anotherLearningRatePartsAtTheFirstStep() throws {
    let comparison = try compare(
      Scratch(), ["optimizer.adam.learning-rate=0.02"],
      both: ["record.epochs=[0, 3]", "record.step-losses=1", "record.states=none"])
    #expect(keys(comparison.configuration) == ["changed optimizer.adam.learning-rate 0.01 0.02"])
    #expect(comparison.identity.isEmpty, "the configuration says it")
    #expect(comparison.models?.parted == 1 && comparison.models?.kept == 3)
    #expect(comparison[.parameters]?.first?.epoch == 3 && comparison[.parameters]?.epochs == [0, 3])
    #expect(comparison[.metrics]?.first?.name == "learning_rate")
    let series = try #require(comparison[.series]?.first)
    #expect(series.name == "loss" && series.epoch == 1 && series.index == [1], "the first step is the same")
    #expect(comparison[.states]?.first?.name == "optimizer/first-moment")
    #expect(
      comparison.text().contains(
        "part at epoch 1; the first epoch from there on whose parameters both keep is 3."))
  }

  @Test func aLongerRunIsComparedAsFarAsBothGo() throws {
    let comparison = try compare(Scratch(), ["epochs=4"])
    #expect(!comparison.isSame)
    #expect(keys(comparison.configuration) == ["changed epochs 3 4"])
    #expect(comparison.models?.parted == nil && comparison.models?.epochs == 4)
    #expect(comparison.epochsOnlyInA.isEmpty && comparison.epochsOnlyInB == [4])
    for part in comparison.parts { #expect(part.first == nil, "\(part.part)") }
    #expect(comparison.text().contains("Only in B: epochs 4\n"))
    #expect(comparison.text().contains("Parameters are the same at all 4 epochs that both have."))
  }

  @Test func epochsThatOnlyOneKeepsAreNamed() throws {
    let scratch = try Scratch()
    let comparison = try RunComparison(
      run(scratch, "a", ["record.epochs=[0, 1]", "record.states=[2]"]),
      run(scratch, "b", ["record.epochs=[0]", "record.states=none"]))
    let parameters = try #require(comparison[.parameters])
    #expect(parameters.epochs == [0, 3] && parameters.epochsOnlyInA == [1, 2] && parameters.first == nil)
    #expect(!comparison.isSame && comparison.models?.parted == nil)
    for line in ["Only in A: parameters after epochs 1, 2\n", "Only in A: states after epochs 2\n"] {
      #expect(comparison.text().contains(line), "\(line)")
    }
  }

  /// The test part is measured after the last epoch only, which is not the same one.
  @Test func testMetricsOfAShorterRunAreNotComparedWithNothing() throws {
    let scratch = try Scratch()
    let archives = try ["3", "4"].map { epochs in
      try ExperimentRun(
        TinyRegression.configuration(["epochs=\(epochs)"]), data: TinyRegression.data,
        directory: scratch(epochs)
      ).perform(on: Processor())
    }
    let metrics = try RunComparison(archives[0], archives[1])[.metrics]
    #expect(metrics?.first == nil && metrics?.compared == archives[0].metrics.count - 1)
  }

  @Test func anotherNetworkIsComparedWhereNamesAndShapesAgree() throws {
    let network =
      "network=[hidden: [linear: { outputs: 6 }, relu], output: [linear: { outputs: 3 }], more: [linear: { outputs: 3 }]]"
    let comparison = try compare(Scratch(), [network])
    let parameters = try #require(comparison[.parameters])
    #expect(
      parameters.otherShapes.map(\.name) == [
        "hidden/linear/weight", "hidden/linear/bias", "output/linear/weight",
      ])
    #expect(
      parameters.otherShapes[0].a == "float32 (8, 16)" && parameters.otherShapes[0].b == "float32 (6, 16)")
    #expect(parameters.compared == 1 && parameters.onlyInA.isEmpty)
    #expect(parameters.onlyInB == ["more/linear/weight", "more/linear/bias"])
    #expect(Set(comparison.distances.map(\.name)) == ["output/linear/bias"])
    #expect(keys(comparison.configuration).contains("changed network.0.hidden.0.linear.outputs 8 6"))
    #expect(comparison.text().contains("Only in B: parameters more/linear/weight, more/linear/bias\n"))
  }

  @Test func aTitleIsADifferenceOfTheConfigurationAlone() throws {
    let comparison = try compare(Scratch(), ["title=Another"])
    #expect(!comparison.isSame)
    #expect(keys(comparison.configuration) == [#"changed title "A tiny network" "Another""#])
    #expect(comparison.contents.map(\.name) == ["config"])
    #expect(comparison.parts.allSatisfy { $0.isSame })
  }

  @Test func otherDataAreAKeyOfTheIdentity() throws {
    let scratch = try Scratch()
    let fewer = try Dataset(
      name: "tiny", training: TinyExperiment.data.training.prefix(90),
      validation: TinyExperiment.data[.validation])
    let other = try TinyExperiment.run(scratch("b"), data: fewer).perform(on: Processor())
    let comparison = try RunComparison(run(scratch, "a"), other)
    #expect(comparison.configuration.isEmpty)
    #expect(comparison.identity.map(\.key) == ["data.training"])
    #expect(comparison[.states]?.first?.name == "step")
  }

  @Test func computedArrays() throws {
    let scratch = try Scratch()
    func archive(_ name: String, _ weights: String) throws -> RunArchive {
      try computedArchive(
        "compute: { sigmoid-of-product: { inputs: [2], weights: \(weights) } }", scratch, name)
    }
    let a = try archive("a", "[-1, 0, 1]"), b = try archive("b", "[-1, 0, 3]"),
      c = try archive("c", "[-1, 0]")
    let same = try RunComparison(a, a)
    #expect(same.isSame && same.models == nil && same.parts.map(\.part) == [.computed])
    let comparison = try RunComparison(a, b)
    let place = try #require(comparison[.computed]?.first)
    #expect(place.epoch == nil && place.name == "table-1/weight" && place.index == [2])
    #expect(place.a == .double(1) && place.b == .double(3) || place.a == .float(1) && place.b == .float(3))
    #expect(comparison.distances.contains { $0.name == "table-1/sigmoid" && $0.distance.differing == 1 })
    #expect(try RunComparison(a, c)[.computed]?.otherShapes.first?.name.hasPrefix("table-1/") == true)
    let mixed = try RunComparison(a, run(scratch, "trained"))
    #expect(!mixed.isSame && mixed.models == nil && mixed.epochsOnlyInB == [0, 1, 2, 3])
    #expect(mixed[.computed]?.onlyInA == ["table-1", "curve-1"] && mixed[.metrics]?.onlyInB.isEmpty == false)
  }
}
