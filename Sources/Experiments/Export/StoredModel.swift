import Archive
import Tensors

/// A model's numbers after an epoch, as a run's archive keeps them.
struct StoredModel {
  /// The epoch.
  let epoch: Int
  /// The parameters under their paths, in declared order.
  let parameters: [NamedTensor]
  /// The buffers, such as running means, under their paths; empty where the epoch kept no state.
  let buffers: [NamedTensor]
  /// The paths of the buffers that the network has and the epoch did not keep.
  let missingBuffers: [String]
  /// The optimizer steps taken, if the epoch kept its state.
  let step: Int?

  private static let bufferPrefix = "buffers/"

  /// What an archive holds of an epoch, the last one unless said.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no parameters, naming those that did.
  init(_ archive: RunArchive, epoch: Int?) throws {
    guard let epoch = epoch ?? archive.epochs.last, !archive.parameterPaths().isEmpty else {
      throw ArchiveError(.notFound, file: archive.path, reason: "keeps no parameters")
    }
    func buffers(_ checkpoint: Checkpoint) -> [NamedTensor] {
      checkpoint.arrays.filter { $0.path.hasPrefix(Self.bufferPrefix) }.map {
        NamedTensor(String($0.path.dropFirst(Self.bufferPrefix.count)), $0.tensor)
      }
    }
    self.epoch = epoch
    parameters = try archive.parameters(at: epoch)
    if archive.stateEpochs.contains(epoch) {
      let checkpoint = try archive.checkpoint(at: epoch)
      self.buffers = buffers(checkpoint)
      missingBuffers = []
      step = checkpoint.step
    } else {
      // The last epoch always keeps its state, so it knows which buffers there are.
      self.buffers = []
      missingBuffers = try buffers(archive.checkpoint()).map(\.path)
      step = nil
    }
  }
}
