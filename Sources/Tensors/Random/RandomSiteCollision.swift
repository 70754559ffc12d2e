/// Two sites that would draw the same random numbers.
public struct RandomSiteCollision: Error, Equatable, CustomStringConvertible {
  /// The path that was given earlier.
  public let first: String
  /// The path that was given later.
  public let second: String

  /// Two sites that would draw the same random numbers.
  public init(first: String, second: String) {
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
