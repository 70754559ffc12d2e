import CZlib

/// Decompression of gzip files (RFC 1952).
package enum Gzip {
  /// zlib's version, such as 1.2.13: compressed bytes depend on it, contents do not.
  package static var zlibVersion: String { String(cString: CZlib.zlibVersion()) }

  /// Whether bytes start as a gzip file does.
  package static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The contents of a gzip file: of all its members, one after the other.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - limit: the most bytes that may come out; a larger result is an error, so that a small hostile file
  ///     cannot fill the memory.
  ///   - name: what an error calls the file.
  /// - Throws: `DatasetError.damaged` for a file that is cut off or corrupt, has other bytes after its end,
  ///   or holds more than `limit`.
  package static func decompressed(_ bytes: [UInt8], limit: Int, name: String) throws -> [UInt8] {
    func damaged(_ reason: String) -> DatasetError { .damaged(file: name, reason: reason) }
    guard bytes.count <= UInt32.max, limit < UInt32.max else { throw damaged("is larger than 4 GB") }
    var stream = z_stream()
    // 15 bits of window; 16 more mean gzip and nothing else.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw damaged("zlib cannot start: no memory")
    }
    defer { inflateEnd(&stream) }

    // One byte more than allowed tells "full" from "too large".
    var failure: String?
    let result = [UInt8](unsafeUninitializedCapacity: limit + 1) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(limit + 1)
        failure = inflateMembers(&stream)
      }
      count = limit + 1 - Int(stream.avail_out)
    }
    if let failure { throw damaged(failure) }
    guard result.count <= limit else { throw damaged("holds more than the \(limit) bytes expected") }
    return result
  }

  /// Inflates member after member; returns what is wrong, or nothing when the output is complete or full.
  private static func inflateMembers(_ stream: inout z_stream) -> String? {
    while true {
      guard stream.avail_in > 0 else { return "is cut off" }
      switch inflate(&stream, Z_FINISH) {
      case Z_STREAM_END:
        if stream.avail_in == 0 { return nil }
        guard stream.avail_in >= 2, stream.next_in[0] == 0x1F, stream.next_in[1] == 0x8B,
          inflateReset(&stream) == Z_OK
        else { return "has \(stream.avail_in) bytes after its end" }
      case Z_OK, Z_BUF_ERROR:
        // Without an end, either the output is full or the input is used up.
        return stream.avail_out == 0 ? nil : "is cut off"
      case Z_MEM_ERROR: return "zlib has no memory"
      default: return "is corrupt: \(stream.msg.map { String(cString: $0) } ?? "not gzip")"
      }
    }
  }
}
