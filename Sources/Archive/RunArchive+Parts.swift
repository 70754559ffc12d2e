import Tensors

/// What a comparison of two archives needs: parts that are read one at a time, and shapes without numbers.
extension RunArchive {
  /// An array's type and shape.
  package struct ArrayOutline: Equatable, Sendable, CustomStringConvertible {
    /// Of its elements.
    package let type: Tensor.ElementType
    /// Of one epoch's array.
    package let shape: Shape

    /// From both.
    package init(_ type: Tensor.ElementType, _ shape: Shape) { (self.type, self.shape) = (type, shape) }

    /// `float32 (8, 6)`.
    package var description: String { "\(type.rawValue) \(shape)" }
  }

  /// A parameter's type and shape; no number is read.
  package func parameterOutline(_ path: String) throws -> ArrayOutline {
    try require(path, in: index.parameters, "parameter")
    return try outline(RunTree.parameter(path))
  }

  /// An activation's type and shape [sample, unit…]; no number is read.
  package func activationOutline(_ path: String) throws -> ArrayOutline {
    try require(path, in: index.activations, "activation")
    return try outline(RunTree.activation(path))
  }

  private func outline(_ object: String) throws -> ArrayOutline {
    let dataset = try HDF5Dataset(open: object, in: file)
    guard let type = try dataset.elementType() else {
      throw dataset.place.error(.foreign, "its element type is none that archives hold")
    }
    return ArrayOutline(type, Shape(Array(dataset.shape.dropFirst())))
  }

  /// A training state without its numbers: the optimizer steps taken, the paths of its arrays but for the parameters,
  /// in declared order, and everything else as JSON.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no state, naming those that did.
  package func state(at epoch: Int) throws -> (step: Int, arrays: [String], text: String) {
    let outline = try stateOutline(at: epoch)
    return (
      outline.step, outline.arrays.filter { Checkpoint.parameter($0) == nil },
      try file.text(RunTree.state(epoch) + "/state/data")
    )
  }

  /// An array of a state, such as `optimizer/m`.
  package func stateArray(_ path: String, at epoch: Int) throws -> Tensor {
    try require(path, in: state(at: epoch).arrays, "array of the state after epoch \(epoch)")
    return try file.tensor("\(RunTree.state(epoch))/\(path)")
  }

  /// A state's outline, the last one's unless said.
  func stateOutline(at epoch: Int?) throws -> StateOutline {
    guard let outline = index.states.last(where: { $0.epoch == epoch ?? $0.epoch }) else {
      let kept = stateEpochs.map(String.init).joined(separator: ", ")
      throw ArchiveError(
        .notFound, file: path, object: "/run/states",
        reason: "the state after epoch \(epoch.map(String.init) ?? "?") is not kept",
        remedy: "kept are: \(kept)")
    }
    return outline
  }

  /// Every dataset that the content digest covers, sorted by path, but for the values of parameters and activations,
  /// which are read epoch by epoch. Each is read whole, one after the other.
  package func datasetsBesideArrays() throws -> [StoredDataset] {
    let arrays = index.parameters.map(RunTree.parameter) + index.activations.map(RunTree.activation)
    return try file.content(leavingOut: Set(arrays)).datasets.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }
}
