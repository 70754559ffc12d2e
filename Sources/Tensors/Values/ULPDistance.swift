/// How many numbers of a type lie between two of them: their distance in units in the last place.
///
/// Numbers of one type are counted in their order, from −∞ to +∞, so that neighbors are 1 apart: the distance of the
/// ordered integers that bit patterns are mapped to (a negative number's bits are inverted, a positive one's sign bit
/// is set). −0 and +0 are 1 apart, as their bits differ; the greatest finite number and infinity are neighbors. Two
/// NaNs are 0 apart whatever their bits, which are outside the contract; a NaN is infinitely far from every number.
package struct ULPDistance: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The distance as an integer; `UInt64.max`, which no two numbers reach, stands for an infinite one.
  private let steps: UInt64

  /// Nothing between them: the same number, or two NaNs.
  package static let zero = ULPDistance(steps: 0)
  /// A NaN's from any number.
  package static let infinite = ULPDistance(steps: .max)

  private init(steps: UInt64) { self.steps = steps }

  /// The distance of two Floats.
  package init(_ a: Float, _ b: Float) {
    self.init(a.isNaN, b.isNaN, UInt64(Self.ordered(a.bitPattern)), UInt64(Self.ordered(b.bitPattern)))
  }

  /// The distance of two Doubles.
  package init(_ a: Double, _ b: Double) {
    self.init(a.isNaN, b.isNaN, Self.ordered(a.bitPattern), Self.ordered(b.bitPattern))
  }

  /// The difference of two integers; ``infinite`` for `Int64.min` and `Int64.max`, the only two whose difference is
  /// that large.
  package init(_ a: Int64, _ b: Int64) {
    self.init(steps: UInt64(bitPattern: max(a, b) &- min(a, b)))
  }

  private init(_ aIsNaN: Bool, _ bIsNaN: Bool, _ a: UInt64, _ b: UInt64) {
    if aIsNaN || bIsNaN {
      self = aIsNaN == bIsNaN ? .zero : .infinite
    } else {
      self.init(steps: max(a, b) - min(a, b))
    }
  }

  /// The place of a bit pattern in the numbers' order.
  private static func ordered<Bits: FixedWidthInteger & UnsignedInteger>(_ bits: Bits) -> Bits {
    let sign: Bits = 1 << (Bits.bitWidth - 1)
    return bits & sign == 0 ? bits | sign : ~bits
  }

  /// Whether a NaN meets a number.
  package var isInfinite: Bool { self == .infinite }

  /// The count of steps; `nil` for an infinite distance.
  package var count: UInt64? { isInfinite ? nil : steps }

  /// The count, or `inf`.
  package var description: String { count.map(String.init) ?? "inf" }

  /// Whether the first is the shorter one.
  package static func < (a: ULPDistance, b: ULPDistance) -> Bool { a.steps < b.steps }
}

extension ULPDistance: Encodable {
  /// The count as an integer, or the text `inf`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let count { try container.encode(count) } else { try container.encode(description) }
  }
}
