/// Where a random number is used: one word of a stream's counter, made from a path or from a number.
public struct RandomSite: Hashable, Sendable {
  /// The word that enters the counter.
  package let word: UInt32

  /// The site of everything that needs none: word 0.
  package static let none = RandomSite(index: 0)

  /// The site named by a path such as `hidden/linear/weight`.
  ///
  /// The word is the number written by the first eight hexadecimal digits of the SHA-256 of the path's
  /// UTF-8 bytes. Two paths share a word with probability 2⁻³²; `requireDistinct(_:)` finds that.
  public init(path: String) {
    let digits = Digest(of: path).hexadecimal.prefix(8)
    self.word = digits.utf8.reduce(0) { $0 << 4 | Self.value(ofHexDigit: $1) }
  }

  /// The site with a number, such as a sample's in its data set: 0 ..< 2³².
  package init(index: Int) {
    self.word = UInt32(index)
  }

  /// Throws if two of the paths would share their random numbers.
  ///
  /// Call it once for all sites of one purpose in one network.
  /// - Throws: `RandomSiteCollision`, with the first pair in the order given.
  package static func requireDistinct(_ paths: some Sequence<String>) throws(RandomSiteCollision) {
    var seen: [RandomSite: String] = [:]
    for path in paths {
      let site = RandomSite(path: path)
      if let earlier = seen[site] { throw RandomSiteCollision(first: earlier, second: path) }
      seen[site] = path
    }
  }

  /// 0…15 for one lower-case hexadecimal digit.
  private static func value(ofHexDigit digit: UInt8) -> UInt32 {
    UInt32(digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10)
  }
}

/// Two sites that would draw the same random numbers.
public struct RandomSiteCollision: Error, Equatable, CustomStringConvertible {
  /// The path that was given earlier.
  public let first: String
  /// The path that was given later.
  public let second: String

  package init(first: String, second: String) {
    self.first = first
    self.second = second
  }

  /// What happened and the way out.
  public var description: String {
    if first == second {
      return "two random sites have the same path '\(first)': give one of the layers another name"
    }
    return "the random sites '\(first)' and '\(second)' have the same word (a one-in-2³² accident): "
      + "give one of the layers another name"
  }
}
