import Datasets
import Testing

/// The declared digests against the real files.
@Suite struct RealDatasetTests {
  /// `make test` installs the package; without it this test fails and says so.
  @Test func fashionMNISTIsWhatIsDeclared() throws {
    let dataset: Dataset
    do {
      dataset = try FashionMNIST().load(from: DatasetSources())
    } catch {
      Issue.record(
        "Fashion-MNIST is needed for this test; install the Debian package dataset-fashion-mnist: \(error)")
      return
    }
    #expect(dataset.parts.map(\.part) == [.training, .test])
    #expect(dataset.parts.map(\.examples.count) == [60_000, 10_000])
    for (_, examples) in dataset.parts {
      #expect(examples.shape == [1, 28, 28])
      guard case .classes(let classes, let names) = examples.targets else { continue }
      var counts = [Int](repeating: 0, count: names.count)
      for label in classes { counts[Int(label)] += 1 }
      #expect(counts == [Int](repeating: examples.count / 10, count: 10))
    }
    // By Python's hashlib over the two decompressed files of each part and the table of 256 Floats, 0 to 255.
    #expect(
      dataset.digests == [
        "training": "4d2e8d2640d66a8cbe2ea3aadb28529a5e770d3e84e9e3cce123c11584ea38ab",
        "test": "8c7227f2c346c595d509aa03174ccb396ddbf5c008013d5580ffb38757ef8fb2",
      ])
  }

  @Test func declarationsAreComplete() {
    for declaration in [FashionMNIST.files, MNIST.files] {
      #expect(declaration.classNames.count == 10)
      #expect(
        Set(declaration.files.map(\.digest)).count == 4 && Set(declaration.files.map(\.name)).count == 4)
      #expect(declaration.files.map(\.length) == [47_040_016, 60_008, 7_840_016, 10_008])
      #expect(declaration.location.mirrors.allSatisfy { $0.hasPrefix("https://") && $0.hasSuffix("/") })
    }
  }
}
