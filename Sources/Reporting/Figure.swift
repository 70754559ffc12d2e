/// Something that can be drawn: values and words in, one gnuplot script out.
public protocol Figure: Sendable {
  /// The script that draws this figure; the same values always give the same bytes.
  ///
  /// - Parameter name: the figure's name, such as `001-15`; it becomes the stem of the files' names.
  func script(named name: String) -> GnuplotScript
}

/// Values from which no figure can be drawn; says which and why.
public struct FigureError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what would be right.
  public let description: String
}
