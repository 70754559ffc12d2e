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
    // By Python's hashlib over the images as an IDX file of (count, 1, 28, 28), the labels' file, the table of the Floats
    // 0 to 255 as one, and the ten names, a line each.
    #expect(
      dataset.digests == [
        "training": "24e368acc0ddc07f4a9d1427b96c5ddaf877d3db40974c304d92b72f16c9cfe4",
        "test": "aafbdfdc12e7e082399a261e5c864a6ae8763f0cc60e3cba5aa467f06e45b202",
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
