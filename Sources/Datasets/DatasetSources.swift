import Foundation
import Tensors

/// Where data sets are looked for, in this order: the user's folder, the system's, the cache, the network.
///
/// A source that has the wrong bytes is the same as one that does not answer: the next one is tried. What is
/// downloaded is kept in the cache as the plain file, so that its SHA-256 is the declared one.
public struct DatasetSources: Sendable {
  /// The folder that the user names; a data set's files are in a subfolder of its name.
  public var userFolder: String?
  /// Whether a system package's folders are looked into.
  public var includesSystemFolders: Bool
  /// The folder of downloaded files; a data set's files are in a subfolder of its name.
  public var cacheFolder: String?
  /// What fetches an address; `nil` where nothing may be downloaded.
  public var downloader: (any Downloading)?

  /// Sources given one by one.
  public init(
    userFolder: String? = nil, includesSystemFolders: Bool = true, cacheFolder: String? = nil,
    downloader: (any Downloading)? = nil
  ) {
    self.userFolder = userFolder
    self.includesSystemFolders = includesSystemFolders
    self.cacheFolder = cacheFolder
    self.downloader = downloader
  }

  /// The sources of this environment: `REPRISE_DATA`, the system's folders, `reprise` in the cache folder of
  /// the XDG base directory specification (`XDG_CACHE_HOME`, else `~/.cache`), and the network.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> DatasetSources {
    func folder(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
    let cache =
      folder("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? folder("HOME").map { $0 + "/.cache" }
    return DatasetSources(
      userFolder: folder("REPRISE_DATA"), cacheFolder: cache.map { $0 + "/reprise" }, downloader: Downloader()
    )
  }

  /// A file's contents and where they came from.
  public struct Found: Sendable {
    /// The array.
    public let contents: IDXFile
    /// The source.
    public let origin: DatasetOrigin
  }

  /// The contents of one file of a data set, from the first source that has the right bytes.
  ///
  /// - Throws: `DatasetError.unavailable` that names every source and what was wrong with it.
  public func contents(of file: IDXDataset.File, in dataset: IDXDataset) throws -> Found {
    var attempts =
      userFolder == nil ? [DatasetError.Attempt(source: "REPRISE_DATA", problem: "is not set")] : []
    for folder in folders(for: dataset) {
      for path in [folder + "/" + file.name, folder + "/" + file.name + ".gz"] {
        if let found = attempt(path, &attempts, { try Self.verified(Self.read(path, for: file), file, path) })
        {
          return Found(contents: found, origin: .file(path: path))
        }
      }
    }
    guard let downloader else {
      attempts.append(.init(source: "network", problem: "downloads are off"))
      throw unavailable(file, dataset, attempts)
    }
    for mirror in dataset.mirrors {
      let address = mirror + file.name + ".gz"
      let found = attempt(address, &attempts) {
        let bytes = try downloader.download(address, limit: Self.largestCompressed(file))
        return try Self.verified(bytes, file, address)
      }
      if let found {
        return Found(
          contents: found, origin: .download(address: address, savedTo: save(found, file, in: dataset)))
      }
    }
    throw unavailable(file, dataset, attempts)
  }

  private func folders(for dataset: IDXDataset) -> [String] {
    [userFolder.map { $0 + "/" + dataset.name }].compactMap { $0 }
      + (includesSystemFolders ? dataset.systemFolders : [])
      + [cacheFolder.map { $0 + "/" + dataset.name }].compactMap { $0 }
  }

  private func unavailable(
    _ file: IDXDataset.File, _ dataset: IDXDataset, _ attempts: [DatasetError.Attempt]
  ) -> DatasetError {
    .unavailable(dataset: dataset.title, file: file.name, attempts: attempts, remedy: dataset.remedy)
  }

  /// What a source gives; nothing, and a note of the problem, if it has none or a wrong one.
  private func attempt(
    _ source: String, _ attempts: inout [DatasetError.Attempt], _ body: () throws -> IDXFile
  ) -> IDXFile? {
    do {
      return try body()
    } catch DatasetError.damaged(_, let reason), DatasetError.unreadable(_, let reason) {
      attempts.append(.init(source: source, problem: reason))
    } catch {
      attempts.append(.init(source: source, problem: "\(error)"))
    }
    return nil
  }

  /// Downloaded contents kept for the next time; a cache that cannot be written costs only that.
  private func save(_ contents: IDXFile, _ file: IDXDataset.File, in dataset: IDXDataset) -> String? {
    guard let cacheFolder else { return nil }
    let folder = cacheFolder + "/" + dataset.name
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try AtomicFile.write([contents.header, contents.elements], to: folder + "/" + file.name)
      return folder + "/" + file.name
    } catch {
      return nil
    }
  }

  // MARK: Checking

  /// Compression never makes a file much longer; so much is read at most.
  private static func largestCompressed(_ file: IDXDataset.File) -> Int {
    file.length + file.length / 100 + 4096
  }

  private static func read(_ path: String, for file: IDXDataset.File) throws -> [UInt8] {
    try WholeFile.read(path, limit: largestCompressed(file))
  }

  private static func verified(_ bytes: [UInt8], _ file: IDXDataset.File, _ name: String) throws -> IDXFile {
    let plain =
      Gzip.isCompressed(bytes) ? try Gzip.decompressed(bytes, limit: file.length, name: name) : bytes
    let contents = try IDXFile(bytes: plain, name: name)
    guard contents.dimensions == file.dimensions else {
      let shapes = [contents.dimensions, file.dimensions].map { $0.map(String.init).joined(separator: " × ") }
      throw DatasetError.damaged(file: name, reason: "holds \(shapes[0]), expected \(shapes[1])")
    }
    let digest = Digest(of: plain)
    guard digest == file.digest else {
      throw DatasetError.damaged(file: name, reason: "has SHA-256 \(digest), expected \(file.digest)")
    }
    return contents
  }
}
