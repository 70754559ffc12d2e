/// How values are colored, such as a picture's channel: the greatest value has this color, the least one is black.
package enum Tint: Sendable, Equatable {
  /// White, or the channel's full color.
  case gray, red, green, blue

  /// The color's code.
  var color: String {
    switch self {
    case .gray: "#FFFFFF"
    case .red: "#FF0000"
    case .green: "#00FF00"
    case .blue: "#0000FF"
    }
  }

  /// The share of the greatest value from which on black text has more contrast than white: relative luminance
  /// above 0.179. Source: Web Content Accessibility Guidelines 2.2, relative luminance.
  var leastForBlackText: Double {
    switch self {
    case .gray: 0.46
    case .red: 0.93
    case .green: 0.54
    case .blue: 2
    }
  }
}
