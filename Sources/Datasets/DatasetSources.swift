import Files
import Foundation
import Tensors

/// A file of a data set: what it is called and what it must be.
public struct DatasetFile: Hashable, Sendable {
  /// The name without `.gz`.
  public let name: String
  /// The length of the decompressed file in bytes.
  public let length: Int
  /// SHA-256 of the decompressed file.
  public let digest: Digest

  /// A declared file.
  ///
  /// - Precondition: `digest` is 64 hexadecimal digits, as it stands in a source.
  public init(name: String, length: Int, digest: String) {
    guard let digest = Digest(hexadecimal: digest) else { preconditionFailure("no digest: \(digest)") }
    self.name = name
    self.length = length
    self.digest = digest
  }
}

/// What a data set is called and where its files may be.
public struct DatasetLocation: Hashable, Sendable {
  /// The name in configurations and of the folder: `fashion-mnist`.
  public let name: String
  /// The name for people: `Fashion-MNIST`.
  public let title: String
  /// Folders where a system package puts the files.
  public let systemFolders: [String]
  /// Addresses of folders that hold the files compressed, each ending in a slash.
  public let mirrors: [String]
  /// What to do when no source has the files.
  public let remedy: String

  /// A declared location.
  public init(
    name: String, title: String, systemFolders: [String] = [], mirrors: [String] = [], remedy: String
  ) {
    self.name = name
    self.title = title
    self.systemFolders = systemFolders
    self.mirrors = mirrors
    self.remedy = remedy
  }
}

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
    /// The decompressed file; a file that was not compressed is mapped, not read.
    public let bytes: Bytes
    /// The source.
    public let origin: DatasetOrigin
  }

  /// The contents of one file of a data set, from the first source that has the right bytes.
  ///
  /// - Throws: `DatasetError.unavailable` that names every source and what was wrong with it; `FileError` where this
  ///   process may not have the memory for the file, packed and unpacked.
  public func contents(of file: DatasetFile, in location: DatasetLocation) throws -> Found {
    try MemoryAllowance.require(file.length + Self.largestCompressed(file), toRead: file.name)
    var attempts =
      userFolder == nil ? [DatasetError.Attempt(source: "REPRISE_DATA", problem: "is not set")] : []
    for path in paths(of: file, in: location) {
      if let bytes = attempt(path, &attempts, { try Self.read(path, file) }) {
        return Found(bytes: bytes, origin: .file(path: path))
      }
    }
    guard let downloader else {
      attempts.append(.init(source: "network", problem: "downloads are off"))
      throw unavailable(file, location, attempts)
    }
    for mirror in location.mirrors {
      let address = mirror + file.name + ".gz"
      let found = attempt(address, &attempts) {
        let bytes = try downloader.download(address, limit: Self.largestCompressed(file))
        return try Self.decompressed(bytes, file, address)
      }
      if let found {
        return Found(
          bytes: Bytes(found), origin: .download(address: address, savedTo: save(found, file, in: location)))
      }
    }
    throw unavailable(file, location, attempts)
  }

  /// What is on this machine under a declared file's name, in the order in which it is looked at.
  ///
  /// - Returns: The path of the first file that has the right bytes, and every file that has others, with the problem.
  func local(_ file: DatasetFile, in location: DatasetLocation) -> (
    path: String?, damage: [DatasetError.Attempt]
  ) {
    var path: String?
    var damage: [DatasetError.Attempt] = []
    for candidate in paths(of: file, in: location)
    where (try? FileOperations.exists(candidate)) != false {
      if attempt(candidate, &damage, { try Self.read(candidate, file) }) != nil { path = path ?? candidate }
    }
    return (path, damage)
  }

  /// The contents of a file that can be made from other data: from the first source that has the right bytes, or made
  /// now and kept in the cache.
  ///
  /// - Throws: What `make` throws; `DatasetError.damaged` if what it makes is not the declared file.
  func contents(
    of file: DatasetFile, in location: DatasetLocation, orMadeFrom origin: String,
    _ make: () throws -> [UInt8]
  ) throws -> Found {
    do {
      return try contents(of: file, in: location)
    } catch DatasetError.unavailable {
      let bytes = try make()
      try bytes.withUnsafeBytes { try Self.verify($0, file, file.name) }
      return Found(
        bytes: Bytes(bytes), origin: .made(from: origin, savedTo: save(bytes, file, in: location)))
    }
  }

  /// The path of a folder that a configuration names: an absolute path as it is, a relative one below the user's folder if
  /// it is there, else below the working directory.
  ///
  /// - Throws: `DatasetError.unavailable` that names every place where there is no such folder.
  func folder(_ name: String) throws -> String {
    var attempts: [DatasetError.Attempt] = []
    var places = [name]
    if !name.hasPrefix("/") {
      if let userFolder {
        places.insert("\(userFolder)/\(name)", at: 0)
      } else {
        attempts.append(.init(source: "REPRISE_DATA", problem: "is not set"))
      }
    }
    for place in places {
      do {
        if try FileOperations.isDirectory(place) {
          return place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place
        }
        attempts.append(.init(source: place, problem: "there is no such folder"))
      } catch let error as FileError {
        attempts.append(.init(source: place, problem: error.reason))
      }
    }
    throw DatasetError.unavailable(
      dataset: ImageFolder.kind, file: name, attempts: attempts,
      remedy: "Give the folder's path, or set REPRISE_DATA to the folder that it is in.")
  }

  private func folders(for location: DatasetLocation) -> [String] {
    [userFolder.map { $0 + "/" + location.name }].compactMap { $0 }
      + (includesSystemFolders ? location.systemFolders : [])
      + [cacheFolder.map { $0 + "/" + location.name }].compactMap { $0 }
  }

  /// Where a file may lie on this machine, in the order in which it is looked for.
  private func paths(of file: DatasetFile, in location: DatasetLocation) -> [String] {
    folders(for: location).flatMap { ["\($0)/\(file.name)", "\($0)/\(file.name).gz"] }
  }

  private func unavailable(
    _ file: DatasetFile, _ location: DatasetLocation, _ attempts: [DatasetError.Attempt]
  ) -> DatasetError {
    .unavailable(dataset: location.title, file: file.name, attempts: attempts, remedy: location.remedy)
  }

  /// What a source gives; nothing, and a note of the problem, if it has none or a wrong one.
  private func attempt<Contents>(
    _ source: String, _ attempts: inout [DatasetError.Attempt], _ body: () throws -> Contents
  ) -> Contents? {
    do {
      return try body()
    } catch DatasetError.damaged(_, let reason), DatasetError.unreadable(_, let reason) {
      attempts.append(.init(source: source, problem: reason))
    } catch let error as FileError {
      attempts.append(.init(source: source, problem: error.reason))
    } catch {
      attempts.append(.init(source: source, problem: "\(error)"))
    }
    return nil
  }

  /// Contents kept for the next time; a cache that cannot be written costs only that.
  private func save(_ contents: [UInt8], _ file: DatasetFile, in location: DatasetLocation) -> String? {
    guard let cacheFolder else { return nil }
    let folder = cacheFolder + "/" + location.name
    do {
      try FileOperations.system.createDirectory(folder)
      try FileOperations.system.replaceFile(folder + "/" + file.name, with: contents)
      return folder + "/" + file.name
    } catch {
      return nil
    }
  }

  // MARK: Checking

  /// Compression never makes a file much longer; so much is read at most.
  private static func largestCompressed(_ file: DatasetFile) -> Int { file.length + file.length / 100 + 4096 }

  /// The checked contents of a file on this machine, whose name says whether it is compressed.
  private static func read(_ path: String, _ file: DatasetFile) throws -> Bytes {
    guard path.hasSuffix(".gz") else { return try mapped(path, file) }
    let contents = try FileOperations.contents(of: path, limit: largestCompressed(file))
    return Bytes(try decompressed(contents, file, path))
  }

  private static func mapped(_ path: String, _ file: DatasetFile) throws -> Bytes {
    let bytes = try Bytes(mapping: path)
    try bytes.withUnsafeBytes { try verify($0, file, path) }
    return bytes
  }

  private static func decompressed(_ bytes: [UInt8], _ file: DatasetFile, _ name: String) throws -> [UInt8] {
    let plain =
      Gzip.isCompressed(bytes) ? try Gzip.decompressed(bytes, limit: file.length, name: name) : bytes
    try plain.withUnsafeBytes { try verify($0, file, name) }
    return plain
  }

  private static func verify(_ bytes: UnsafeRawBufferPointer, _ file: DatasetFile, _ name: String) throws {
    guard bytes.count == file.length else {
      throw DatasetError.damaged(file: name, reason: "has \(bytes.count) bytes, expected \(file.length)")
    }
    let digest = Digest(of: bytes)
    guard digest == file.digest else {
      throw DatasetError.damaged(file: name, reason: "has SHA-256 \(digest), expected \(file.digest)")
    }
  }
}
