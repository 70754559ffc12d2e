import Experiments
import Settings
import Testing

@Suite struct ErrorSurfaceTests {
  private static func yaml(
    deviations: String = "[1, 5]", rates: String = "[0.03, 0.3]", normalized: String = "[0.3]",
    more: String = ""
  ) -> String {
    """
    compute:
      error-surface:
        deviations: \(deviations)
        weights: [1, 0.5]
        start: [-2, 1]
        rates: \(rates)
        normalized-rates: \(normalized)
        \(more)
    """
  }

  /// The wider input has the larger curvature, by the square of its scale; z-scores make both 2 but for their
  /// correlation: eigenvalues 2 ± 2r, whose sum is 4.
  @Test func normalizationMakesTheSurfaceRound() throws {
    let archive = try computedArchive(Self.yaml(more: "examples: 2000"), Scratch())
    let condition = try computedNumbers(archive, "curvature", "condition")
    #expect(abs(condition[0] - 25) < 3 && condition[1] < 1.2 && condition[1] >= 1)
    let smallest = try computedNumbers(archive, "curvature", "smallest")
    let largest = try computedNumbers(archive, "curvature", "largest")
    #expect(abs(smallest[1] + largest[1] - 4) < 1e-12)
    #expect(abs(smallest[0] - 2) < 0.2 && abs(largest[0] - 50) < 4)
  }

  /// Without noise the loss is 0 at the weights that made the data, where descent ends.
  @Test func descentEndsAtTheWeightsOfTheData() throws {
    let archive = try computedArchive(Self.yaml(more: "noise: 0"), Scratch())
    let x = try computedNumbers(archive, "raw-1", "first"),
      y = try computedNumbers(archive, "raw-1", "second")
    let losses = try computedNumbers(archive, "raw-1", "loss")
    #expect(abs(x[0] + 1) < 1e-12 && abs(y[0] - 1.5) < 1e-12)
    let last = x.count - 1
    #expect(abs(x[last] - 1) < 0.03 && abs(y[last] - 0.5) < 0.03 && losses[last] < losses[0] / 1000)
    // Below 2 / (largest curvature) no step goes up.
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
  }

  /// Steps are those of the path; the last one is the first within the tolerance. What diverges is given up.
  @Test func descentsEndWhereTheyAreToldTo() throws {
    let archive = try computedArchive(Self.yaml(more: "tolerance: 0.1"), Scratch())
    let steps = try computedNumbers(archive, "descents", "steps")
    let distances = try computedNumbers(archive, "descents", "distance")
    #expect(try computedNumbers(archive, "descents", "surface") == [0, 0, 1])
    #expect(try computedNumbers(archive, "descents", "rate") == [0.03, 0.3, 0.3])
    #expect(try computedNumbers(archive, "raw-1", "step").count == Int(steps[0]) + 1)
    #expect(distances[0] <= 0.1 && distances[1] > 100 && distances[2] <= 0.1 && steps[2] < steps[0])
    let few = try computedArchive(Self.yaml(more: "steps: 2"), Scratch())
    #expect(try computedNumbers(few, "descents", "steps")[0] == 2)
  }

  /// On the grid the loss is smallest in the middle, the minimum.
  @Test func theGridSurroundsTheMinimum() throws {
    let archive = try computedArchive(Self.yaml(), Scratch())
    for surface in ["raw", "normalized"] {
      let losses = try computedNumbers(archive, surface, "value")
      #expect(losses.count == 121 * 121 && losses.firstIndex(of: losses.min() ?? 0) == 60 * 121 + 60)
    }
  }

  @Test(arguments: [
    ("deviations: [1, 0]", "positive"), ("start: [0, 0]", "not both 0"), ("rates: []", "positive"),
    ("weights: [1]", "2 numbers"),
  ])
  func badOptionsAreRefused(_ option: String, _ words: String) throws {
    let key = option.prefix { $0 != ":" }
    let lines = Self.yaml().split(separator: "\n").filter { !$0.contains("    \(key):") }
    let error = #expect(throws: SettingsError.self) {
      try computedArchive((lines + ["    \(option)"]).joined(separator: "\n"), Scratch())
    }
    #expect(error.map { "\($0)" }?.contains(words) == true)
  }
}
