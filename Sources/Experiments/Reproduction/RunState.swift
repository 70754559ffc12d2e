import Archive
import Foundation
import Tensors

/// How far an experiment has come, seen from outside: nothing is locked, created or changed.
public enum RunState: Sendable {
  /// There is nothing.
  case missing
  /// It was begun and is not finished.
  case interrupted
  /// Its archive is there and belongs to the configuration.
  case finished
  /// Its archive is there and belongs to another configuration.
  case otherConfiguration(Digest)
  /// Its archive is there and cannot be read.
  case damaged(String)

  /// The state of a run.
  public init(of run: ExperimentRun) {
    let files = FileManager.default
    let path = "\(run.directory)/run.h5"
    guard files.fileExists(atPath: path) else {
      let checkpoint = "\(run.directory)/checkpoint"
      if let identity = try? ArchiveLabel(of: checkpoint).identity, identity != run.identity {
        self = .otherConfiguration(identity)
      } else {
        self = files.fileExists(atPath: "\(run.directory)/epochs") ? .interrupted : .missing
      }
      return
    }
    do {
      let identity = try RunArchive(path).identity
      self = identity == run.identity ? .finished : .otherConfiguration(identity)
    } catch {
      self = .damaged("\(error)")
    }
  }
}
