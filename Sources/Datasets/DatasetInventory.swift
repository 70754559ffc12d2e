import Files

/// A data set that the tool knows, and whether its files are here: a line of `reprise data list`.
package struct DatasetInventory: Encodable, Sendable {
  /// Whether a data set can be read.
  package enum State: String, Encodable, Sendable {
    /// Its files are on this machine.
    case here
    /// Its files are not here, and can be fetched or made.
    case missing
    /// It needs no files.
    case computed
    /// It is files or values of the user.
    case own
  }

  /// The name in configurations.
  package let name: String
  /// Whether it can be read.
  package let state: State
  /// Where its files are, or how to get them.
  package let place: String

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
    var local = sources
    local.downloader = nil
    do {
      let folders = try files.map { file in
        let path = try local.contents(of: file, in: location).origin.description
        return String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
      }
      let distinct = folders.indices.filter { !folders[..<$0].contains(folders[$0]) }.map { folders[$0] }
      return DatasetInventory(name: name, state: .here, place: distinct.joined(separator: ", "))
    } catch {
      let mirror = sources.downloader == nil ? nil : location.mirrors.first
      let download = mirror.map { "It is downloaded from \($0) when it is first used. " } ?? ""
      return DatasetInventory(name: name, state: .missing, place: download + location.remedy)
    }
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
