import Tensors

extension ImageFeatures {
  /// Where a gray image changes most: bytes (1, height, width), 255 on an edge and 0 elsewhere.
  ///
  /// The steps of Canny's detector after smoothing, in whole numbers, on Sobel's gradients x and y
  /// (``ImageGradients``) with m = x² + y²:
  ///
  /// 1. Thinning. A pixel's neighbors are the two along its gradient's direction, to the nearest eighth of a turn: along the
  ///    row if (|x| + |y|)² < 2x², along the column if (|x| + |y|)² < 2y², else along the diagonal. It is kept if its m
  ///    exceeds that of the brighter neighbor (the one that the gradient points to) and is not below that of the darker
  ///    one; outside the image m is 0. Of a step between two pixels, which have the same m, the brighter is kept.
  /// 2. Thresholds. A kept pixel with m > `high`² is on an edge, and so is one with m > `low`² that touches a pixel
  ///    on an edge at a side or a corner.
  ///
  /// Source: J. Canny, "A computational approach to edge detection", 1986, doi:10.1109/TPAMI.1986.4767851.
  ///
  /// - Parameters:
  ///   - low, high: Magnitudes; a step by s levels has one of 4s.
  /// - Throws: `ImageError.unfit` for anything but a gray image, or thresholds other than 0 ≤ low ≤ high ≤ 1443, the
  ///   greatest magnitude there is.
  package static func edges(of image: Tensor, low: Int = 100, high: Int = 200) throws(ImageError) -> Tensor {
    guard 0 <= low, low <= high, high <= 1443 else {
      throw .unfit(reason: "thresholds of edges are 0 ≤ low ≤ high ≤ 1443, not \(low) and \(high)")
    }
    let gradients = try ImageGradients(of: image)
    let (height, width) = (gradients.height, gradients.width)
    let squares = zip(gradients.horizontal, gradients.vertical).map { $0 * $0 + $1 * $1 }
    func square(_ row: Int, _ column: Int) -> Int64 {
      (0..<height).contains(row) && (0..<width).contains(column) ? squares[row * width + column] : 0
    }
    var candidates = [Bool](repeating: false, count: squares.count)
    var edges = [UInt8](repeating: 0, count: squares.count)
    var reached: [Int] = []
    for row in 0..<height {
      for column in 0..<width {
        let index = row * width + column
        guard squares[index] > low * low else { continue }
        let (down, right) = direction(x: gradients.horizontal[index], y: gradients.vertical[index])
        guard squares[index] > square(row + down, column + right),
          squares[index] >= square(row - down, column - right)
        else { continue }
        candidates[index] = true
        if squares[index] > high * high {
          edges[index] = 255
          reached.append(index)
        }
      }
    }
    while let index = reached.popLast() {
      let (row, column) = (index / width, index % width)
      for row in max(0, row - 1)...min(height - 1, row + 1) {
        for column in max(0, column - 1)...min(width - 1, column + 1) {
          let neighbor = row * width + column
          guard candidates[neighbor], edges[neighbor] == 0 else { continue }
          edges[neighbor] = 255
          reached.append(neighbor)
        }
      }
    }
    return Tensor(edges, shape: [1, height, width])
  }

  /// The step to the neighbor that a gradient points to, to the nearest eighth of a turn.
  private static func direction(x: Int64, y: Int64) -> (down: Int, right: Int) {
    let sum = (abs(x) + abs(y)) * (abs(x) + abs(y))
    // tan(π/8) = √2 − 1, so |y| < tan(π/8)·|x| is |x| + |y| < √2·|x|.
    let down = sum < 2 * x * x ? 0 : y.signum()
    let right = sum < 2 * y * y ? 0 : x.signum()
    return (Int(down), Int(right))
  }
}
