/// What a loss compares a network's outputs with.
public enum LossTargets<S: Scalar> {
  /// A class index a row: the targets are 1 at the class and 0 elsewhere.
  case classes(UnsafePointer<UInt8>)
  /// A number for every output, row-major.
  case values(UnsafePointer<S>)

  /// The class indices from a row on, if there are any.
  func classes(from row: Int) -> UnsafePointer<UInt8>? {
    if case .classes(let classes) = self { classes + row } else { nil }
  }

  /// The values from a row on, if there are any.
  func values(from row: Int, columns: Int) -> UnsafePointer<S>? {
    if case .values(let values) = self { values + row * columns } else { nil }
  }
}
