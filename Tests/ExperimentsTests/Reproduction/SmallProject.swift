import Experiments

/// A project with one small experiment, `001/small`, on the real Fashion-MNIST, which `make test` installs.
enum SmallProject {
  static let library = DatasetLibrary()

  static func catalog(_ scratch: Scratch, seed: Int = 0) throws -> Catalog {
    try scratch.write(
      """
      title: Small
      dataset: { fashion-mnist: { limit: 64 } }
      network: [linear: { outputs: 10 }]
      optimizer: { sgd: { learning-rate: 0.1 } }
      batch-size: 32
      epochs: 2
      seed: \(seed)
      record: { probe: 0 }
      """, to: "configs/001/small.yaml")
    return try Catalog(root: scratch.path)
  }
}
