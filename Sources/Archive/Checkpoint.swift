import Tensors

/// The state from which training goes on after an epoch.
///
/// Its file carries a SHA-256 over all of it; a damaged checkpoint is refused, never half used.
public struct Checkpoint: Equatable, Sendable {
  /// The last epoch that is complete; 0 is the state before training.
  public var epoch: Int
  /// The number of optimiser steps taken.
  public var step: Int
  /// Parameters, optimiser state and buffers, by path and in declared order.
  public var arrays: [NamedArray]
  /// Everything else as JSON: the schedule's state, the version of the random layout.
  public var state: String

  /// Puts a checkpoint together.
  public init(epoch: Int, step: Int, arrays: [NamedArray], state: String) {
    self.epoch = epoch
    self.step = step
    self.arrays = arrays
    self.state = state
  }

  /// The array of a path.
  public func array(_ path: String) -> ArchiveArray? { arrays.first { $0.path == path }?.array }

  /// Saves the checkpoint on its own, outside a run directory, durably.
  ///
  /// - Returns: the content digest.
  @discardableResult
  public func write(to path: String) throws -> Digest {
    try write(to: path, identity: nil, .system)
  }

  /// Reads a checkpoint after checking every byte of it.
  public init(contentsOf path: String) throws {
    let reader = try ArrayBundleReader(path, .checkpoint)
    try self.init(try reader.bundle(), file: path)
  }

  func write(to path: String, identity: Digest?, _ operations: FileOperations) throws -> Digest {
    try bundle.write(to: path, .checkpoint, identity: identity, operations)
  }

  /// The checkpoint as named arrays and texts.
  var bundle: ArrayBundle {
    ArrayBundle(
      arrays: arrays,
      texts: [
        ArrayBundle.NamedText("epoch", String(epoch)), ArrayBundle.NamedText("step", String(step)),
        ArrayBundle.NamedText("state", state),
      ])
  }

  init(_ bundle: ArrayBundle, file: String) throws {
    guard let epoch = bundle.text("epoch").flatMap({ Int($0) }), epoch >= 0,
      let step = bundle.text("step").flatMap({ Int($0) }), step >= 0, let state = bundle.text("state")
    else {
      throw ArchiveError(.foreign, file: file, reason: "holds no epoch, step or state: no checkpoint")
    }
    self.init(epoch: epoch, step: step, arrays: bundle.arrays, state: state)
  }
}
