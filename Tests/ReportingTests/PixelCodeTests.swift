import Files
import Foundation
import Reporting
import Tensors
import Testing

/// Laws of packed pixels.
@Suite struct PixelCodeTests {
  /// Every code that a figure may use.
  private static let codes = [
    (2, 1), (3, 1), (16, 1), (64, 1), (256, 1), (2, 3), (4, 3), (6, 3), (16, 3), (64, 3), (256, 3),
  ].map { PixelCode(levels: $0, channels: $1) }

  /// The levels in a packed row, by the code's definition.
  private func levels(_ text: String, _ width: Int, _ code: PixelCode) -> [Int] {
    let places = text.map { PixelCode.alphabet.firstIndex(of: $0)! }
      .map { PixelCode.alphabet.distance(from: PixelCode.alphabet.startIndex, to: $0) }
    let levels = stride(from: 0, to: places.count, by: code.digits).flatMap { start -> [Int] in
      var number = places[start..<(start + code.digits)].reduce(0) { $0 * 64 + $1 }
      var group = [Int](repeating: 0, count: code.group * code.channels)
      for index in group.indices.reversed() {
        (group[index], number) = (number % code.levels, number / code.levels)
      }
      return group
    }
    return Array(levels.prefix(width * code.channels))
  }

  @Test(arguments: codes) func levelsComeBackAsTheyWere(_ code: PixelCode) {
    for width in 1...7 {
      let expected = (0..<(width * code.channels)).map { ($0 * 37 + width) % code.levels }
      let text = code.packed(expected.map(code.byte(of:)))
      #expect(text.count == code.length(ofRow: width))
      #expect(levels(text, width, code) == expected)
    }
  }

  @Test(arguments: codes) func aLevelIsTheNearestOne(_ code: PixelCode) {
    for byte in UInt8.min...UInt8.max {
      let nearest = (0..<code.levels).map { abs(Double($0) * 255 / Double(code.levels - 1) - Double(byte)) }
        .min()
      let level = code.level(of: byte)
      #expect(abs(Double(level) * 255 / Double(code.levels - 1) - Double(byte)) == nearest)
      #expect((0..<code.levels).contains(level))
    }
    #expect((code.byte(of: 0), code.byte(of: code.levels - 1)) == (0, 255))
  }

  @Test func aPixelTakesFewCharacters() {
    let sizes = Self.codes.map { [$0.group, $0.digits] }
    #expect(
      sizes == [
        [3, 1], [3, 1], [3, 2], [1, 1], [3, 4], [2, 1], [1, 1], [3, 4], [1, 2], [1, 3], [1, 4],
      ])
  }

  @Test func theAlphabetHas64CharactersThatEndNoBlock() {
    #expect(Set(PixelCode.alphabet).count == 64 && PixelCode.alphabet.utf8.count == 64)
    #expect(!PixelCode.alphabet.contains { "E#'\"\\`$@".contains($0) })
  }

  /// gnuplot itself compares what it reads with what was packed.
  @Test(.enabled(if: (try? Gnuplot.find()) != nil), arguments: codes)
  func gnuplotReadsWhatWasPacked(_ code: PixelCode) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "pixels \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    var script = GnuplotScript(named: "x", width: 100, height: 100)
    let row = (0..<(5 * code.channels)).map { UInt8($0 * 53 % 256) }
    let block = script.addBlock("pixels", pixels: [row, row.reversed()], code)
    for function in code.functions { script.append(function) }
    for (line, row) in [row, row.reversed()].enumerated() {
      for (index, byte) in row.enumerated() {
        let (x, channel) = (index / code.channels, index % code.channels)
        script.append(
          "if (level(\(block)[\(line + 1)], \(x), \(channel)) != \(code.level(of: byte))) no such command")
      }
    }
    script.append("set xrange [0:1]; set yrange [0:1]; plot NaN notitle")
    _ = try Gnuplot.find().draw(script, into: directory.path, as: [.svg])
  }
}
