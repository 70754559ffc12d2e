/// A number with a name, such as the metric `loss/train` or the gradient norm of `hidden/linear/weight`.
///
/// Equality compares bits, so that a NaN equals itself.
public struct NamedValue: Equatable, Sendable {
  /// The name: components joined by `/`.
  public var name: String
  /// The value.
  public var value: Double

  /// Names a value.
  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }

  /// Whether name and bits are equal.
  public static func == (a: NamedValue, b: NamedValue) -> Bool {
    a.name == b.name && a.value.bitPattern == b.value.bitPattern
  }
}
