import Experiments
import Foundation
import Testing

@Suite struct ExperimentConfigurationTests {
  private func error(_ text: String, _ assignments: [String] = []) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.write(text, to: "x.yaml")
    let error = #expect(throws: SettingsError.self) {
      try ExperimentConfiguration(contentsOf: file, assignments: assignments)
    }
    return error.map { "\($0)" } ?? ""
  }

  @Test func defaultsAreFilledIn() throws {
    let configuration = try TinyExperiment.configuration()
    #expect(configuration.seed == 0)
    #expect(configuration.random == .philox)
    #expect(configuration.loss == .crossEntropy)
    #expect(configuration.dataset.divisor == 255)
    #expect(configuration.dataset.limit == nil)
  }

  /// The identity is that of the meaning: defaults written out, another order of keys and comments are the
  /// same run; another value is another one.
  @Test func theIdentityIsThatOfTheMeaning() throws {
    let plain = try TinyExperiment.configuration().identity()
    #expect(try TinyExperiment.configuration(["seed=0", "dataset.divisor=255"]).identity() == plain)
    #expect(try TinyExperiment.configuration(["seed=1"]).identity() != plain)
    #expect(try TinyExperiment.configuration(["optimizer.adam.beta1=0.8"]).identity() != plain)
    #expect(try TinyExperiment.configuration(["dataset.limit=10"]).identity() != plain)
  }

  @Test func everyCommittedConfigurationIsRead() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let catalogue = try Catalogue(root: root.standardizedFileURL.path)
    #expect(catalogue.experiments.contains { $0.name == "001/batch-32" })
    #expect(!catalogue.experiments.contains { $0.name == "001/fashion-mlp" }, "a base is no experiment")
    for entry in catalogue.experiments {
      let configuration = try ExperimentConfiguration(contentsOf: entry.file)
      #expect(try !configuration.json().isEmpty, "\(entry.name)")
    }
    let names = Set(catalogue.experiments.map(\.name))
    for figure in catalogue.figures {
      #expect(names.isSuperset(of: figure.content.runs), "\(figure.name)")
    }
  }

  @Test func unknownKeysNameFileLineAndTheNearestKey() throws {
    let message = try error(TinyExperiment.text("epoch: 3"))
    #expect(message.contains("x.yaml:10"), "\(message)")
    #expect(message.contains("epochs"), "\(message)")
  }

  @Test(arguments: [
    ("epochs=0", "epoch"), ("batch-size=0", "batch"), ("network=[]", "layer"),
    ("dataset.divisor=0", "positive"),
    ("dataset.limit=0", "image"), ("dataset.name=mnits", "mnist"),
    ("optimizer.adam.learning-rate=-1", "positive"),
    ("network=[linear]", "options"), ("network=[relo]", "relu"), ("epochs=three", "epochs"),
    ("record.epochs=sometimes", "automatic"), ("optimizer={ adam: {}, sgd: { learning-rate: 1 } }", "one of"),
    ("random=dice", "philox"), ("loss=none", "cross-entropy"),
  ])
  func impossibleValuesAreExplained(_ assignment: String, _ hint: String) throws {
    let message = try error(TinyExperiment.text(), [assignment])
    #expect(message.contains(hint), "\(message)")
    #expect(message.contains("--set"), "\(message)")
  }
}
