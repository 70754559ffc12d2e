import Datasets
import Settings
import Synchronization

/// The data sets that are in memory, each loaded once and shared by all runs of the process.
public final class DatasetLibrary: Sendable {
  private let sources: DatasetSources
  private let loaded = Mutex<[String: Dataset]>([:])

  /// A library with nothing loaded.
  public init(sources: DatasetSources = .standard()) { self.sources = sources }

  /// The data of a declaration, in its parts; a second caller waits for the first one's loading.
  ///
  /// - Throws: `DatasetError`, which names every source and what was wrong with it.
  public func dataset(_ declaration: DatasetDeclaration) throws -> Dataset {
    try declaration.parts(of: whole(declaration.kind))
  }

  /// A whole data set, before it is parted.
  func whole(_ kind: any DatasetKind) throws -> Dataset {
    let key = "\(type(of: kind).kind) \(try canonicalJSON(kind))"
    return try loaded.withLock { loaded in
      if let data = loaded[key] { return data }
      let data = try kind.load(from: sources)
      loaded[key] = data
      return data
    }
  }
}
