/// A rectangle of the page in pixels, its origin at the page's upper left corner.
struct Rectangle: Equatable, Sendable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }
}
