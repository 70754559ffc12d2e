import Datasets
import Experiments
import Foundation
import Networks
import Tensors
import Testing

/// What a run writes lies between the two bounds, and is refused or told where it does not fit.
@Suite struct ArchiveSpaceTests {
  private func space(_ set: [String]) throws -> (ArchiveSpace, ExperimentConfiguration, checkpoint: Double) {
    let configuration = try TinyExperiment.configuration(set)
    let graph = try Graph<Float>(
      input: configuration.dataset.inputShape(of: TinyExperiment.data.training), layer: configuration.network)
    _ = try configuration.loss.record(on: graph, targets: .classes)
    let needs = try TrainingMemory(configuration, TinyExperiment.data, graph)
    return (
      ArchiveSpace(configuration, TinyExperiment.data, graph, needs), configuration,
      Double(needs.checkpointByteCount)
    )
  }

  @Test(arguments: [
    [], ["epochs=40"], ["record={ probe: 0, epochs: none, states: none }"], ["record.states=all"],
    ["record.best=loss", "record.step-losses=1"],
    ["optimizer={ sgd: { learning-rate: 0.1 } }", "record.probe=30"],
    ["network=[linear: { outputs: 2000 }, relu, linear: { outputs: 3 }]"],
  ])
  func theBoundsHold(_ set: [String]) throws {
    let scratch = try Scratch()
    let (space, configuration, checkpoint) = try space(set)
    // What is there before the archive is made, and the archive.
    var before = 0.0
    func size(_ path: String) throws -> Double {
      Double(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
    }
    try TinyExperiment.run(scratch("run"), set).perform(on: Processor()) { event in
      guard case .doing(.writingArchive) = event else { return }
      let paths = (0...configuration.epochs).map {
        scratch("run/epochs/" + String(repeating: "0", count: 6 - "\($0)".count) + "\($0).h5")
      }
      before = (try? (paths + [scratch("run/checkpoint")]).reduce(0) { try $0 + size($1) }) ?? .nan
    }
    #expect(space.least <= before + checkpoint)
    #expect(try before + size(scratch("run/run.h5")) <= space.most)
    #expect(space.least > 0.3 * before - 200_000, "\(space.least) of \(before)")
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let (space, _, _) = try space([])
    #expect(try space.problem(in: "runs/a", free: space.most) == nil)
    #expect(
      try space.problem(in: "runs/a", free: space.most - 1)!.hasPrefix("training may write as much as "))
    let error = #expect(throws: RunError.self) { try space.problem(in: "runs/a", free: space.least - 1) }
    #expect("\(error!)".hasPrefix("runs/a: training writes at least "))
    #expect("\(error!)".hasSuffix("or choose another directory with --output"))
    _ = try space.problem(in: "a/directory/that/is/not/there")
  }

  /// A million epochs and a list of a thousand are counted at once.
  @Test func longRunsAreCounted() throws {
    let list = stride(from: 0, to: 1_000_000, by: 1000).map(String.init).joined(separator: ", ")
    let (space, _, _) = try space(["epochs=1000000", "record.epochs=[\(list)]"])
    #expect(space.least > 1000 * 600)
    _ = try self.space(["epochs=1000000", "record.epochs=all", "record.states=all"])
  }
}
