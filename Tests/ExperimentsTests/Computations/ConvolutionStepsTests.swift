import Experiments
import Networks
import Settings
import Testing

@Suite struct ConvolutionStepsTests {
  private static let image = """
    [[1, 0, 0, 0, 0, 1], [0, 1, 0, 0, 1, 0], [0, 0, 1, 1, 0, 0],
     [1, 0, 0, 0, 1, 0], [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 1, 0]]
    """

  private static func yaml(
    image: String = Self.image, filter: String = "[[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]",
    variants: String = "[{ stride: 1, padding: 0 }, { stride: 2, padding: 0 }, { stride: 1, padding: 1 }]"
  ) -> String {
    "compute: { convolution-steps: { image: \(image), filter: \(filter), variants: \(variants) } }"
  }

  /// Computed by hand.
  @Test func aDiagonalFilterFindsDiagonals() throws {
    let archive = try computedArchive(Self.yaml(), Scratch())
    let map: [Double] = [3, -1, -3, -1, -3, 1, 0, -3, -3, -3, 0, 1, 3, -2, -2, -1]
    #expect(try computedNumbers(archive, "map-1", "value") == map)
    #expect(try computedNumbers(archive, "map-2", "value") == [map[0], map[2], map[8], map[10]])
    // With padding the map without is its middle.
    let padded = try computedNumbers(archive, "map-3", "value")
    #expect((1...4).flatMap { padded[6 * $0 + 1...6 * $0 + 4] } == map)
    #expect(try computedNumbers(archive, "sizes", "rows") == [4, 2, 6])
    #expect(try computedNumbers(archive, "sizes", "columns") == [4, 2, 6])
    #expect(try computedNumbers(archive, "sizes", "maximum") == [3, 3, 3])
    #expect(try computedNumbers(archive, "image", "value").reduce(0, +) == 12)
  }

  @Test func imagesNeedNotBeSquare() throws {
    let archive = try computedArchive(
      Self.yaml(image: "[[1, 2, 3], [4, 5, 6]]", filter: "[[2]]", variants: "[{ stride: 1, padding: 0 }]"),
      Scratch())
    #expect(try computedNumbers(archive, "map-1", "value") == [2, 4, 6, 8, 10, 12])
    #expect(try computedNumbers(archive, "sizes", "columns") == [3])
  }

  @Test(arguments: [
    ("[[1, 2], [3]]", "[[1]]"), ("[]", "[[1]]"), ("[[1]]", "[[1, 2]]"), ("[[1]]", "[]"),
  ])
  func whatIsNoMatrixIsRefused(_ image: String, _ filter: String) {
    #expect(throws: SettingsError.self) {
      try computedArchive(Self.yaml(image: image, filter: filter), Scratch())
    }
  }

  @Test(arguments: ["{ stride: 0, padding: 0 }", "{ stride: 1, padding: 300 }"])
  func whatNoConvolutionHasIsRefused(_ variant: String) {
    #expect(throws: GraphError.self) { try computedArchive(Self.yaml(variants: "[\(variant)]"), Scratch()) }
  }

  @Test func aFilterLargerThanTheImageIsRefused() {
    #expect(throws: GraphError.self) { try computedArchive(Self.yaml(image: "[[1, 1]]"), Scratch()) }
  }
}
