/// How pixels are written into a script: each channel in few levels, several pixels in a few characters.
///
/// A pixel's color is the number whose digits to base `levels` are its channels, red first; `group` colors are
/// one number in the same way, the first pixel first, and that number is written in `digits` characters, its
/// digits to base 64. 16 gray levels need 2 characters for 3 pixels, 64 levels 1 for 1, 6 × 6 × 6 colors 4 for 3.
package struct PixelCode: Sendable, Equatable {
  /// The digits to base 64. There is no `E`, so that no line can be the `EOD` that ends a block.
  package static let alphabet = "0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*"
  private static let characters = Array(alphabet.utf8)

  /// How many values a channel has, 2…256.
  package let levels: Int
  /// 1 (gray) or 3 (red, green, blue).
  package let channels: Int
  /// How many pixels are packed together, 1…3.
  package let group: Int
  /// How many characters such a group takes.
  package let digits: Int

  /// The code that takes the fewest characters a pixel; `levels` is brought into 2…256, `channels` into 1…3.
  package init(levels: Int, channels: Int) {
    self.levels = min(max(levels, 2), 256)
    self.channels = min(max(channels, 1), 3)
    let colors = Self.power(self.levels, self.channels)
    var best = (group: 1, digits: Self.digits(for: colors))
    // Three of 24 bits are too long for gnuplot's whole numbers; they would save nothing.
    for group in 2...3 where colors <= 1 << 16 {
      let digits = Self.digits(for: Self.power(colors, group))
      if digits * best.group < best.digits * group { best = (group, digits) }
    }
    (group, digits) = best
  }

  /// How many characters a row of `width` pixels takes.
  package func length(ofRow width: Int) -> Int { (width + group - 1) / group * digits }

  /// The level nearest to a byte, 0…levels − 1.
  package func level(of byte: UInt8) -> Int { (Int(byte) * (levels - 1) * 2 + 255) / 510 }

  /// The byte nearest to a level.
  package func byte(of level: Int) -> UInt8 {
    UInt8(clamping: (level * 510 + levels - 1) / (2 * (levels - 1)))
  }

  /// A row of pixels as text, `channels` bytes a pixel; a last group that is not full is filled with zeros.
  package func packed(_ row: some Collection<UInt8>) -> String {
    let bytes = Array(row)
    let width = bytes.count / channels
    let colors = Self.power(levels, channels)
    var text: [UInt8] = []
    text.reserveCapacity(length(ofRow: width))
    for first in stride(from: 0, to: width, by: group) {
      var number = 0
      for pixel in first..<(first + group) {
        number *= colors
        guard pixel < width else { continue }
        number += (0..<channels).reduce(0) { $0 * levels + level(of: bytes[pixel * channels + $1]) }
      }
      var divisor = Self.power(64, digits - 1)
      for _ in 0..<digits {
        text.append(Self.characters[number / divisor % 64])
        divisor /= 64
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// gnuplot's functions that read a packed row: `level(row, x, c)` is the level of channel `c`, from 0, of the
  /// pixel at `x`, from 0.
  package var functions: [String] {
    let places = (0..<digits).map { digit in
      let weight = Self.power(64, digits - 1 - digit)
      return (weight == 1 ? "" : "\(weight)*") + "digit(row, k\(digit == 0 ? "" : " + \(digit)"))"
    }
    let colors = Self.power(levels, channels)
    let pixel = Self.choice("x%\(group)", (0..<group).map { Self.power(colors, group - 1 - $0) })
    let channel = Self.choice("c", (0..<channels).map { Self.power(levels, channels - 1 - $0) })
    let first = group == 1 ? "x" : "(x/\(group))"
    return [
      "# \(group == 1 ? "A pixel is" : "\(group) pixels are") \(digits) "
        + "\(digits == 1 ? "character" : "characters"), digits to base 64; a channel has \(levels) levels.",
      "digits = '\(Self.alphabet)'",
      "digit(row, k) = strstrt(digits, row[k:k]) - 1",
      "number(row, k) = " + places.joined(separator: " + "),
      "color(row, x) = number(row, \(digits == 1 ? first : "\(digits)*\(first)") + 1)"
        + (group == 1 ? "" : "/\(pixel)%\(colors)"),
      "level(row, x, c) = color(row, x)" + (channels == 1 ? "" : "/\(channel)%\(levels)"),
    ]
  }

  /// gnuplot's words for the value that belongs to an index from 0.
  private static func choice(_ index: String, _ values: [Int]) -> String {
    let conditions = values.dropLast().enumerated().map { "\(index) == \($0) ? \($1) : " }
    return "(\(conditions.joined())\(values.last ?? 1))"
  }

  private static func digits(for count: Int) -> Int {
    var (digits, reach) = (1, 64)
    while reach < count { (digits, reach) = (digits + 1, reach * 64) }
    return digits
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
