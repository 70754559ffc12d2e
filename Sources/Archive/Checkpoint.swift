import Files
import Tensors

/// The state from which training goes on after an epoch.
public struct Checkpoint: Equatable, Sendable {
  /// The last epoch that is complete; 0 is the state before training.
  public var epoch: Int
  /// The number of optimizer steps taken.
  public var step: Int
  /// Parameters, buffers and optimizer state in declared order, under paths such as
  /// `parameters/hidden/weight`, `buffers/norm/mean` and `optimizer/m`.
  public var arrays: [NamedTensor]
  /// Everything else as JSON: the schedule's history, the state of the random numbers.
  public var state: String

  /// A checkpoint; its paths, epoch and step are checked when it is committed.
  public init(epoch: Int, step: Int, arrays: [NamedTensor], state: String) {
    self.epoch = epoch
    self.step = step
    self.arrays = arrays
    self.state = state
  }

  /// The array of a path.
  public func array(_ path: String) -> Tensor? { arrays.first { $0.path == path }?.tensor }
}

/// A checkpoint has a file of its own while a run is not finished, with a SHA-256 over all of it; a damaged
/// one is refused, never half used.
extension Checkpoint {
  /// Reads a checkpoint's file after checking every byte of it.
  package init(contentsOf path: String) throws {
    let bundle = try ArrayBundle(contentsOf: path, .checkpoint)
    func foreign(_ reason: String) -> ArchiveError {
      ArchiveError(.foreign, file: path, reason: reason, remedy: LabeledFile.remedy(.checkpoint))
    }
    guard let index = bundle.texts["index"], let state = bundle.texts["state"] else {
      throw foreign("holds no state: no checkpoint")
    }
    let outline = try JSONText.decode(
      StateOutline.self, index, file: path, remedy: LabeledFile.remedy(.checkpoint))
    guard outline.epoch >= 0, outline.step >= 0 else { throw foreign("holds no epoch or no step") }
    self.init(epoch: outline.epoch, step: outline.step, arrays: bundle.arrays, state: state)
  }

  /// Writes the checkpoint's file durably.
  package func write(
    to path: String, identity: Digest? = nil, _ operations: FileOperations = .system
  ) throws {
    let bundle = ArrayBundle(
      arrays: arrays, texts: ["index": try JSONText.encode(StateOutline(self)), "state": state])
    try bundle.write(to: path, .checkpoint, identity: identity, operations)
  }
}

/// A finished run stores each parameter once, among those of its epochs; a state refers to them.
extension Checkpoint {
  /// What begins the paths of parameters.
  static let parameters = "parameters/"

  /// A parameter's path without what begins it; `nil` for other arrays.
  static func parameter(_ path: String) -> String? {
    path.hasPrefix(parameters) ? String(path.dropFirst(parameters.count)) : nil
  }

  /// The arrays that are no parameters.
  var ownArrays: [NamedTensor] { arrays.filter { Self.parameter($0.path) == nil } }

  /// Refuses what cannot stand in a run's file.
  func check(file: String) throws {
    guard epoch >= 0, step >= 0 else {
      throw ArchiveError(.invalid, file: file, reason: "a state at epoch \(epoch), step \(step)")
    }
    try ArchivePath.check(arrays.map(\.path) + ["step", "state"], file: file)
  }

  /// Refuses a state whose parameters are not those that its epoch records, bit for bit.
  func requireParameters(file: String, _ recorded: (String) throws -> Tensor?) throws {
    for named in arrays {
      guard let path = Self.parameter(named.path) else { continue }
      guard let tensor = try recorded(path), tensor.isStored(as: named.tensor) else {
        throw ArchiveError(
          .invalid, file: file, object: named.path,
          reason: "epoch \(epoch) keeps its state, but does not record this parameter as the state has it",
          remedy: "record all parameters at the epochs that keep their state, and at the last one")
      }
    }
  }
}

extension Tensor {
  /// Whether files hold the same for both tensors: they are equal but for the bits of NaNs.
  fileprivate func isStored(as other: Tensor) -> Bool {
    Tensor(shape: shape, elements: elements.canonical)
      == Tensor(shape: other.shape, elements: other.elements.canonical)
  }
}
