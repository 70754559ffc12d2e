import Tensors

extension IDXDataset {
  /// MNIST: 60,000 and 10,000 grey pictures of handwritten digits, 28 × 28.
  ///
  /// Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document
  /// recognition", Proceedings of the IEEE 86 (1998), doi:10.1109/5.726791.
  public static let mnist = IDXDataset(
    name: "mnist",
    title: "MNIST",
    classNames: (0...9).map(String.init),
    trainingImages: .images(
      "train", 60_000, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    trainingLabels: .labels(
      "train", 60_000, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    testImages: .images(
      "t10k", 10_000, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    testLabels: .labels(
      "t10k", 10_000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    mirrors: [
      "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ],
    remedy:
      "Run scripts/fetch-mnist.sh, or set REPRISE_DATA to a folder with the four files in a subfolder mnist."
  )
}

extension IDXDataset.File {
  /// `<part>-images-idx3-ubyte` of 28 × 28.
  static func images(_ part: String, _ count: Int, _ digest: String) -> Self {
    Self(name: "\(part)-images-idx3-ubyte", dimensions: [count, 28, 28], digest: .written(digest))
  }

  /// `<part>-labels-idx1-ubyte`.
  static func labels(_ part: String, _ count: Int, _ digest: String) -> Self {
    Self(name: "\(part)-labels-idx1-ubyte", dimensions: [count], digest: .written(digest))
  }
}

extension Digest {
  /// A digest that stands in this source, so a wrong one is a mistake of the program.
  fileprivate static func written(_ hexadecimal: String) -> Digest {
    guard let digest = Digest(hexadecimal: hexadecimal) else {
      preconditionFailure("no digest: \(hexadecimal)")
    }
    return digest
  }
}
