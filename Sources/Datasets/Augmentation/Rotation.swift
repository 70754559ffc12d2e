import Settings
import Tensors

/// `rotation: { degrees: 10 }`: a turn about the image's middle by an angle that is uniform in ±degrees, counter-clockwise
/// where it is positive.
///
/// The angle is degrees · (2u − 1), u from words 0 and 1. A pixel of the result at (x, y) from the middle
/// ((width − 1)/2, (height − 1)/2) shows the image at
///
///     column = (width − 1)/2 + (cos · x − sin · y)
///     row    = (height − 1)/2 + (sin · x + cos · y)
///
/// in Double, each step rounded, from the Floats at ⌊column⌋ and ⌊column⌋ + 1 in rows ⌊row⌋ and ⌊row⌋ + 1 by
/// `AugmentedImage.bilinear` with the weights column − ⌊column⌋ and row − ⌊row⌋, each rounded to Float; with
/// `interpolation: nearest` it is the value at ⌊column + ½⌋, ⌊row + ½⌋. A neighbor beside the image has the value `fill`.
/// Sine and cosine are those of `RightAngles`, exact for every multiple of 90: a square image turned by one is permuted,
/// and 0 is the identity.
///
/// torchvision's `RandomRotation` takes the nearest pixel unless told otherwise. Here the default is bilinear: small
/// images turned by a few degrees otherwise break into steps.
public struct Rotation: ImageTransform {
  /// What configurations call it.
  public static let kind = "rotation"

  /// How values between pixels are found.
  public enum Interpolation: String, Codable, Sendable {
    /// The nearest pixel's.
    case nearest
    /// From the four around.
    case bilinear
  }

  /// The largest angle, in degrees.
  public let degrees: Double
  /// How values between pixels are found.
  public let interpolation: Interpolation
  /// The value beside the image.
  public let fill: Double

  /// Reads `degrees` (needed, 0 to 180), `interpolation` (bilinear) and `fill` (0).
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    degrees = try options.value(.degrees, Rule("from 0 to 180") { (0...180).contains($0) })
    interpolation = try options.value(.interpolation, default: .bilinear)
    fill = try options.value(.fill, default: 0, .probability)
  }

  /// Turns an image.
  public func apply(to image: inout AugmentedImage, _ draws: TransformDraws) {
    turn(&image, by: degrees * (2 * draws.unit(0) - 1))
  }

  /// Turns an image by an angle in degrees, of at most 360 either way.
  package func turn(_ image: inout AugmentedImage, by angle: Double) {
    let direction = RightAngles.direction(of: angle)
    switch interpolation {
    case .nearest: takeNearest(image, direction)
    case .bilinear: interpolate(image, direction)
    }
    image.exchange()
  }

  /// Where each pixel of the result lies in the image.
  private struct Places {
    let cosine: Double
    let sine: Double
    let middleColumn: Double
    let middleRow: Double

    init(_ image: AugmentedImage, _ direction: (cosine: Double, sine: Double)) {
      (cosine, sine) = direction
      middleColumn = Double(image.width - 1) / 2
      middleRow = Double(image.height - 1) / 2
    }

    @inline(__always)
    func place(_ column: Int, _ row: Int) -> (column: Double, row: Double) {
      let (x, y) = (Double(column) - middleColumn, Double(row) - middleRow)
      return (middleColumn + (cosine * x - sine * y), middleRow + (sine * x + cosine * y))
    }
  }

  /// Calls `body` for every pixel of the result, with its place in a channel and where it lies in the image.
  @inline(__always)
  private func forEachPixel(
    _ image: AugmentedImage, _ direction: (cosine: Double, sine: Double),
    _ body: (_ target: Int, _ place: (column: Double, row: Double)) -> Void
  ) {
    let places = Places(image, direction)
    for row in 0..<image.height {
      for column in 0..<image.width { body(row * image.width + column, places.place(column, row)) }
    }
  }

  private func interpolate(_ image: AugmentedImage, _ direction: (cosine: Double, sine: Double)) {
    let fill = Float(fill)
    let (height, width, plane) = (image.height, image.width, image.plane)
    forEachPixel(image, direction) { target, place in
      let (left, top) = (place.column.floorIndex, place.row.floorIndex)
      let x = Float(place.column - Double(left)), y = Float(place.row - Double(top))
      let first = top * width + left
      let isInside = left >= 0 && left + 1 < width && top >= 0 && top + 1 < height
      for channel in 0..<image.channels {
        let source = image.pixels + channel * plane
        let value: Float
        if isInside {
          let a = source + first
          value = AugmentedImage.bilinear(a[0], a[1], a[width], a[width + 1], x: x, y: y)
        } else {
          func pixel(_ column: Int, _ row: Int) -> Float {
            column >= 0 && column < width && row >= 0 && row < height ? source[row * width + column] : fill
          }
          value = AugmentedImage.bilinear(
            pixel(left, top), pixel(left + 1, top), pixel(left, top + 1), pixel(left + 1, top + 1),
            x: x, y: y)
        }
        image.spare[channel * plane + target] = value
      }
    }
  }

  private func takeNearest(_ image: AugmentedImage, _ direction: (cosine: Double, sine: Double)) {
    let fill = Float(fill)
    let (height, width, plane) = (image.height, image.width, image.plane)
    forEachPixel(image, direction) { target, place in
      let (column, row) = ((place.column + 0.5).floorIndex, (place.row + 0.5).floorIndex)
      let isInside = column >= 0 && column < width && row >= 0 && row < height
      for channel in 0..<image.channels {
        image.spare[channel * plane + target] =
          isInside ? image.pixels[channel * plane + row * width + column] : fill
      }
    }
  }
}

/// Sine and cosine of angles in degrees.
enum RightAngles {
  /// With q = ⌊angle/90 + ½⌋ the rest angle − 90·q is exact for angles up to 360, and at most 45 in size; sine and
  /// cosine of rest · (π/180), one product with the Double next to π/180, change places and signs by q modulo 4.
  static func direction(of degrees: Double) -> (cosine: Double, sine: Double) {
    let quarters = (degrees / 90 + 0.5).floorIndex
    let angle = (degrees - 90 * Double(quarters)) * 0x1.1df46a2529d39p-6
    switch quarters & 3 {
    case 0: return (angle.cosine, angle.sine)
    case 1: return (-angle.sine, angle.cosine)
    case 2: return (-angle.cosine, -angle.sine)
    default: return (angle.sine, -angle.cosine)
    }
  }
}

extension Double {
  /// The largest whole number that is not above this one, which is below 2⁵³ in size.
  @inline(__always)
  fileprivate var floorIndex: Int {
    let toZero = Int(self)
    return Double(toZero) > self ? toZero - 1 : toZero
  }
}
