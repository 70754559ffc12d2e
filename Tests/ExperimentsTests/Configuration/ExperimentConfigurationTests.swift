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

  /// What came later is not part of an identity where it has its default.
  @Test func laterKeysKeepOldIdentities() throws {
    let plain = try TinyExperiment.configuration()
    let defaults = ["schedule=constant", "penalties=[]"]
    #expect(try TinyExperiment.configuration(defaults).json() == plain.json())
    #expect(
      try plain.json() == """
        {"batch-size":16,"dataset":{"divisor":255,"name":"fashion-mnist"},"epochs":3,"loss":"cross-entropy",\
        "network":[{"hidden":[{"linear":{"bias":true,"outputs":8}},{"relu":{}}]},\
        {"output":[{"linear":{"bias":true,"outputs":3}}]}],\
        "optimizer":{"adam":{"beta1":0.9,"beta2":0.999,"epsilon":1e-8,"learning-rate":0.01,"weight-decay":0}},\
        "random":"philox","record":{"epochs":"automatic","probe":7},"seed":0,"title":"A tiny network"}
        """)
    for set in [
      "schedule={ step: { size: 3 } }", "penalties=[l1: { weight: 1 }]", "clip={ value: 1 }", "loss=bce",
    ] {
      let other = try TinyExperiment.configuration([set])
      #expect(try other.identity() != plain.identity(), "\(set)")
      let scratch = try Scratch()
      let again = try ExperimentConfiguration(contentsOf: scratch.write(other.json(), to: "again.yaml"))
      #expect(try again.json() == other.json(), "\(set)")
    }
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
    ("schedule={ cosine: {} }", "epochs"), ("schedule={ plateau: { factor: 2 } }", "below 1"),
    ("penalties=[l3: { weight: 1 }]", "l2-norm"), ("penalties=[l1: { weight: 0 }]", "positive"),
    ("clip={ norm: 1, value: 1 }", "either"), ("clip={ norm: -1 }", "positive"),
    ("optimizer={ sgd: { learning-rate: 1, nesterov: true } }", "momentum"), ("random=dice", "philox"),
    ("loss=none", "cross-entropy"),
    ("network=[linear: { outputs: 1000000000000 }]", "1,048,576"),
    ("network=[conv-2d: { outputs: 4, kernel: 100000 }]", "255"),
    ("network=[max-pool-2d: { kernel: 100000 }]", "1024"),
  ])
  func impossibleValuesAreExplained(_ assignment: String, _ hint: String) throws {
    let message = try error(TinyExperiment.text(), [assignment])
    #expect(message.contains(hint), "\(message)")
    #expect(message.contains("--set"), "\(message)")
  }
}
