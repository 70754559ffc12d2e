import Datasets
import Settings
import Tensors
import Testing

@Suite struct SyntheticDatasetsTests {
  private func load<Kind: DatasetKind>(_ type: Kind.Type, _ yaml: String) throws -> (
    kind: Kind, data: Dataset
  ) {
    let kind = try StrictDecoder().decode(Kind.self, from: SettingsTree(yaml: yaml))
    return (kind, try kind.load(from: DatasetSources()))
  }

  /// Without noise every target is the chain over the inputs with the true weights.
  @Test func targetsComeFromFewWeights() throws {
    let (kind, data) = try load(
      SparseRegression.self, "{ features: 12, informative: 3, examples: 5, noise: 0 }")
    #expect(kind.weights == [1, 0, 0, 0, -1.5, 0, 0, 0, 2, 0, 0, 0])
    #expect(data.training.count == 5 && data[.test]?.count == 50)
    let inputs = try #require(data.training.inputTensor(0..<5).floats)
    guard case .values(let targets, _) = data.training.targets else { return }
    for row in 0..<5 {
      var sum: Float = 0
      for feature in 0..<12 { sum.addProduct(kind.weights[feature], inputs[12 * row + feature]) }
      #expect(sum == targets[row])
    }
  }

  @Test func theSeedDecides() throws {
    func digest(_ yaml: String) throws -> [String: String] {
      try load(SparseRegression.self, yaml).data.digests
    }
    #expect(try digest("{ seed: 1 }") == digest("{ seed: 1 }"))
    #expect(try digest("{ seed: 1 }") != digest("{ seed: 2 }"))
    #expect(throws: SettingsError.self) { try digest("{ features: 3, informative: 4 }") }
  }

  @Test func theCurveIsOddAndEvenlySpaced() throws {
    let data = try load(WigglyCurve.self, "{ examples: 101 }").data
    let x = try #require(data.training.inputTensor(0..<101).floats)
    guard case .values(let y, _) = data.training.targets else { return }
    #expect(x[0] == -1 && x[50] == 0 && x[100] == 1 && y[50] == 0)
    for index in 0..<50 { #expect(abs(y[index] + y[100 - index]) < 1e-6 && abs(y[index]) <= 1.25) }
  }
}
