import CHDF5

/// How a dataset lies in the file.
enum HDF5Storage: Sendable {
  /// One run of bytes, not compressed.
  case contiguous
  /// One chunk for each index of the first axis, which is the epoch.
  case chunkedByEpoch(shuffle: Bool)
  /// The whole array as one chunk.
  case oneChunk(shuffle: Bool)

  /// Weights: shuffling halves what deflate leaves of floats that all differ.
  static let weights = HDF5Storage.chunkedByEpoch(shuffle: true)
  /// ReLU's activations are half zeros, which deflate finds better without shuffling.
  static let activations = HDF5Storage.chunkedByEpoch(shuffle: false)
}

/// The property lists that make bytes repeat: no times, fixed format versions, links in the order of
/// creation.
enum HDF5PropertyLists {
  /// For files: no times on the root group, and room for the label in front.
  static func fileCreation(_ place: HDF5.Place) throws -> HDF5Identifier {
    let list = try withoutTimes(chdf5_file_creation(), place)
    try HDF5.call("keep the order of links", at: place) { chdf5_set_links(list.raw) }
    try HDF5.call("leave room for the label", at: place) {
      H5Pset_userblock(list.raw, hsize_t(ArchiveLabel.byteCount))
    }
    return list
  }

  /// For groups: no times.
  static func groupCreation(_ place: HDF5.Place) throws -> HDF5Identifier {
    let list = try withoutTimes(chdf5_group_creation(), place)
    try HDF5.call("keep the order of links", at: place) { chdf5_set_links(list.raw) }
    return list
  }

  /// For access to a file on disk that is only read.
  static func reading(_ place: HDF5.Place) throws -> HDF5Identifier {
    let list = try fileAccess(place)
    try HDF5.call("leave locking out", at: place) { chdf5_without_locking(list.raw) }
    return list
  }

  /// For composing in memory: nothing of the file is on disk until all of it is known to be good.
  ///
  /// libhdf5 1.10.8 dies with a segmentation fault when its own write fails (disk full), so it never writes.
  static func composing(in image: HDF5Image, _ place: HDF5.Place) throws -> HDF5Identifier {
    let list = try fileAccess(place)
    try HDF5.call("compose in memory", at: place) { chdf5_compose_in(list.raw, image.memory, 1 << 20) }
    return list
  }

  /// For a dataset of a shape: no times, and how it is chunked and compressed.
  static func datasetCreation(
    _ storage: HDF5Storage, shape: [Int], _ place: HDF5.Place
  ) throws -> HDF5Identifier {
    let list = try withoutTimes(chdf5_dataset_creation(), place)
    var chunk = shape.map { hsize_t($0) }
    let shuffle: Bool
    switch storage {
    case .contiguous: return list
    case .chunkedByEpoch(let shuffled):
      if !chunk.isEmpty { chunk[0] = 1 }
      shuffle = shuffled
    case .oneChunk(let shuffled): shuffle = shuffled
    }
    // A scalar has no chunks, and a chunk may not be empty.
    if shape.isEmpty || shape.contains(0) { return list }
    try HDF5.call("set the chunks", at: place) { H5Pset_chunk(list.raw, Int32(chunk.count), chunk) }
    if shuffle { try HDF5.call("set shuffling", at: place) { H5Pset_shuffle(list.raw) } }
    // Levels above 1 cost 5 to 20 times as long for one per cent.
    try HDF5.call("set compression", at: place) { H5Pset_deflate(list.raw, 1) }
    return list
  }

  private static func withoutTimes(
    _ kind: @autoclosure () -> hid_t, _ place: HDF5.Place
  ) throws -> HDF5Identifier {
    let list = try new(kind(), place)
    try HDF5.call("leave times out", at: place) { chdf5_without_times(list.raw) }
    try HDF5.call("keep attributes together", at: place) { chdf5_set_attributes(list.raw) }
    return list
  }

  private static func fileAccess(_ place: HDF5.Place) throws -> HDF5Identifier {
    let list = try new(chdf5_file_access(), place)
    try HDF5.call("fix the format's version", at: place) { chdf5_set_bounds(list.raw) }
    try HDF5.call("set closing", at: place) { chdf5_set_strong_close(list.raw) }
    return list
  }

  private static func new(
    _ kind: @autoclosure () -> hid_t, _ place: HDF5.Place
  ) throws -> HDF5Identifier {
    try HDF5Identifier("make a property list", at: place, closedBy: H5Pclose) { H5Pcreate(kind()) }
  }
}
