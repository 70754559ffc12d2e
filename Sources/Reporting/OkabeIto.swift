/// The eight colours of Okabe and Ito, told apart by people with any common colour vision.
///
/// Source: M. Okabe, K. Ito, "Color Universal Design", 2008.
public enum OkabeIto: String, Sendable, CaseIterable {
  case blue = "#0072B2"
  case vermillion = "#D55E00"
  case bluishGreen = "#009E73"
  case orange = "#E69F00"
  case skyBlue = "#56B4E9"
  case reddishPurple = "#CC79A7"
  case black = "#000000"
  case yellow = "#F0E442"

  /// The colour of the `index`-th series; the colours repeat after eight.
  public static func series(_ index: Int) -> OkabeIto {
    let count = allCases.count
    return allCases[((index % count) + count) % count]
  }
}
