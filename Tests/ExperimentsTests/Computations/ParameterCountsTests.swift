import Experiments
import Networks
import Settings
import Testing

@Suite struct ParameterCountsTests {
  @Test func fullLayersAndFiltersAreCounted() throws {
    let archive = try computedArchive(
      """
      compute:
        parameter-counts:
          networks:
            - { input: [1, 6, 6], layers: [flatten, linear: { outputs: 16 }] }
            - { input: [1, 6, 6], layers: [conv-2d: { outputs: 1, kernel: 3 }] }
            - { input: [3, 100, 100], layers: [flatten, linear: { outputs: 1000, bias: false }] }
            - { input: [64, 8, 8], layers: [conv-2d: { outputs: 64, kernel: 3, padding: 1 }, batch-norm, relu] }
      """, Scratch())
    #expect(
      try computedNumbers(archive, "counts", "weights") == [36 * 16, 9, 30_000_000, 64 * 64 * 9])
    // Scale and shift of the batch normalization are of one dimension.
    #expect(try computedNumbers(archive, "counts", "biases") == [16, 1, 0, 3 * 64])
    #expect(
      try computedNumbers(archive, "counts", "parameters") == [592, 10, 30_000_000, 64 * 64 * 9 + 3 * 64])
    #expect(try computedNumbers(archive, "counts", "inputs") == [36, 36, 30_000, 4096])
    #expect(try computedNumbers(archive, "counts", "outputs") == [16, 16, 1000, 4096])
  }

  @Test func layersThatDoNotFitAreRefused() {
    #expect(throws: GraphError.self) {
      try computedArchive(
        "compute: { parameter-counts: { networks: [{ input: [6], layers: [conv-2d: { outputs: 1, kernel: 3 }] }] } }",
        Scratch())
    }
    #expect(throws: SettingsError.self) {
      try computedArchive(
        "compute: { parameter-counts: { networks: [{ input: [0], layers: [relu] }] } }", Scratch())
    }
  }
}
