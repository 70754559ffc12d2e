import Settings
import Tensors

/// The safetensors format: tensors by name, with texts.
///
/// A file is: the header's length in 8 bytes, little-endian; the header, JSON padded with spaces so that the elements
/// begin at a multiple of 8; the elements, with nothing between. The header gives each name's `dtype` (F32, F64, I64, U8),
/// `shape` and `data_offsets`, and under `__metadata__` the texts.
///
/// Here names stand in the order in which they are given, texts in that of their names; elements lie in the order of
/// the names too, but those of 8 bytes before those of 4 before bytes, so that each tensor lies at a multiple of its
/// element's size. The same tensors are the same bytes.
///
/// Source: "Safetensors", https://github.com/huggingface/safetensors#format.
package enum Safetensors {
  /// The longest header that is read, in bytes: the format's own limit.
  static let longestHeader = 100_000_000

  private static let metadataName = "__metadata__"
  private static let types: [(name: String, type: Tensor.ElementType)] = [
    ("F32", .float32), ("F64", .float64), ("I64", .int64), ("U8", .uint8),
  ]

  /// What a file holds.
  package struct Contents: Equatable, Sendable {
    /// The tensors, in the header's order.
    package let tensors: [NamedTensor]
    /// The texts by name.
    package let metadata: [String: String]
  }

  // MARK: Writing

  /// A file's bytes.
  ///
  /// - Parameter file: What an error calls it.
  /// - Throws: `InterchangeError` for a name that is empty, stands twice or is `__metadata__`.
  package static func bytes(
    of tensors: [NamedTensor], metadata: [String: String] = [:], file: String
  ) throws -> [UInt8] {
    try NamedTensor.checkNames(of: tensors, file: file)
    guard !tensors.contains(where: { $0.path == metadataName }) else {
      throw InterchangeError(
        .invalid, file: file, reason: "'\(metadataName)' is the format's own name", remedy: "choose another")
    }
    let sizes = tensors.map { $0.tensor.count * $0.tensor.elementType.byteCount }
    let layout = [8, 4, 1].flatMap { size in
      tensors.indices.filter { tensors[$0].tensor.elementType.byteCount == size }
    }
    var offsets = [Int](repeating: 0, count: tensors.count)
    var end = 0
    for index in layout {
      offsets[index] = end
      end += sizes[index]
    }
    var members = metadata.isEmpty ? [] : ["\"\(metadataName)\":\(try canonicalJSON(metadata))"]
    for (index, named) in tensors.enumerated() {
      let type = types.first { $0.type == named.tensor.elementType }!.name
      let shape = named.tensor.shape.dimensions.map(String.init).joined(separator: ",")
      members.append(
        "\(try canonicalJSON(named.path)):{\"dtype\":\"\(type)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(offsets[index]),\(offsets[index] + sizes[index])]}")
    }
    var header = Array("{\(members.joined(separator: ","))}".utf8)
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    guard header.count <= longestHeader else {
      throw InterchangeError(
        .invalid, file: file,
        reason: "names and texts need a header of \(header.count) bytes, and the format "
          + "allows \(longestHeader)")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + end)
    bytes.append(littleEndian: header.count, bytes: 8)
    bytes += header
    for index in layout { bytes.append(elementsOf: tensors[index].tensor) }
    return bytes
  }

  // MARK: Reading

  /// What a file's bytes hold; elements may lie in any order, without gap or overlap.
  ///
  /// Every size is compared with the file's length before memory is taken.
  ///
  /// - Parameter file: What an error calls it.
  /// - Throws: `InterchangeError` of the kind `unreadable` for anything but a file of the four element types.
  package static func contents(_ bytes: [UInt8], file: String) throws -> Contents {
    func unreadable(_ reason: String, _ remedy: String = "") -> InterchangeError {
      InterchangeError(.unreadable, file: file, reason: reason, remedy: remedy)
    }
    guard bytes.count >= 8 else { throw unreadable("is cut off: it has \(bytes.count) bytes") }
    guard bytes[7] == 0, case let length = bytes.wholeNumber(at: 0, bytes: 7), length <= longestHeader else {
      throw unreadable("is no safetensors file: its header would be longer than \(longestHeader) bytes")
    }
    guard length <= bytes.count - 8 else {
      throw unreadable("is cut off: its header has \(length) bytes, and \(bytes.count - 8) are there")
    }
    let header = try Header(bytes[8..<8 + length], file: file)
    let data = bytes[(8 + length)...]

    var outlines: [(range: Range<Int>, outline: TensorOutline)] = []
    for entry in header.entries {
      guard let type = types.first(where: { $0.name == entry.type })?.type else {
        throw unreadable(
          "'\(entry.name)' has elements of type \(entry.type)",
          "convert it: \(types.map(\.name).joined(separator: ", ")) are read")
      }
      guard let outline = TensorOutline(type, dimensions: entry.shape), entry.offsets.count == 2,
        entry.offsets[0] <= entry.offsets[1], outline.byteCount == entry.offsets[1] - entry.offsets[0]
      else {
        throw unreadable(
          "'\(entry.name)' has shape \(entry.shape), which does not fit its offsets \(entry.offsets)")
      }
      outlines.append((entry.offsets[0]..<entry.offsets[1], outline))
    }
    var end = 0
    let order = outlines.indices.sorted {
      (outlines[$0].range.lowerBound, outlines[$0].range.upperBound)
        < (outlines[$1].range.lowerBound, outlines[$1].range.upperBound)
    }
    for index in order {
      guard outlines[index].range.lowerBound == end else {
        throw unreadable(
          "'\(header.entries[index].name)' begins at \(outlines[index].range.lowerBound), where \(end) is the "
            + "next free byte: elements overlap or have gaps")
      }
      end = outlines[index].range.upperBound
    }
    guard end == data.count else {
      throw unreadable(
        end > data.count
          ? "is cut off: its tensors have \(end) bytes, and \(data.count) are there"
          : "has \(data.count - end) bytes after its last tensor")
    }
    let tensors = try zip(header.entries, outlines).map { entry, place in
      let start = data.startIndex + place.range.lowerBound
      return NamedTensor(
        entry.name, try place.outline.tensor(from: bytes[start..<start + place.range.count]))
    }
    return Contents(tensors: tensors, metadata: header.metadata)
  }

  /// The header as it stands in the file; no number is checked yet.
  private struct Header {
    struct Entry {
      let name: String
      let type: String
      let shape, offsets: [Int]
    }

    private(set) var entries: [Entry] = []
    private(set) var metadata: [String: String] = [:]

    init(_ text: ArraySlice<UInt8>, file: String) throws {
      var cursor = TextCursor(text, file: file)
      var names: Set<String> = []
      try Self.members(&cursor) { name, cursor in
        guard names.insert(name).inserted else { throw cursor.failure("the name '\(name)' stands twice") }
        guard name == metadataName else {
          entries.append(try Self.entry(name, &cursor))
          return
        }
        try Self.members(&cursor) { key, cursor in
          let value = try cursor.quoted("\"", escapes: true)
          guard metadata.updateValue(value, forKey: key) == nil else {
            throw cursor.failure("the name '\(key)' stands twice")
          }
        }
      }
      guard cursor.isAtEnd() else { throw cursor.failure("something follows the end") }
    }

    private static func entry(_ name: String, _ cursor: inout TextCursor) throws -> Entry {
      var type: String?
      var shape, offsets: [Int]?
      try members(&cursor) { key, cursor in
        switch key {
        case "dtype" where type == nil: type = try cursor.quoted("\"", escapes: true)
        case "shape" where shape == nil: shape = try cursor.wholeNumbers("[", "]")
        case "data_offsets" where offsets == nil: offsets = try cursor.wholeNumbers("[", "]")
        default: throw cursor.failure("'\(key)' is unknown or stands twice")
        }
      }
      guard let type, let shape, let offsets else {
        throw cursor.failure("'\(name)' has no dtype, shape or data_offsets, whose end is")
      }
      return Entry(name: name, type: type, shape: shape, offsets: offsets)
    }

    /// Goes through an object; `read` is at each member's value.
    private static func members(
      _ cursor: inout TextCursor, _ read: (String, inout TextCursor) throws -> Void
    ) throws {
      try cursor.expect("{")
      guard !cursor.take("}") else { return }
      repeat {
        let name = try cursor.quoted("\"", escapes: true)
        try cursor.expect(":")
        try read(name, &cursor)
      } while cursor.take(",")
      try cursor.expect("}")
    }
  }
}
