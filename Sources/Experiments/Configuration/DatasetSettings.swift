/// Which images an experiment uses, and how their bytes become numbers.
public struct DatasetSettings: Codable, Sendable, Equatable {
  /// The data sets that there are.
  public enum Name: String, Codable, Sendable, CaseIterable {
    /// 28 × 28 grey images of clothes in ten classes.
    case fashionMNIST = "fashion-mnist"
    /// 28 × 28 grey images of handwritten digits.
    case mnist
  }

  /// Which data set.
  public let name: Name
  /// What a pixel's byte is divided by, in Float: 255 scales to 0…1, 1 leaves 0…255.
  public let divisor: Double
  /// How many training images are used, the first ones; all of them if `nil`.
  public let limit: Int?

  /// Whether an image is one row of numbers; otherwise it is (channels, height, width), as convolutions take it.
  public let flatten: Bool

  private enum CodingKeys: String, CodingKey { case name, divisor, limit, flatten }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    name = try options.decode(Name.self, forKey: .name)
    divisor = try options.decodeIfPresent(Double.self, forKey: .divisor) ?? 255
    limit = try options.decodeIfPresent(Int.self, forKey: .limit)
    flatten = try options.decodeIfPresent(Bool.self, forKey: .flatten) ?? true
    guard divisor > 0 else { throw options.impossible(.divisor, "pixels are divided by a positive number") }
    if let limit, limit < 1 { throw options.impossible(.limit, "at least 1 training image is needed") }
  }

  /// Writes what is not at its default, besides name and divisor: an option that is added later changes no
  /// identity.
  public func encode(to encoder: any Encoder) throws {
    var options = encoder.container(keyedBy: CodingKeys.self)
    try options.encode(name, forKey: .name)
    try options.encode(divisor, forKey: .divisor)
    try options.encodeIfPresent(limit, forKey: .limit)
    if !flatten { try options.encode(flatten, forKey: .flatten) }
  }

  /// The Float that each value of a byte becomes: byte / divisor, one division in Float.
  var values: [Float] { (0...255).map { Float($0) / Float(divisor) } }
}
