import Archive
import Files
import Tensors

/// How far an experiment has come, seen from outside: nothing is locked, created or changed.
public enum RunStatus: Sendable, CustomStringConvertible {
  /// There is nothing.
  case missing
  /// It was begun and is not finished.
  case interrupted
  /// Its archive is there, has the configuration's identity and is intact.
  case finished(RunArchive, ofThisBuild: Bool)
  /// What is there belongs to another configuration, or to the same on other data.
  case otherIdentity(Digest)
  /// Its archive is there and cannot be read.
  case damaged(String)

  /// `not run`, `interrupted`, `done`, `done by another build`, `configuration changed` or `damaged`.
  public var description: String {
    switch self {
    case .missing: "not run"
    case .interrupted: "interrupted"
    case .finished(_, ofThisBuild: true): "done"
    case .finished(_, ofThisBuild: false): "done by another build"
    case .otherIdentity: "configuration changed"
    case .damaged: "damaged"
    }
  }

  /// The status of a run.
  ///
  /// - Throws: `FileError` and the like, where the archive may be sound and cannot be looked at now.
  public init(of run: ExperimentRun) throws { try self.init(of: run, ArchiveLibrary()) }

  /// The status of a run, whose archive comes from a library.
  package init(of run: ExperimentRun, _ library: ArchiveLibrary) throws {
    try self.init(directory: run.directory, library) { _ in run.identity }
  }

  /// The status of a configuration's run, whatever data it was made on, so that no data need be there.
  ///
  /// - Throws: As ``init(of:)`` does.
  public init(of configuration: some ExperimentSettings, in directory: String) throws {
    try self.init(of: configuration, in: directory, ArchiveLibrary())
  }

  /// The same with an archive from a library.
  package init(
    of configuration: some ExperimentSettings, in directory: String, _ library: ArchiveLibrary
  ) throws {
    try self.init(directory: directory, library) { text in
      try RunIdentity(configuration, data: RunIdentity.data(in: text))
    }
  }

  /// - Parameter identity: The identity that is looked for, given the text of the one that is there.
  private init(
    directory: String, _ library: ArchiveLibrary, _ identity: (String) throws -> RunIdentity
  ) throws {
    let path = RunDirectory.archivePath(in: directory)
    do {
      guard try FileOperations.exists(path) else {
        let begun = RunDirectory.begunIdentity(in: directory)
        // What an unfinished run was made on is not written down; only a given identity can be compared.
        if let begun, let wanted = try? identity(""), !wanted.data.isEmpty, begun != wanted.digest {
          self = .otherIdentity(begun)
        } else {
          self = begun == nil ? .missing : .interrupted
        }
        return
      }
      let archive = try library.archive(path)
      let wanted = try identity(archive.identityText())
      self =
        archive.identity == wanted.digest
        ? .finished(archive, ofThisBuild: HostRecord(in: directory)?.isOfThisBuild ?? false)
        : .otherIdentity(archive.identity)
    } catch let error as ArchiveError where error.kind == .damaged || error.kind == .foreign {
      self = .damaged("\(error)")
    }
  }
}
