import Archive
import Tensors

/// Arrays that an archive keeps after some of its epochs, each read when it is asked for.
struct KeptArrays {
  /// Their paths in declared order.
  let paths: [String]
  let epochs: (String) throws -> [Int]
  let outline: (String) throws -> RunArchive.ArrayOutline
  let array: (String, Int) throws -> Tensor

  /// The epochs at which any of them is kept, ascending.
  func allEpochs() throws -> [Int] {
    try paths.reduce(into: Set<Int>()) { $0.formUnion(try epochs($1)) }.sorted()
  }

  /// An archive's parameters.
  static func parameters(of archive: RunArchive) -> KeptArrays {
    KeptArrays(
      paths: archive.parameterPaths(), epochs: archive.parameterEpochs, outline: archive.parameterOutline,
      array: { try archive.parameter($0, at: $1) })
  }

  /// An archive's activations on the probe.
  static func activations(of archive: RunArchive) -> KeptArrays {
    KeptArrays(
      paths: archive.activationPaths(), epochs: archive.activationEpochs, outline: archive.activationOutline,
      array: { try archive.activation($0, at: $1) })
  }
}

extension PartComparison {
  /// Compares arrays epoch by epoch, two at a time in memory.
  ///
  /// - Parameters:
  ///   - names: Those to compare; all that both have if `nil`.
  ///   - visit: Is given every distance, by epoch and there in the first run's order; it says whether to go on.
  init(
    _ part: Part, _ a: KeptArrays, _ b: KeptArrays, only names: [String]? = nil,
    visit: (ArrayDistance) throws -> Bool
  ) throws {
    self.init(part)
    let common = take(Overlap(a.paths, b.paths))
    _ = take(Overlap(try a.allEpochs(), try b.allEpochs()))
    var kept: [(path: String, epochs: Set<Int>)] = []
    for path in common where names?.contains(path) ?? true {
      guard take(path, try a.outline(path), try b.outline(path)) else { continue }
      kept.append((path, Set(Overlap(try a.epochs(path), try b.epochs(path)).common)))
    }
    epochs = kept.reduce(into: Set<Int>()) { $0.formUnion($1.epochs) }.sorted()
    for epoch in epochs {
      for (path, epochs) in kept where epochs.contains(epoch) {
        guard let distance = TensorDistance(try a.array(path, epoch), try b.array(path, epoch)) else {
          continue
        }
        note(distance.first, of: path, at: epoch)
        guard try visit(ArrayDistance(epoch: epoch, name: path, distance: distance)) else { return }
      }
    }
  }
}
