import Datasets
import Experiments
import Foundation
import Networks
import Settings
import Tensors
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
    #expect(type(of: configuration.loss).kind == "cross-entropy")
    #expect(type(of: configuration.schedule).kind == "constant")
    #expect(configuration.dataset.divisor == 255 && configuration.dataset.limit == nil)
    #expect(configuration.record.probe == 7 && configuration.record.states == .automatic)
  }

  private func identity(_ assignments: [String] = [], data: [String: String] = ["training": "x"]) throws
    -> Digest
  {
    try RunIdentity(TinyExperiment.configuration(assignments), data: data).digest
  }

  /// The identity is that of the meaning: defaults written out, another order of keys, comments and words are the
  /// same run; another value is another one, and so are other data.
  @Test func theIdentityIsThatOfTheMeaning() throws {
    let plain = try identity()
    for same in [
      "seed=0", "loss=cross-entropy", "optimizer.adam.beta1=0.9", "schedule=constant", "penalties=[]",
      "title=Another title", "record.states=automatic", "dataset.fashion-mnist.validation=test",
      "dataset.fashion-mnist.divisor=255",
      "expect={ initial-model: \(String(repeating: "a", count: 64)) }",
    ] {
      #expect(try identity([same]) == plain, "\(same)")
    }
    for other in [
      "seed=1", "optimizer.adam.beta1=0.8", "dataset.fashion-mnist.limit=10", "record.probe=8",
      "random=torch",
      "schedule={ step: { size: 3 } }", "penalties=[l1: { weight: 1 }]", "clip={ value: 1 }", "loss=bce",
      "dataset.fashion-mnist.divisor=1",
    ] {
      #expect(try identity([other]) != plain, "\(other)")
    }
    #expect(try identity(data: ["training": "y"]) != plain)
    #expect(try identity(data: ["training": "x", "test": "z"]) != plain)
  }

  /// Its text is a JSON object whose SHA-256 any program can take.
  @Test func theIdentityIsATextOfFourParts() throws {
    let identity = try RunIdentity(
      TinyExperiment.configuration(), data: ["training": "a", "validation": "b"])
    #expect(
      identity.text == """
        {"contract":1,"data":{"training":"a","validation":"b"},"random-layout":1,"settings":\
        {"batch-size":16,"dataset":{"fashion-mnist":{}},"epochs":3,\
        "network":[{"hidden":[{"linear":{"outputs":8}},{"relu":{}}]},{"output":[{"linear":{"outputs":3}}]}],\
        "optimizer":{"adam":{"learning-rate":0.01}},"record":{"probe":7}}}
        """)
    #expect(identity.digest == Digest(of: identity.text))
    let elsewhere = try RunIdentity(TinyExperiment.configuration(), data: ["training": "c"])
    #expect(elsewhere.settingsDigest == identity.settingsDigest && elsewhere.digest != identity.digest)
  }

  /// What is written is short, and reads as the same configuration.
  /// Made in code it is the same configuration, with the same defaults and the same rules.
  @Test func codeMakesWhatAFileSays() throws {
    func made(epochs: Int) throws -> ExperimentConfiguration {
      try ExperimentConfiguration(
        title: "A tiny network", dataset: DatasetDeclaration(FashionMNIST()),
        network: Sequential([
          ("hidden", Sequential([Linear(outputs: 8), ReLU()])), ("output", Sequential([Linear(outputs: 3)])),
        ]), optimizer: Adam(learningRate: 0.01), batchSize: 16, epochs: epochs,
        record: RecordSettings(probe: 7))
    }
    #expect(try made(epochs: 3).json() == TinyExperiment.configuration().json())
    let error = #expect(throws: SettingsError.self) { try made(epochs: 0) }
    #expect("\(error!)".contains("from 1 to 1000000"))
  }

  @Test(arguments: [
    [], ["schedule={ step: { size: 3 } }"], ["penalties=[l1: { weight: 1 }]"], ["clip={ value: 1 }"],
    ["loss=bce"],
    ["record.step-losses=10", "record.states=[1]", "record.epochs=none"],
    ["dataset={ mnist: { validation: { random: { fraction: 0.2 } }, flatten: false } }"],
  ])
  func itIsWrittenAsItIsRead(_ assignments: [String]) throws {
    let json = try TinyExperiment.configuration(assignments).json()
    let scratch = try Scratch()
    let again = try ExperimentConfiguration(contentsOf: scratch.write(json, to: "again.yaml"))
    #expect(try again.json() == json)
    #expect(json.contains("A tiny network") && !json.contains("beta1"))
  }

  @Test func everyCommittedConfigurationIsRead() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let catalog = try Catalog(root: root.standardizedFileURL.path)
    #expect(catalog.runs.contains { $0.name == "001/batch-32" })
    #expect(!catalog.runs.contains { $0.name == "001/fashion-mlp" }, "a base is no experiment")
    for entry in catalog.runs { #expect(try !entry.settings.json().isEmpty, "\(entry.name)") }
    let names = Set(catalog.runs.map(\.experiment))
    for figure in catalog.figures {
      #expect(names.isSuperset(of: figure.runs), "\(figure.name)")
    }
  }

  @Test func unknownKeysNameFileLineAndTheNearestKey() throws {
    let message = try error(TinyExperiment.text("epoch: 3"))
    #expect(message.contains("x.yaml:10"), "\(message)")
    #expect(message.contains("epochs"), "\(message)")
  }

  @Test(arguments: [
    ("epochs=0", "from 1 to 1000000"), ("batch-size=0", "1 or more"), ("network=[]", "layer"),
    ("dataset.fashion-mnist.divisor=0", "positive"), ("dataset.fashion-mnist.limit=0", "1 or more"),
    ("dataset=mnits", "did you mean 'mnist'?"), ("optimizer.adam.learning-rate=-1", "positive"),
    ("network=[linear]", "outputs"), ("network=[relo]", "did you mean 'relu'?"), ("epochs=three", "epochs"),
    ("network=[lineer: { outputs: 3 }]", "did you mean 'linear'?"),
    ("record.epochs=sometimes", "automatic"), ("optimizer={ adam: {}, sgd: { learning-rate: 1 } }", "one of"),
    ("optimizer=adm", "did you mean 'adam'?"), ("record.states=[-1]", "0 or more"),
    ("record.step-losses=0", "1 or more"),
    ("schedule={ cosine: {} }", "epochs"), ("schedule={ plateau: { factor: 2 } }", "below 1"),
    ("penalties=[l3: { weight: 1 }]", "l2-norm"), ("penalties=[l1: { weight: 0 }]", "positive"),
    ("clip={ norm: 1, value: 1 }", "one of"), ("clip={ norm: -1 }", "positive"),
    ("optimizer={ sgd: { learning-rate: 1, nesterov: true } }", "momentum"), ("random=dice", "philox"),
    ("epochs=1000001", "from 1 to 1000000"), ("discarded-initializations=1001", "from 0 to 1000"),
    ("record.states=[4]", "names epoch 4"), ("loss=none", "cross-entropy"),
    ("expect={ initial-model: abc }", "64 hexadecimal digits"),
    ("network=[linear: { outputs: 1000000000000 }]", "1048576"),
    ("network=[conv-2d: { outputs: 4, kernel: 100000 }]", "255"),
    ("network=[max-pool-2d: { kernel: 100000 }]", "1024"),
  ])
  func impossibleValuesAreExplained(_ assignment: String, _ hint: String) throws {
    let message = try error(TinyExperiment.text(), [assignment])
    #expect(message.contains(hint), "\(message)")
    #expect(message.contains("--set"), "\(message)")
  }
}
