import Images
import Tensors
import Testing

@Suite struct ImageGradientsTests {
  @Test func gradientsAreThoseOfOpenCV() throws {
    let gradients = try ImageGradients(of: ImageFeatures.gray(pattern))
    #expect(digest(gradients.x) == "cf1e76628715058341455729e48231d7de990d01b5162beb6634031a69009889")
    #expect(digest(gradients.y) == "dca9f9eed3160a6cbe281f31d5cd9d4baab1d40ff8f557d4d5be1b7e0c2dfb77")
  }

  @Test func flatImagesHaveNone() throws {
    let gradients = try ImageGradients(of: image(1, 5, 6) { _, _, _ in 200 })
    #expect(gradients.x == Tensor([Int64](repeating: 0, count: 30), shape: [5, 6]))
    #expect(gradients.y == gradients.x)
    #expect(gradients.magnitude == Tensor([Double](repeating: 0, count: 30), shape: [5, 6]))
    #expect(gradients.shownMagnitude == image(1, 5, 6) { _, _, _ in 0 })
    #expect(gradients.shownDirections.x == image(1, 5, 6) { _, _, _ in 128 })
    let pixel = try ImageGradients(of: image(1, 1, 1) { _, _, _ in 9 })
    #expect(pixel.x.integers == [0] && pixel.y.integers == [0])
  }

  @Test func rampsHaveOneGradient() throws {
    let gradients = try ImageGradients(of: image(1, 6, 8) { 5 * $1 + 3 * $2 })
    let x = try #require(gradients.x.integers), y = try #require(gradients.y.integers)
    let magnitude = try #require(gradients.magnitude.doubles)
    let inside = (1..<5).flatMap { row in (1..<7).map { 8 * row + $0 } }
    #expect(inside.map { x[$0] } == [Int64](repeating: 8 * 3, count: 24))
    #expect(inside.map { y[$0] } == [Int64](repeating: 8 * 5, count: 24))
    #expect(inside.map { magnitude[$0] } == [Double](repeating: 2176.0.squareRoot(), count: 24))
    // The mirrored border: nothing changes across it.
    #expect(x[8] == 0 && y[1] == 0)
  }

  @Test func transposingExchangesDirections() throws {
    let picture = noise(1, 9, 14, seed: 2)
    let (a, b) = (try ImageGradients(of: picture), try ImageGradients(of: transposed(picture)))
    #expect(transposed(a.x) == b.y && transposed(a.y) == b.x)
    #expect(transposed(a.magnitude) == b.magnitude)
    #expect(transposed(a.shownDirections.x) == b.shownDirections.y)
    #expect(transposed(a.shownMagnitude) == b.shownMagnitude)
  }

  @Test func bytesForShowingFollowTheirRule() throws {
    // One step from 0 to 255 to the right and one by half of it downwards.
    let gradients = try ImageGradients(of: image(1, 8, 8) { ($2 < 4 ? 0 : 170) + ($1 < 4 ? 0 : 85) })
    let (x, y) = gradients.shownDirections
    #expect(x.bytes?[8 + 3] == 255 && x.bytes?[8 + 1] == 128)
    #expect(y.bytes?[8 * 3 + 1] == 128 + 64 && y.bytes?[8 + 3] == 128)
    let falling = try ImageGradients(of: image(1, 8, 8) { $2 < 4 ? 9 : 0 }).shownDirections
    #expect(falling.x.bytes?[3] == 1)
    #expect(gradients.shownMagnitude.bytes?.max() == 255)
  }
}

@Suite struct ImageEdgesTests {
  private let square = image(1, 20, 24) { (5..<15).contains($1) && (6..<18).contains($2) ? 220 : 20 }

  @Test func edgesOfASquareAreItsBorder() throws {
    let border = image(1, 20, 24) { _, row, column in
      let inside = (5..<15).contains(row) && (6..<18).contains(column)
      let within = (6..<14).contains(row) && (7..<17).contains(column)
      return inside && !within ? 255 : 0
    }
    #expect(try ImageFeatures.edges(of: square) == border)
  }

  @Test func edgesFollowTheImageWhenItIsTransposedOrMirrored() throws {
    let picture = noise(1, 30, 21, seed: 7)
    let edges = try ImageFeatures.edges(of: picture, low: 150, high: 400)
    #expect(edges.bytes?.contains(255) == true && edges.bytes?.contains(0) == true)
    #expect(try ImageFeatures.edges(of: transposed(picture), low: 150, high: 400) == transposed(edges))
    func upsideDown(_ tensor: Tensor) -> Tensor {
      Tensor(tensor.bytes?.reversed() ?? [], shape: tensor.shape)
    }
    #expect(try ImageFeatures.edges(of: upsideDown(picture), low: 150, high: 400) == upsideDown(edges))
  }

  @Test func weakEdgesNeedAStrongNeighbor() throws {
    // A step whose height falls from 60 to 20 levels, one down each row: magnitudes about 240 to 80.
    let fading = image(1, 41, 10) { $2 < 5 ? 0 : 60 - $1 }
    func count(_ low: Int, _ high: Int) throws -> Int {
      try ImageFeatures.edges(of: fading, low: low, high: high).bytes?.filter { $0 == 255 }.count ?? 0
    }
    // x is 4·(60 − row) beside the step and y −6: over 198 in rows 0 … 10, over 98 in rows 0 … 35.
    #expect(try count(198, 198) == 11)
    #expect(try count(98, 198) == 36)
    #expect(try count(100, 300) == 0)
  }

  @Test func flatImagesHaveNone() throws {
    let flat = image(1, 4, 4) { _, _, _ in 9 }
    #expect(try ImageFeatures.edges(of: flat, low: 0, high: 0) == image(1, 4, 4) { _, _, _ in 0 })
  }

  @Test func absurdThresholdsAreRefused() {
    for (low, high) in [(-1, 5), (6, 5), (0, 1444)] {
      let problem = imageFailure { _ = try ImageFeatures.edges(of: square, low: low, high: high) }
      #expect(problem == "thresholds of edges are 0 ≤ low ≤ high ≤ 1443, not \(low) and \(high)")
    }
  }
}

@Suite struct ImageCornersTests {
  private let square = image(1, 30, 34) { (8..<20).contains($1) && (9..<25).contains($2) ? 220 : 20 }

  @Test func cornersOfASquareAreItsFour() throws {
    let corners = try ImageFeatures.corners(of: square)
    #expect(corners.map { [$0.row, $0.column] } == [[8, 9], [8, 24], [19, 9], [19, 24]])
    #expect(Set(corners.map(\.response)).count == 1)
    let response = try #require(try ImageFeatures.cornerResponse(of: square).integers)
    #expect(corners[0].response == response.max())
    // On an edge it is negative, on a plane zero.
    #expect(response[14 * 34 + 9] < 0 && response[14 * 34 + 17] == 0 && response[0] == 0)
  }

  @Test func responsesAreHarris() throws {
    let picture = noise(1, 7, 8, seed: 9)
    let response = try #require(try ImageFeatures.cornerResponse(of: picture).integers)
    let gradients = try ImageGradients(of: picture)
    let x = try #require(gradients.x.integers), y = try #require(gradients.y.integers)
    let places = (2...4).flatMap { row in (3...5).map { 8 * row + $0 } }
    let (a, c) = (
      places.reduce(0.0) { $0 + Double(x[$1] * x[$1]) }, places.reduce(0.0) { $0 + Double(y[$1] * y[$1]) }
    )
    let b = places.reduce(0.0) { $0 + Double(x[$1] * y[$1]) }
    #expect(Double(response[8 * 3 + 4]) == 25 * (a * c - b * b) - (a + c) * (a + c))
    #expect(
      transposed(try ImageFeatures.cornerResponse(of: picture))
        == (try ImageFeatures.cornerResponse(of: transposed(picture))))
  }

  @Test func cornersAreLocalMaximaOverTheThreshold() throws {
    let picture = noise(1, 40, 40, seed: 10)
    let response = try #require(try ImageFeatures.cornerResponse(of: picture).integers)
    let corners = try ImageFeatures.corners(of: picture, percent: 20, radius: 3)
    #expect(corners.count > 3)
    #expect(corners == corners.sorted { $0.response > $1.response })
    for corner in corners {
      #expect(5 * corner.response >= response.max() ?? 0)
      for other in corners where other != corner {
        #expect(max(abs(other.row - corner.row), abs(other.column - corner.column)) > 3)
      }
    }
    #expect(try ImageFeatures.corners(of: picture, percent: 100, radius: 1).count == 1)
  }

  @Test func flatImagesHaveNone() throws {
    #expect(try ImageFeatures.corners(of: image(1, 5, 5) { _, _, _ in 1 }, percent: 0) == [])
  }

  @Test func absurdChoicesAreRefused() {
    for (percent, radius) in [(-1, 5), (101, 5), (5, 0), (5, 1001)] {
      let problem = imageFailure {
        _ = try ImageFeatures.corners(of: square, percent: percent, radius: radius)
      }
      #expect(problem.hasPrefix("corners need a percentage of 0 to 100 and a radius of 1 to 1000"))
    }
  }
}
