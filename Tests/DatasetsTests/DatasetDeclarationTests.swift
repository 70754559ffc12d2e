import Settings
import Tensors
import Testing

import Datasets

@Suite struct DatasetDeclarationTests {
  private func declaration(_ yaml: String) throws -> DatasetDeclaration {
    try StrictDecoder().decode(from: SettingsTree(yaml: yaml))
  }

  private func failure(_ yaml: String) -> String {
    do {
      _ = try declaration(yaml)
      return "no error"
    } catch { return "\(error)" }
  }

  /// Ten examples of one byte to train on, three to test on.
  private let whole: Dataset = {
    func examples(_ values: [UInt8]) -> Examples {
      try! Examples(
        inputs: Bytes(values), shape: [1], targets: .classes(values.map { $0 % 2 }, names: ["even", "odd"]),
        name: "n")
    }
    return try! Dataset(name: "n", training: examples(Array(0..<10)), test: examples([20, 21, 22]))
  }()

  private func inputs(_ examples: Examples?) -> [UInt8]? {
    examples.map { $0.inputTensor(0..<$0.count).bytes ?? [] }
  }

  @Test func defaultsAreThoseOfImages() throws {
    let plain = try declaration("fashion-mnist")
    #expect(plain.kind is FashionMNIST && plain.flatten && plain.limit == nil && plain.validation == .test())
    let parts = try plain.parts(of: whole)
    #expect(parts.parts.map(\.part) == [.training, .validation])
    #expect(inputs(parts.training) == Array(0..<10) && inputs(parts[.validation]) == [20, 21, 22])
    #expect(parts.training.digest == (whole.training.dividing(by: 255)).digest)
    let unscaled = try declaration("fashion-mnist: { divisor: 1 }").parts(of: whole)
    #expect(unscaled.training.digest == whole.training.digest)
    let points = try Examples(
      inputs: Tensor([1, 2] as [Float], shape: [2, 1]), targets: .values([1, 2], shape: [1]), name: "p")
    let numbers = try Dataset(name: "p", training: points)
    #expect(try declaration("given").parts(of: numbers).training.digest == points.digest)
    #expect(throws: DatasetError.self) { try declaration("given: { divisor: 2 }").parts(of: numbers) }
    #expect(throws: DatasetError.self) { try GivenData().load(from: DatasetSources()) }
    #expect(try declaration("mnist").inputShape(of: whole.training) == [1])
  }

  @Test func limitsAndRangesTakeParts() throws {
    let range = try declaration("mnist: { validation: { range: { from: 2, to: 4 } }, limit: 5 }")
    let parts = try range.parts(of: whole)
    #expect(parts.parts.map(\.part) == [.training, .validation, .test])
    #expect(inputs(parts.training) == [0, 1, 4, 5, 6] && inputs(parts[.validation]) == [2, 3])
    #expect(inputs(parts[.test]) == [20, 21, 22])
    #expect(throws: DatasetError.self) {
      try declaration("mnist: { validation: { range: { from: 2, to: 11 } } }").parts(of: whole)
    }
    #expect(throws: DatasetError.self) {
      try declaration("mnist: { validation: { range: { from: 0, to: 10 } } }").parts(of: whole)
    }
  }

  @Test func theTestPartCanValidateInPart() throws {
    let parts = try declaration("mnist: { validation: { test: { limit: 2 } } }").parts(of: whole)
    #expect(parts.parts.map(\.part) == [.training, .validation])
    #expect(inputs(parts[.validation]) == [20, 21])
    let all = try declaration("mnist: { validation: { test: { limit: 4 } } }").parts(of: whole)
    #expect(inputs(all[.validation]) == [20, 21, 22])
    #expect(try declaration("mnist: { validation: { test: {} } }").validation == .test())
  }

  @Test func theDataSetsOwnValidationPartIsUsedWhereThatIsSaid() throws {
    let own = try Dataset(
      name: "n", training: whole.training, validation: whole.training.prefix(1), test: whole[.test])
    let given = try declaration("mnist: { validation: given, limit: 3 }").parts(of: own)
    #expect(given.parts.map(\.part) == [.training, .validation, .test])
    #expect(inputs(given.training) == [0, 1, 2] && inputs(given[.validation]) == [0])
    #expect(inputs(given[.test]) == [20, 21, 22])
    #expect(try inputs(declaration("mnist").parts(of: own)[.validation]) == [20, 21, 22])
    // Image folders say it by default, the others do not.
    #expect(try declaration("image-folder: { directory: d }").validation == .given)
    let none = try declaration("image-folder: { directory: d }").parts(of: whole)
    #expect(none.parts.map(\.part) == [.training, .test])
  }

  @Test func aRandomPartIsAPartition() throws {
    func parts(_ seed: Int) throws -> ([UInt8], [UInt8]) {
      let parts = try declaration("mnist: { validation: { random: { fraction: 0.2, seed: \(seed) } } }")
        .parts(of: whole)
      return (inputs(parts.training)!, inputs(parts[.validation])!)
    }
    let (training, validation) = try parts(0)
    #expect(training.count == 8 && validation.count == 2)
    #expect((training + validation).sorted() == Array(0..<10))
    #expect(try parts(0) == (training, validation))
    #expect(try parts(1) != (training, validation))
    // The order is the stated one.
    let order = PhiloxSource(seed: 0).splitOrder(of: 10, name: "validation").map { UInt8($0) }
    #expect(training + validation == order)
  }

  @Test func itIsWrittenAsItIsRead() throws {
    for (yaml, json) in [
      ("fashion-mnist", #"{"fashion-mnist":{}}"#), ("mnist: { divisor: 1 }", #"{"mnist":{"divisor":1}}"#),
      (
        "mnist: { validation: { random: { fraction: 0.2 } }, limit: 7, flatten: false }",
        #"{"mnist":{"flatten":false,"limit":7,"validation":{"random":{"fraction":0.2}}}}"#
      ),
      (
        "mnist: { validation: { range: { from: 0, to: 3 } } }",
        #"{"mnist":{"validation":{"range":{"from":0,"to":3}}}}"#
      ),
      ("mnist: { validation: test, flatten: true, divisor: 255 }", #"{"mnist":{}}"#),
      (
        "mnist: { validation: { test: { limit: 9 } } }", #"{"mnist":{"validation":{"test":{"limit":9}}}}"#
      ),
      ("mnist: { validation: given }", #"{"mnist":{"validation":{"given":{}}}}"#),
      (
        "image-folder: { directory: d, size: 128, channels: 3, validation: given }",
        #"{"image-folder":{"directory":"d"}}"#
      ),
      (
        "image-folder: { directory: ../d, size: 96, channels: 1, validation: test }",
        #"{"image-folder":{"channels":1,"directory":"../d","size":96,"validation":{"test":{}}}}"#
      ),
    ] {
      let text = try canonicalJSON(declaration(yaml), leavingOutDefaults: true)
      #expect(text == json)
      #expect(try canonicalJSON(declaration(text), leavingOutDefaults: true) == json)
    }
  }

  @Test(arguments: [
    ("mnits", "did you mean 'mnist'?"), ("mnist: { divisor: 0 }", "positive"),
    ("mnist: { divisor: 1e-300 }", "positive"),
    ("mnist: { limit: 0 }", "1 or more"), ("mnist: { limits: 3 }", "did you mean 'limit'?"),
    ("mnist: { validation: { random: { fraction: 1 } } }", "above 0 and below 1"),
    ("mnist: { validation: { test: { limit: 0 } } }", "1 or more"),
    ("image-folder", "directory"), ("image-folder: { directory: '' }", "a folder's path"),
    ("image-folder: { directory: d, size: 1025 }", "from 1 to 1024"),
    ("image-folder: { directory: d, channels: 2 }", "1 or 3"),
    ("mnist: { validation: { range: { from: 3, to: 3 } } }", "above 'from', 3"),
    ("mnist: { validation: tests }", "did you mean 'test'?"), ("{ mnist: {}, fashion-mnist: {} }", "one of"),
  ])
  func mistakesAreExplained(_ yaml: String, _ hint: String) {
    #expect(failure(yaml).contains(hint), "\(failure(yaml))")
  }
}
