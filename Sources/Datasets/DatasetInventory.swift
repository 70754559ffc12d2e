import Files

/// A data set that the tool knows, and whether its files are here: a line of `reprise data list`.
package struct DatasetInventory: Encodable, Sendable {
  /// Whether a data set can be read.
  package enum State: String, Encodable, Sendable {
    /// Its files are on this machine.
    case here
    /// Its files are not here, and can be fetched or made.
    case missing
    /// Its files are not here but for some whose bytes are not the declared ones.
    case broken
    /// It needs no files.
    case computed
    /// It is files or values of the user.
    case own
  }

  /// The name in configurations.
  package let name: String
  /// Whether it can be read.
  package let state: State
  /// Where its files are, what is wrong with one, or how to get them.
  package let place: String
  /// Files under the names of its own that have other bytes, also where another source has the right ones.
  package private(set) var damage: [DatasetError.Attempt] = []
  /// Whether files that are here were compared with their SHA-256.
  package private(set) var isChecked = false

  private enum CodingKeys: CodingKey { case name, state, place }

  /// Every data set, in the order of `DatasetKinds`; an image folder in `REPRISE_DATA` has a line of its own.
  ///
  /// Files that are found are checked against their digests; nothing is downloaded.
  ///
  /// - Throws: `FileError` for a `REPRISE_DATA` that cannot be listed.
  package static func all(in sources: DatasetSources) throws -> [DatasetInventory] {
    try DatasetKinds.all.compactMap { $0 as? any DatasetKind.Type }.flatMap { kind in
      switch kind.supply {
      case .files(let files, let location): [entry(kind.kind, files, location, sources)]
      case .computed: [DatasetInventory(name: kind.kind, state: .computed, place: "needs no files")]
      case .own(let how): [DatasetInventory(name: kind.kind, state: .own, place: how)]
      case .imageFolder(let how):
        try imageFolders(in: sources).map { DatasetInventory(name: kind.kind, state: .here, place: $0) }
          + [DatasetInventory(name: kind.kind, state: .own, place: how)]
      }
    }
  }

  private static func entry(
    _ name: String, _ files: [DatasetFile], _ location: DatasetLocation, _ sources: DatasetSources
  ) -> DatasetInventory {
    let found = files.map { sources.local($0, in: location) }
    let damage = found.flatMap(\.damage)
    func entry(_ state: State, _ place: String) -> DatasetInventory {
      DatasetInventory(name: name, state: state, place: place, damage: damage, isChecked: true)
    }
    let paths = found.compactMap(\.path)
    if paths.count == files.count {
      let folders = paths.map { String($0.prefix(upTo: $0.lastIndex(of: "/") ?? $0.startIndex)) }
      let distinct = folders.indices.filter { !folders[..<$0].contains(folders[$0]) }.map { folders[$0] }
      return entry(.here, distinct.joined(separator: ", "))
    }
    if let first = damage.first { return entry(.broken, "\(first)") }
    let mirror = sources.downloader == nil ? nil : location.mirrors.first
    let download = mirror.map { "It is downloaded from \($0) when it is first used. " } ?? ""
    return entry(.missing, download + location.remedy)
  }

  /// The image folders of the user's folder, by name.
  private static func imageFolders(in sources: DatasetSources) throws -> [String] {
    guard let folder = sources.userFolder else { return [] }
    return try FileOperations.names(in: folder).map { "\(folder)/\($0)" }.filter { path in
      // A folder that this user may not look into is none of theirs.
      ImageFolderListing.trainingNames.contains { (try? FileOperations.isDirectory("\(path)/\($0)")) == true }
    }
  }
}
