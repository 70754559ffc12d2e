import CZlib

/// A ZIP archive in memory: what a .npz is.
///
/// Written without compression, every entry dated 1980-01-01, so that the same entries are the same bytes. Read are stored
/// and deflated entries; the central directory says where they lie. ZIP64, for what is larger than 4 GB, encryption and
/// several volumes are refused.
///
/// Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", version 6.3.10.
struct ZIPArchive {
  /// A file in the archive.
  struct Entry: Equatable {
    let name: String
    let bytes: [UInt8]
  }

  private static let localMark = 0x0403_4b50, centralMark = 0x0201_4b50, endMark = 0x0605_4b50
  private static let localSize = 30, centralSize = 46, endSize = 22
  /// The version that is needed to read an archive, 2.0; made where files have no permissions.
  private static let version = 20
  /// 1980-01-01: year 0, month 1, day 1.
  private static let date = 1 << 5 | 1
  /// The flags of a name in UTF-8, and of an encrypted entry.
  private static let isUTF8 = 1 << 11, isEncrypted = 1
  /// Whatever needs ZIP64 has this length or offset.
  private static let limit = Int(UInt32.max)
  /// No deflated byte stands for more bytes than this: two bits are at least needed for 258.
  private static let mostInflation = 1032

  // MARK: Writing

  /// An archive's bytes, entries in the order given.
  ///
  /// - Throws: `InterchangeError` of the kind `invalid` for what needs ZIP64 or a longer name than 65,535 bytes.
  static func bytes(of entries: [Entry], file: String) throws -> [UInt8] {
    var bytes: [UInt8] = [], directory: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(endSize) { $0 + localSize + centralSize + 512 + $1.bytes.count })
    for entry in entries {
      let name = Array(entry.name.utf8), offset = bytes.count
      guard name.count <= UInt16.max else {
        throw InterchangeError(
          .invalid, file: file, reason: "a name has \(name.count) bytes, more than 65535")
      }
      guard entry.bytes.count < limit else { throw tooLarge(file) }
      // What the local and the central header have in common.
      var common: [UInt8] = []
      let fields = [
        (version, 2), (name.allSatisfy { $0 < 0x80 } ? 0 : isUTF8, 2), (0, 2), (0, 2), (date, 2),
        (checksum(entry.bytes[...]), 4), (entry.bytes.count, 4), (entry.bytes.count, 4), (name.count, 2),
        (0, 2),
      ]
      for (number, size) in fields { common.append(littleEndian: number, bytes: size) }
      bytes.append(littleEndian: localMark, bytes: 4)
      bytes += common + name
      bytes += entry.bytes
      directory.append(littleEndian: centralMark, bytes: 4)
      directory.append(littleEndian: version, bytes: 2)
      directory += common + [UInt8](repeating: 0, count: 10)
      directory.append(littleEndian: offset, bytes: 4)
      directory += name
      guard bytes.count < limit else { throw tooLarge(file) }
    }
    guard bytes.count + directory.count < limit, entries.count < UInt16.max else { throw tooLarge(file) }
    let start = bytes.count
    bytes += directory
    for (number, size) in [
      (endMark, 4), (0, 4), (entries.count, 2), (entries.count, 2), (directory.count, 4), (start, 4), (0, 2),
    ] { bytes.append(littleEndian: number, bytes: size) }
    return bytes
  }

  private static func tooLarge(_ file: String) -> InterchangeError {
    InterchangeError(
      .invalid, file: file, reason: "4 GB or 65,535 arrays are more than a .npz holds here",
      remedy: "write safetensors")
  }

  /// The CRC-32 of bytes.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { bytes in
      Int(crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
    }
  }

  // MARK: Reading

  /// An archive that is being read.
  private struct Reader {
    let bytes: [UInt8]
    let file: String

    func unreadable(_ reason: String, _ remedy: String = "") -> InterchangeError {
      InterchangeError(.unreadable, file: file, reason: reason, remedy: remedy)
    }

    func number(_ offset: Int, _ size: Int) -> Int { bytes.wholeNumber(at: offset, bytes: size) }

    func name(_ range: Range<Int>, isUTF8: Bool) throws -> String {
      let name = String(decoding: bytes[range], as: UTF8.self)
      guard isUTF8 || bytes[range].allSatisfy({ $0 < 0x80 }), name.utf8.elementsEqual(bytes[range]) else {
        throw unreadable("a name in it is not UTF-8")
      }
      return name
    }
  }

  /// An entry as the central directory describes it.
  private struct Outline {
    let name: String
    let rawName: ArraySlice<UInt8>
    let method, checksum, storedSize, size, offset: Int
  }

  /// The entries that an archive's bytes hold, in the central directory's order, each compared with its CRC-32.
  ///
  /// - Throws: `InterchangeError` of the kind `unreadable` for anything that is wrong in it.
  static func entries(_ bytes: [UInt8], file: String) throws -> [Entry] {
    let reader = Reader(bytes: bytes, file: file)
    let (outlines, directory) = try outlines(reader)
    let places = try outlines.map { try place(of: $0, before: directory, reader) }
    // Before anything is inflated: entries that share their data could say any number of bytes.
    let whole = zip(outlines, places).map { $0.offset..<$1.upperBound }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    for (one, next) in zip(whole, whole.dropFirst()) where one.upperBound > next.lowerBound {
      throw reader.unreadable("entries in it overlap")
    }
    var entries: [Entry] = []
    for (outline, data) in zip(outlines, places) {
      let contents: [UInt8]
      if outline.method == 0 {
        contents = Array(bytes[data])
      } else {
        guard let inflated = inflated(bytes[data], count: outline.size) else {
          throw reader.unreadable("'\(outline.name)' in it is damaged: it cannot be inflated")
        }
        contents = inflated
      }
      guard checksum(contents[...]) == outline.checksum else {
        throw reader.unreadable("'\(outline.name)' in it is damaged: its CRC-32 is another")
      }
      entries.append(Entry(name: outline.name, bytes: contents))
    }
    return entries
  }

  /// The central directory's entries, and where it begins.
  private static func outlines(_ reader: Reader) throws -> ([Outline], start: Int) {
    let count = reader.bytes.count
    // The end record is followed by a comment of at most 65,535 bytes, whose length it says.
    let end = stride(from: count - endSize, through: max(0, count - endSize - Int(UInt16.max)), by: -1).first
    {
      reader.number($0, 4) == endMark && $0 + endSize + reader.number($0 + 20, 2) == count
    }
    guard let end else { throw reader.unreadable("is no ZIP archive, or is cut off") }
    let entryCount = reader.number(end + 10, 2), size = reader.number(end + 12, 4)
    let start = reader.number(end + 16, 4)
    guard start < limit, size < limit, entryCount < UInt16.max else {
      throw reader.unreadable("is a ZIP64 archive, which is not read", "save it as safetensors")
    }
    guard reader.number(end + 4, 4) == 0, reader.number(end + 8, 2) == entryCount, start + size == end else {
      throw reader.unreadable("its directory is damaged, or in another volume")
    }
    var outlines: [Outline] = []
    var names: Set<String> = []
    var place = start
    while place < end {
      guard end - place >= centralSize, reader.number(place, 4) == centralMark else {
        throw reader.unreadable("its directory is damaged")
      }
      let nameEnd = place + centralSize + reader.number(place + 28, 2)
      let next = nameEnd + reader.number(place + 30, 2) + reader.number(place + 32, 2)
      guard next <= end else { throw reader.unreadable("its directory is damaged") }
      let outline = try outline(place, name: place + centralSize..<nameEnd, reader)
      guard names.insert(outline.name).inserted else {
        throw reader.unreadable("'\(outline.name)' stands twice in it")
      }
      outlines.append(outline)
      place = next
    }
    guard outlines.count == entryCount else { throw reader.unreadable("its directory is damaged") }
    return (outlines, start)
  }

  private static func outline(_ place: Int, name: Range<Int>, _ reader: Reader) throws -> Outline {
    let flags = reader.number(place + 8, 2)
    let outline = Outline(
      name: try reader.name(name, isUTF8: flags & isUTF8 != 0), rawName: reader.bytes[name],
      method: reader.number(place + 10, 2), checksum: reader.number(place + 16, 4),
      storedSize: reader.number(place + 20, 4), size: reader.number(place + 24, 4),
      offset: reader.number(place + 42, 4))
    guard outline.storedSize < limit, outline.size < limit, outline.offset < limit else {
      throw reader.unreadable("'\(outline.name)' in it is ZIP64, which is not read", "save it as safetensors")
    }
    guard flags & isEncrypted == 0, [0, 8].contains(outline.method) else {
      throw reader.unreadable(
        "'\(outline.name)' in it is encrypted, or compressed by method \(outline.method)",
        "save it with numpy.savez or numpy.savez_compressed")
    }
    guard outline.method == 8 || outline.storedSize == outline.size,
      outline.size <= outline.storedSize * mostInflation
    else { throw reader.unreadable("'\(outline.name)' in it says a size that it cannot have") }
    return outline
  }

  /// Where an entry's data lie, according to its local header, which must bear the same name.
  private static func place(of outline: Outline, before end: Int, _ reader: Reader) throws -> Range<Int> {
    let header = outline.offset, nameStart = header + localSize
    guard nameStart <= end, reader.number(header, 4) == localMark else {
      throw reader.unreadable("'\(outline.name)' is not where the directory says")
    }
    let nameEnd = nameStart + reader.number(header + 26, 2)
    let start = nameEnd + reader.number(header + 28, 2)
    guard start + outline.storedSize <= end, reader.bytes[nameStart..<nameEnd] == outline.rawName else {
      throw reader.unreadable("'\(outline.name)' is not where the directory says, or is cut off")
    }
    return start..<start + outline.storedSize
  }

  /// What deflated bytes (RFC 1951) stand for, if it is exactly `count` bytes and nothing follows; else `nil`.
  private static func inflated(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window; negative means deflate without a header.
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var isComplete = false
    let result = [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(count)
        isComplete =
          inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0
      }
      filled = count - Int(stream.avail_out)
    }
    return isComplete ? result : nil
  }
}
