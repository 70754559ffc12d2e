import Datasets
import Settings
import Synchronization

/// The data sets that are in memory, each loaded and parted once and shared by all runs of the process.
public final class DatasetLibrary: Sendable {
  private let sources: DatasetSources
  private let loaded = Mutex<[String: Dataset]>([:])
  private let parted = Mutex<[String: Dataset]>([:])

  /// A library with nothing loaded.
  public init(sources: DatasetSources = .standard()) { self.sources = sources }

  /// The data of a declaration, in its parts; a second caller waits for the first one's loading.
  ///
  /// - Throws: `DatasetError`, which names every source and what was wrong with it.
  public func dataset(_ declaration: DatasetDeclaration) throws -> Dataset {
    let whole = try whole(declaration.kind)
    return try parted.once(canonicalJSON(declaration)) { try declaration.parts(of: whole) }
  }

  /// A whole data set, before it is parted.
  func whole(_ kind: any DatasetKind) throws -> Dataset {
    try loaded.once("\(type(of: kind).kind) \(canonicalJSON(kind))") { try kind.load(from: sources) }
  }
}

extension Mutex<[String: Dataset]> {
  /// What is there under a key, or what `make` gives and is there from now on.
  fileprivate borrowing func once(_ key: String, _ make: () throws -> Dataset) throws -> Dataset {
    try withLock { known in
      if let data = known[key] { return data }
      let data = try make()
      known[key] = data
      return data
    }
  }
}
