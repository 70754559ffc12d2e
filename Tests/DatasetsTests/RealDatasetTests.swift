import Datasets
import Testing

/// The declared digests against the real files.
@Suite struct RealDatasetTests {
  /// `make test` installs the package; without it this test fails and says so.
  @Test func fashionMNISTIsWhatIsDeclared() throws {
    let dataset: ImageDataset
    do {
      dataset = try IDXDataset.fashionMNIST.load(from: DatasetSources())
    } catch {
      Issue.record(
        "Fashion-MNIST is needed for this test; install the Debian package dataset-fashion-mnist: \(error)")
      return
    }
    #expect(dataset.training.count == 60_000 && dataset.test.count == 10_000)
    #expect(dataset.training.channels == 1 && dataset.training.height == 28 && dataset.training.width == 28)
    #expect(dataset.training.pixels.count == 47_040_000)
    for part in [dataset.training, dataset.test] {
      var counts = [Int](repeating: 0, count: 10)
      for label in part.labels { counts[Int(label)] += 1 }
      #expect(counts == [Int](repeating: part.count / 10, count: 10))
    }
    // By zcat and sha256sum: of the two decompressed files of each part, one after the other.
    #expect(
      dataset.training.digest.hexadecimal
        == "d9ef4273af5c2e360155dad0c06bd939447bf37a6620db007d69fc79e4732045")
    #expect(
      dataset.test.digest.hexadecimal == "30214f3fe91405cb8ea60b11ecf0914a65dd6a6ca8e13c13a62eb434f2d9fe56")
  }

  @Test func declarationsAreComplete() {
    for declaration in [IDXDataset.fashionMNIST, .mnist] {
      #expect(declaration.classNames.count == 10)
      #expect(
        Set(declaration.files.map(\.digest)).count == 4 && Set(declaration.files.map(\.name)).count == 4)
      #expect(declaration.files.map(\.length) == [47_040_016, 60_008, 7_840_016, 10_008])
      #expect(declaration.mirrors.allSatisfy { $0.hasPrefix("https://") && $0.hasSuffix("/") })
    }
  }
}
