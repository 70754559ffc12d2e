/// Something that can be drawn: values and words in, one gnuplot script out.
package protocol Figure: Sendable {
  /// The script that draws this figure; the same values always give the same bytes.
  ///
  /// - Parameter name: the figure's name, such as `001-15`; it becomes the stem of the files' names.
  func script(named name: String) -> GnuplotScript
}

/// Values from which no figure can be drawn; says which and why.
package struct FigureError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what would be right.
  package let description: String
}

/// What every figure says about itself: a title above it, a remark and the runs' digests below it.
package struct Caption: Sendable, Equatable {
  /// One sentence that says what is shown; broken into lines where it is long.
  package var title: String
  /// The digests of the runs that the values come from, whole; the drawing shows the first 12 digits of
  /// up to four, the script's head all of them.
  package var digests: [String]
  /// A small line at the lower left; may be empty.
  package var remark: String

  /// A caption from its parts.
  package init(title: String, digests: [String] = [], remark: String = "") {
    self.title = title
    self.digests = digests
    self.remark = remark
  }

  /// The digests as the drawing shows them: `run 0123456789ab` or `runs 0123456789ab fedcba987654`; of more than four
  /// only how many there are.
  var shortDigests: String {
    guard !digests.isEmpty else { return "" }
    guard digests.count <= 4 else { return "\(digests.count) runs" }
    let short = digests.map { String($0.prefix(12)) }
    return (short.count == 1 ? "run " : "runs ") + short.joined(separator: " ")
  }
}
