import Foundation
import Images
import Tensors
import Testing

@Suite struct PNGFileTests {
  private func decoded(_ sample: PNGSample) throws -> Tensor {
    try ImageFile.decoded(sample.bytes, name: "f")
  }

  @Test func colorAndGrayComeBack() throws {
    for (channels, interlaced) in [(1, false), (3, false), (1, true), (3, true)] {
      let picture = noise(channels, 13, 21, seed: 5)
      let bytes = PNGSample(picture, isInterlaced: interlaced).bytes
      #expect(try withFile(bytes) { try ImageFile.read($0) } == picture)
    }
    let pixel = noise(3, 1, 1, seed: 6)
    #expect(try decoded(PNGSample(pixel, isInterlaced: true)) == pixel)
  }

  @Test func fewBitsAreStretched() throws {
    let one = PNGSample(width: 3, height: 1, depth: 1, color: 0, rows: [[0b1010_0000]])
    #expect(try decoded(one) == image(1, 1, 3) { [255, 0, 255][$2] })
    let two = PNGSample(width: 4, height: 1, depth: 2, color: 0, rows: [[0b0001_1011]])
    #expect(try decoded(two) == image(1, 1, 4) { 85 * $2 })
    let four = PNGSample(width: 2, height: 1, depth: 4, color: 0, rows: [[0x3F]])
    #expect(try decoded(four) == image(1, 1, 2) { [51, 255][$2] })
  }

  @Test func sixteenBitsKeepTheirHighByte() throws {
    let row: [UInt8] = [0x12, 0xFF, 0x00, 0xFF, 0xFE, 0x80]
    let gray = PNGSample(width: 3, height: 1, depth: 16, color: 0, rows: [row])
    #expect(try decoded(gray) == image(1, 1, 3) { [0x12, 0, 0xFE][$2] })
    let color = PNGSample(width: 1, height: 1, depth: 16, color: 2, rows: [row])
    #expect(try decoded(color) == image(3, 1, 1) { channel, _, _ in [0x12, 0, 0xFE][channel] })
  }

  @Test func alphaIsLaidOverWhite() throws {
    let samples = PNGSample(width: 3, height: 1, color: 4, rows: [[100, 255, 100, 0, 100, 128]])
    #expect(try decoded(samples) == image(1, 1, 3) { [100, 255, (100 * 128 + 255 * 127 + 127) / 255][$2] })
    let color = PNGSample(width: 1, height: 2, color: 6, rows: [[1, 2, 3, 255], [0, 90, 255, 51]])
    #expect(
      try decoded(color)
        == image(3, 2, 1) { channel, row, _ in row == 0 ? channel + 1 : [204, 222, 255][channel] })
    // Every pair, against the exact quotient.
    let all = PNGSample(
      width: 256, height: 256, color: 4,
      rows: (0..<256).map { a in (0..<256).flatMap { [UInt8($0), UInt8(a)] } })
    #expect(
      try decoded(all)
        == image(1, 256, 256) { _, alpha, value in
          Int((Double(value * alpha + 255 * (255 - alpha)) / 255).rounded())
        })
    // Alpha of 16 bits loses its low byte first.
    let deep = PNGSample(width: 1, height: 1, depth: 16, color: 4, rows: [[10, 9, 0, 255]])
    #expect(try decoded(deep) == image(1, 1, 1) { _, _, _ in 255 })
  }

  @Test func palettesBecomeColors() throws {
    var sample = PNGSample(width: 4, height: 1, depth: 2, color: 3, rows: [[0b0001_1000]])
    sample.chunks = [("PLTE", [255, 0, 0, 0, 255, 0, 10, 20, 30])]
    let colors = [[255, 0, 0], [0, 255, 0], [10, 20, 30], [255, 0, 0]]
    #expect(try decoded(sample) == image(3, 1, 4) { channel, _, column in colors[column][channel] })
    sample.chunks.append(("tRNS", [0, 255, 0]))
    let faded = [[255, 255, 255], [0, 255, 0], [255, 255, 255], [255, 255, 255]]
    #expect(try decoded(sample) == image(3, 1, 4) { channel, _, column in faded[column][channel] })
  }

  @Test func aTransparentColorIsWhite() throws {
    var gray = PNGSample(width: 3, height: 1, color: 0, rows: [[7, 8, 9]])
    gray.chunks = [("tRNS", [0, 8])]
    #expect(try decoded(gray) == image(1, 1, 3) { [7, 255, 9][$2] })
  }

  @Test func whatFilesSayAboutColorIsIgnored() throws {
    let picture = noise(3, 4, 4, seed: 8)
    var sample = PNGSample(picture)
    sample.chunks = [
      ("gAMA", PNGSample.bigEndian(220_000)), ("sBIT", [5, 5, 5]), ("bKGD", [0, 1, 0, 2, 0, 3]),
      ("iCCP", [65, 0, 0, 1, 2, 3]), ("tEXt", Array("Title\0words".utf8)),
    ]
    #expect(try decoded(sample) == picture)
  }

  @Test func absurdSizesAreRefusedBeforeMemoryIsTaken() {
    func problem(_ width: Int, _ height: Int) -> String {
      var sample = PNGSample(width: width, height: height, color: 2, rows: [[0]])
      sample.depth = 8
      return imageFailure { _ = try decoded(sample) }
    }
    #expect(problem(32769, 1) == "f: is 32769 pixels wide and 1 high; each side must be 1 to 32768")
    #expect(problem(1, 0x7FFF_FFFF).hasSuffix("each side must be 1 to 32768"))
    #expect(problem(0, 5).hasPrefix("f: is not a whole PNG file: "))
    #expect(problem(5, 0xFFFF_FFFF).hasPrefix("f: is not a whole PNG file: "))
    #expect(problem(32768, 8193).contains("more than the 268435456 pixels read at most"))
    // A file of a hundred bytes for 800 MB of pixels.
    #expect(
      problem(16384, 16384)
        == "f: is cut off: it says it is 16384 pixels wide and 16384 high, more than its bytes can hold")
  }

  /// What deflate shrinks most is still taken for possible.
  @Test func aFlatImageIsReadHoweverSmallItsFile() throws {
    for depth in [1, 8] {
      let row = [UInt8](repeating: 0, count: 4096 * depth / 8)
      var sample = PNGSample(width: 4096, height: 4096, color: 0, rows: Array(repeating: row, count: 4096))
      sample.depth = depth
      #expect(try decoded(sample).shape == [1, 4096, 4096])
    }
  }

  @Test func brokenRulesAreRefused() {
    var sample = PNGSample(width: 2, height: 1, color: 3, rows: [[0, 5]])
    #expect(imageFailure { _ = try decoded(sample) }.hasPrefix("f: is not a whole PNG file: "))
    sample.chunks = [("PLTE", [1, 2, 3])]
    #expect(
      imageFailure { _ = try decoded(sample) }
        == "f: is not a whole PNG file: it uses color 5 of a palette that has 1")
    let short = PNGSample(width: 2, height: 3, color: 0, rows: [[0, 5], [1, 2]])
    #expect(imageFailure { _ = try decoded(short) }.hasPrefix("f: is not a whole PNG file: "))
    let long = PNGSample(width: 2, height: 1, color: 0, rows: [[0, 5], [1, 2]])
    #expect(imageFailure { _ = try decoded(long) }.hasPrefix("f: is not a whole PNG file: "))
  }
}

@Suite struct JPEGFileTests {
  /// Two files of 19 × 13 pixels and SHA-256 over the pixels (3, 13, 19) that Pillow with libjpeg-turbo 3.2.0 decodes, made by
  /// `Image.fromarray(a).save(f, "JPEG", quality=60, optimize=True, …)` with `subsampling=2` and with
  /// `subsampling=1, progressive=True` of a[row, column, k] = min(255, 10·row + 6·column·(k + 1) // 2 + 20·k).
  private static let baseline = """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB
    RkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT0//wAARCAANABMDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABQAG/8QAHhAAAQMEAwAAAAAA
    AAAAAAAAAAEEIgIDBTEREiH/xAAVAQEBAAAAAAAAAAAAAAAAAAAEA//EABgRAQADAQAAAAAAAAAAAAAAAAABAxET/9oADAMB
    AAIRAxEAPwDONMbqI00xuoiTRpb8GmrW2nA+ucBsEU42KRI1NLW31QiveBsf/9k=
    """
  private static let progressive = """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB
    RkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT0//wgARCAANABMDASEAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAABAACBf/EABYBAQEBAAAAAAAA
    AAAAAAAAAAMBBP/aAAwDAQACEAMQAAAB5rdALlLLRVND/8QAGRAAAwEBAQAAAAAAAAAAAAAAAAECAxIT/9oACAEBAAEFApzJ
    zPMmUTKOUf/EABURAQEAAAAAAAAAAAAAAAAAAAIQ/9oACAEDAQE/AVFP/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAIQEv/aAAgB
    AgEBPwFYpo//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAaEAACAgMAAAAAAAAAAAAAAAAAARBhESEx/9oA
    CAEBAAE/IaysWvJ2WI//2gAMAwEAAgADAAAAEMLu/8QAFhEAAwAAAAAAAAAAAAAAAAAAABAR/9oACAEDAQE/EHQ//8QAFhEB
    AQEAAAAAAAAAAAAAAAAAAAER/9oACAECAQE/EHYrI0//xAAYEAEAAwEAAAAAAAAAAAAAAAAAESExAf/aAAgBAQABPxDIyKBW
    cEIB/9k=
    """

  private func bytes(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }

  @Test func pixelsAreThoseOfAnotherVersion() throws {
    for (file, digest) in [
      (Self.baseline, "947f86c496c08ed95d923b353809a61794b0883f3890440273bcdd8dc7e6784a"),
      (Self.progressive, "8cf1069e3061d6b00fa796828b57693fb85c80f3594189c9f8bf7e2f64b0898a"),
    ] {
      let pixels = try ImageFile.decoded(bytes(file), name: "f")
      #expect(pixels.shape == [3, 13, 19])
      #expect(Digest(of: pixels.bytes ?? []).hexadecimal == digest)
    }
  }

  @Test func flatImagesComeBack() throws {
    for channels in [1, 3] {
      let gray = image(channels, 20, 9) { _, _, _ in 77 }
      #expect(try withFile(jpeg(gray)) { try ImageFile.read($0) } == gray)
      #expect(try ImageFile.decoded(jpeg(gray, progressive: true), name: "f") == gray)
    }
  }

  @Test func whatIsNotGrayOrColorIsRefused() {
    let file = jpeg(noise(4, 8, 8, seed: 1))
    #expect(
      imageFailure { _ = try ImageFile.decoded(file, name: "f") }
        == "f: has 4 color components; gray (1) and color (3) are read")
  }

  @Test func absurdSizesAreRefused() throws {
    // The sizes stand 5 bytes behind the marker of the frame: height, then width.
    var file = jpeg(image(1, 8, 8) { _, _, _ in 3 })
    let frame = try #require(file.indices.dropLast().first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
    file.replaceSubrange((frame + 5)..<(frame + 9), with: [0x80, 1, 0, 8])
    #expect(
      imageFailure { _ = try ImageFile.decoded(file, name: "f") }
        == "f: is 8 pixels wide and 32769 high; each side must be 1 to 32768")
    file.replaceSubrange((frame + 5)..<(frame + 9), with: [0x80, 0, 0x20, 1])
    #expect(
      imageFailure { _ = try ImageFile.decoded(file, name: "f") }.contains("more than the 268435456 pixels"))
    // A progressive file of these sizes would take 1.3 GB for its coefficients and pixels.
    file[frame + 1] = 0xC2
    file.replaceSubrange((frame + 5)..<(frame + 9), with: [0x40, 0, 0x40, 0])
    #expect(
      imageFailure { _ = try ImageFile.decoded(file, name: "f") }
        == "f: is cut off: it says it is 16384 pixels wide and 16384 high, more than its bytes can hold")
    // Arithmetic coding, where a bit can be any number of blocks.
    file[frame + 1] = 0xC9
    #expect(
      imageFailure { _ = try ImageFile.decoded(file, name: "f") }
        == "f: is arithmetic-coded; Huffman-coded files are read")
  }

  @Test func endlessScansAreRefused() throws {
    // The last scan says all about its coefficients, so that it may come again and again.
    let picture = noise(1, 8, 8, seed: 2)
    let file = jpeg(picture, spectrum: true)
    let scan = try #require(file.indices.dropLast().last { file[$0] == 0xFF && file[$0 + 1] == 0xDA })
    func repeated(_ count: Int) -> [UInt8] {
      file[..<scan] + Array(repeating: file[scan..<(file.count - 2)], count: count).joined() + [0xFF, 0xD9]
    }
    #expect(try ImageFile.decoded(repeated(99), name: "f") == ImageFile.decoded(file, name: "f"))
    #expect(
      imageFailure { _ = try ImageFile.decoded(repeated(100), name: "f") }
        == "f: has more than the 100 scans read at most")
  }

  /// Scans that say nothing are short in the file and long to decode: 70 over 67 million pixels are 4.7 thousand million.
  @Test func manyScansOfALargeImageAreRefused() throws {
    let file = jpeg(image(1, 8192, 8192) { _, _, _ in 3 }, spectrum: true)
    let scan = try #require(file.indices.dropLast().last { file[$0] == 0xFF && file[$0 + 1] == 0xDA })
    let scans = Array(repeating: file[scan..<(file.count - 2)], count: 70).joined()
    #expect(
      imageFailure { _ = try ImageFile.decoded(file[..<scan] + scans + [0xFF, 0xD9], name: "f") }
        == "f: has more than the 64 scans read at most of its size")
  }
}

@Suite struct BrokenImageFileTests {
  private static let files: [[UInt8]] = [
    PNGSample(noise(3, 7, 9, seed: 1)).bytes, PNGSample(noise(1, 7, 9, seed: 2), isInterlaced: true).bytes,
    PNGSample(
      width: 2, height: 2, color: 6, rows: [[1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16]]
    )
    .bytes,
    jpeg(noise(3, 17, 19, seed: 3)), jpeg(noise(1, 9, 9, seed: 4)),
    jpeg(noise(3, 17, 19, seed: 5), progressive: true),
  ]

  private func problem(_ bytes: [UInt8]) -> String {
    imageFailure { _ = try ImageFile.decoded(bytes, name: "f") }
  }

  @Test(arguments: Self.files.indices) func everyCutIsNoticed(_ number: Int) {
    let file = Self.files[number]
    #expect(problem(file) == "no error")
    let silent = file.indices.filter { !problem(Array(file[..<$0])).hasPrefix("f: ") }
    #expect(silent == [])
  }

  /// A PNG's checksums cover every byte; a JPEG has none, so some changes give another image.
  @Test(arguments: Self.files.indices) func changedBytesGiveAnErrorOrAnImage(_ number: Int) {
    let file = Self.files[number]
    let stream = RandomStream(seed: UInt64(number), purpose: .dataGeneration)
    var unexpected: [String] = []
    var errors = 0
    for trial in 0..<1000 {
      var changed = file
      for change in 0...(trial % 4) {
        let place = stream.integer(at: 8 * trial + change, below: file.count)
        changed[place] ^= UInt8(1 + stream.integer(at: 8 * trial + 4 + change, below: 255))
      }
      guard changed != file else { continue }
      let problem = problem(changed)
      if problem.hasPrefix("f: "), !problem.contains("\n") {
        errors += 1
      } else if problem != "no error" || file[0] == 0x89 {
        unexpected.append(problem)
      }
    }
    #expect(unexpected == [])
    #expect(errors > 0)
  }

  @Test func foreignFilesAreNamed() throws {
    #expect(problem([]) == "f: is empty")
    #expect(problem([1]) == "f: is neither a PNG nor a JPEG file: it starts with 1")
    #expect(
      problem(Array("GIF89a".utf8)) == "f: is neither a PNG nor a JPEG file: it starts with 47 49 46 38")
    #expect(problem([0x89, 0x50, 0x4E, 0x47]).contains("neither a PNG nor a JPEG"))
    #expect(
      imageFailure { _ = try ImageFile.read("/nowhere/x.png") }.hasPrefix("/nowhere/x.png: cannot open"))
    #expect(imageFailure { _ = try ImageFile.read("/") } == "/: is not a file")
    let (path, problem) = try withFile([7]) { path in (path, imageFailure { _ = try ImageFile.read(path) }) }
    #expect(problem.hasPrefix("\(path): is neither"))
  }
}
