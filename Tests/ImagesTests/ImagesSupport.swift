import CJPEG
import CZlib
import Files
import Foundation
import Images
import Tensors

/// Calls `body` with the path of a file that holds some bytes, and removes it.
func withFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) throws -> R {
  let url = FileManager.default.temporaryDirectory.appending(path: "images-\(UUID().uuidString)")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}

/// What an error says; tells also that none was thrown or that it was of another type.
func imageFailure(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as ImageError {
    return error.description
  } catch let error as FileError {
    return error.description
  } catch {
    return "another error: \(error)"
  }
}

/// An image whose bytes a function of channel, row and column gives.
func image(
  _ channels: Int = 1, _ height: Int, _ width: Int,
  _ value: (_ channel: Int, _ row: Int, _ column: Int) -> Int
) -> Tensor {
  var values: [UInt8] = []
  for channel in 0..<channels {
    for row in 0..<height { for column in 0..<width { values.append(UInt8(value(channel, row, column))) } }
  }
  return Tensor(values, shape: [channels, height, width])
}

/// An image of random bytes.
func noise(_ channels: Int, _ height: Int, _ width: Int, seed: UInt64) -> Tensor {
  let stream = RandomStream(seed: seed, purpose: .dataGeneration)
  return image(channels, height, width) { Int(stream.word(($0 * height + $1) * width + $2) & 255) }
}

/// An image or a matrix with rows and columns exchanged.
func transposed(_ tensor: Tensor) -> Tensor {
  let sizes = tensor.shape.dimensions
  let (height, width) = (sizes[sizes.count - 2], sizes[sizes.count - 1])
  func exchanged<T>(_ values: [T]) -> [T] {
    values.indices.map { index in
      let (plane, place) = (index / (height * width), index % (height * width))
      return values[plane * height * width + place % height * width + place / height]
    }
  }
  let shape = Shape(sizes.dropLast(2) + [width, height])
  return switch tensor.elements {
  case .uint8(let values): Tensor(exchanged(values), shape: shape)
  case .int64(let values): Tensor(exchanged(values), shape: shape)
  case .float64(let values): Tensor(exchanged(values), shape: shape)
  case .float32(let values): Tensor(exchanged(values), shape: shape)
  }
}

/// A PNG file, made here so that the reader is not checked against its own library.
struct PNGSample {
  var width: Int
  var height: Int
  var depth = 8
  /// 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha.
  var color: Int
  /// The rows as they stand in the file, packed to bytes, without filters.
  var rows: [[UInt8]]
  /// Chunks before the image's data.
  var chunks: [(name: String, data: [UInt8])] = []
  /// Rows are those of Adam7's passes, one after the other.
  var isInterlaced = false

  static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(crc32(0, body, UInt32(body.count))))
  }

  var bytes: [UInt8] {
    let raw: [UInt8] = rows.flatMap { (row: [UInt8]) -> [UInt8] in [0] + row }
    var size = compressBound(UInt(raw.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    precondition(compress(&packed, &size, raw, UInt(raw.count)) == Z_OK)
    let header =
      Self.bigEndian(width) + Self.bigEndian(height)
      + [UInt8(depth), UInt8(color), 0, 0, isInterlaced ? 1 : 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
      + chunks.flatMap { Self.chunk($0.name, $0.data) } + Self.chunk("IDAT", Array(packed.prefix(Int(size))))
      + Self.chunk("IEND", [])
  }

  /// The file of an image of 8 bits.
  init(_ image: Tensor, isInterlaced: Bool = false) {
    let sizes = image.shape.dimensions, values = image.bytes ?? []
    let (channels, height, width) = (sizes[0], sizes[1], sizes[2])
    func row(_ y: Int, _ columns: some Sequence<Int>) -> [UInt8] {
      columns.flatMap { x in (0..<channels).map { values[($0 * height + y) * width + x] } }
    }
    // First row, first column, steps: PNG specification, section 8.2.
    let passes =
      isInterlaced
      ? [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
      : [(0, 0, 1, 1)]
    let rows = passes.flatMap { pass in
      stride(from: pass.0, to: height, by: pass.2).map {
        row($0, stride(from: pass.1, to: width, by: pass.3))
      }
    }
    self.init(width: width, height: height, color: channels == 3 ? 2 : 0, rows: rows.filter { !$0.isEmpty })
    self.isInterlaced = isInterlaced
  }

  init(width: Int, height: Int, depth: Int = 8, color: Int, rows: [[UInt8]]) {
    (self.width, self.height, self.depth, self.color, self.rows) = (width, height, depth, color, rows)
  }
}

/// The JPEG file of an image, by libjpeg.
///
/// - Parameter spectrum: Two scans of a gray image, its blocks' means and then all other coefficients in full.
func jpeg(_ image: Tensor, quality: Int32 = 90, progressive: Bool = false, spectrum: Bool = false) -> [UInt8]
{
  let sizes = image.shape.dimensions, values = image.bytes ?? []
  let (channels, height, width) = (sizes[0], sizes[1], sizes[2])
  // The library keeps these addresses from call to call.
  let errors = UnsafeMutablePointer<jpeg_error_mgr>.allocate(capacity: 1)
  let writer = UnsafeMutablePointer<jpeg_compress_struct>.allocate(capacity: 1)
  let output = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>.allocate(capacity: 1)
  let size = UnsafeMutablePointer<UInt>.allocate(capacity: 1)
  let script = UnsafeMutablePointer<jpeg_scan_info>.allocate(capacity: 2)
  defer {
    errors.deallocate()
    writer.deallocate()
    free(output.pointee)
    output.deallocate()
    size.deallocate()
    script.deallocate()
  }
  output.initialize(to: nil)
  size.initialize(to: 0)
  writer.initialize(to: jpeg_compress_struct())
  writer.pointee.err = jpeg_std_error(errors)
  jpeg_CreateCompress(writer, JPEG_LIB_VERSION, MemoryLayout<jpeg_compress_struct>.size)
  jpeg_mem_dest(writer, output, size)
  writer.pointee.image_width = UInt32(width)
  writer.pointee.image_height = UInt32(height)
  writer.pointee.input_components = Int32(channels)
  writer.pointee.in_color_space = [1: JCS_GRAYSCALE, 3: JCS_RGB, 4: JCS_CMYK][channels] ?? JCS_UNKNOWN
  jpeg_set_defaults(writer)
  jpeg_set_quality(writer, quality, boolean(1))
  if progressive { jpeg_simple_progression(writer) }
  if spectrum {
    for (index, range) in [(0, 0), (1, 63)].enumerated() {
      script[index] = jpeg_scan_info()
      script[index].comps_in_scan = 1
      (script[index].Ss, script[index].Se) = (Int32(range.0), Int32(range.1))
    }
    writer.pointee.scan_info = UnsafePointer(script)
    writer.pointee.num_scans = 2
  }
  jpeg_start_compress(writer, boolean(1))
  for y in 0..<height {
    var row = (0..<width).flatMap { x in (0..<channels).map { values[($0 * height + y) * width + x] } }
    row.withUnsafeMutableBufferPointer { row in
      var start = row.baseAddress
      _ = jpeg_write_scanlines(writer, &start, 1)
    }
  }
  jpeg_finish_compress(writer)
  jpeg_destroy_compress(writer)
  return Array(UnsafeBufferPointer(start: output.pointee, count: Int(size.pointee)))
}
