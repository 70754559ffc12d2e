import Archive
import Interchange
import Networks
import Tensors

/// What a finished run keeps of an epoch, as tensors by name for other programs.
public struct Export: Equatable, Sendable {
  /// The epoch.
  public let epoch: Int
  /// The tensors.
  public let tensors: [NamedTensor]
  /// `configuration` (the canonical JSON), `epoch` and `model-sha256`.
  public let metadata: [String: String]
  /// PyTorch's keys of the buffers, such as running means, that the network has and the epoch did not keep.
  public let missingBuffers: [String]

  /// The parameters and buffers under the names that PyTorch's `load_state_dict` takes: a group's, a layer's and a
  /// parameter's names joined by dots, `hidden.linear.weight`.
  ///
  /// Parameters come first, in declared order: SHA-256 over their elements is the model's digest. Buffers follow, and of
  /// each batch normalization `num_batches_tracked`, the steps taken, if the epoch kept its whole state
  /// (`RunArchive.stateEpochs`; the last epoch always does); otherwise they are ``missingBuffers``, and PyTorch takes the
  /// rest with `strict=False`.
  ///
  /// - Parameters:
  ///   - archive: A finished run.
  ///   - epoch: The last one if `nil`.
  /// - Throws: `ArchiveError` if that epoch kept no parameters, naming those that did.
  public static func model(of archive: RunArchive, epoch: Int? = nil) throws -> Export {
    let model = try StoredModel(archive, epoch: epoch)
    var tensors = model.parameters.map { NamedTensor(StateDictKey.parameter($0.path), $0.tensor) }
    for buffer in model.buffers {
      tensors.append(NamedTensor(StateDictKey.buffer(buffer.path), buffer.tensor))
      if let key = StateDictKey.batchCount(besideBuffer: buffer.path), let step = model.step {
        tensors.append(NamedTensor(key, Tensor([Int64(step)], shape: [])))
      }
    }
    return Export(
      epoch: model.epoch, tensors: tensors, metadata: try metadata(archive, model.epoch),
      missingBuffers: model.missingBuffers.map(StateDictKey.buffer))
  }

  /// The whole training state after an epoch, from which training goes on (`Checkpoint(exported:)`): the checkpoint's
  /// arrays under their own paths (`parameters/…`, `buffers/…`, `optimizer/…`), `epoch` and `step` as integers, `state`
  /// (a JSON text's bytes: the random numbers' state, the schedule's history), and `metrics/…`, what was measured,
  /// the loss among it, as Doubles.
  ///
  /// - Parameters:
  ///   - archive: A finished run.
  ///   - epoch: The last one if `nil`.
  /// - Throws: `ArchiveError` if that epoch kept no state, naming those that did.
  public static func checkpoint(of archive: RunArchive, epoch: Int? = nil) throws -> Export {
    let checkpoint = try archive.checkpoint(at: epoch)
    var tensors = checkpoint.arrays
    tensors.append(NamedTensor(CheckpointName.epoch, Tensor([Int64(checkpoint.epoch)], shape: [])))
    tensors.append(NamedTensor(CheckpointName.step, Tensor([Int64(checkpoint.step)], shape: [])))
    tensors.append(NamedTensor(CheckpointName.state, Tensor(Array(checkpoint.state.utf8))))
    if let row = archive.epochs.firstIndex(of: checkpoint.epoch) {
      for metric in archive.metrics {
        let value = try archive.metric(metric.name)[row]
        tensors.append(NamedTensor(CheckpointName.metrics + metric.name, Tensor([value], shape: [])))
      }
    }
    return Export(
      epoch: checkpoint.epoch, tensors: tensors, metadata: try metadata(archive, checkpoint.epoch),
      missingBuffers: [])
  }

  private static func metadata(_ archive: RunArchive, _ epoch: Int) throws -> [String: String] {
    var metadata = ["configuration": try archive.configuration(), "epoch": String(epoch)]
    if let row = archive.epochs.firstIndex(of: epoch) {
      metadata["model-sha256"] = try archive.modelDigests()[row].hexadecimal
    }
    return metadata
  }

  /// Writes the tensors to a `.safetensors`, with the metadata, or to a `.npz`, which has no place for it.
  ///
  /// - Parameter replacing: Whether a file that is there already is replaced; otherwise it is an error.
  /// - Throws: `InterchangeError`, `FileError`.
  public func write(to path: String, replacing: Bool = false) throws {
    let hasTexts = TensorFile.Format(of: path) != .npz
    try TensorFile.write(tensors, metadata: hasTexts ? metadata : [:], to: path, replacing: replacing)
  }
}

/// What an exported checkpoint calls what is no array of the checkpoint's own.
private enum CheckpointName {
  static let epoch = "epoch", step = "step", state = "state", metrics = "metrics/"

  static func isOwn(_ path: String) -> Bool {
    ![epoch, step, state].contains(path) && !path.hasPrefix(metrics)
  }
}

extension Checkpoint {
  /// Reads the training state that `Export.checkpoint(of:epoch:)` wrote, bit for bit.
  ///
  /// - Throws: `InterchangeError`, of the kind `invalid` for a file that holds no such state; `FileError`.
  public init(exported path: String) throws {
    let tensors = try TensorFile.tensors(path).tensors
    func tensor(_ name: String) -> Tensor? { tensors.first { $0.path == name }?.tensor }
    func number(_ name: String) -> Int? {
      guard let value = tensor(name)?.integers?.first, value >= 0 else { return nil }
      return Int(value)
    }
    guard let epoch = number(CheckpointName.epoch), let step = number(CheckpointName.step),
      let state = tensor(CheckpointName.state)?.bytes
    else {
      throw InterchangeError(
        .invalid, file: path, reason: "holds no training state",
        remedy: "'reprise export --state' writes one")
    }
    self.init(
      epoch: epoch, step: step, arrays: tensors.filter { CheckpointName.isOwn($0.path) },
      state: String(decoding: state, as: UTF8.self))
  }
}
