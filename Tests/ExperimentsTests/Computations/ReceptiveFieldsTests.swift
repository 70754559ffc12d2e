import Experiments
import Settings
import Testing

@Suite struct ReceptiveFieldsTests {
  /// The gradient through layers of ones is the product of the ways along rows and columns: 1 1 1, then 1 2 3 2 1.
  @Test func fieldsGrowByTwoForEachLayerOfThree() throws {
    let archive = try computedArchive("compute: { receptive-fields: { side: 7, layers: 3 } }", Scratch())
    #expect(try computedNumbers(archive, "fields", "pixels") == [9, 25, 49])
    #expect(try computedNumbers(archive, "fields", "weights") == [9, 18, 27])
    let ways: [[Double]] = [[0, 0, 1, 1, 1, 0, 0], [0, 1, 2, 3, 2, 1, 0], [1, 3, 6, 7, 6, 3, 1]]
    for (index, ways) in ways.enumerated() {
      #expect(
        try computedNumbers(archive, "gradient-\(index + 1)", "value")
          == ways.flatMap { row in ways.map { row * $0 } })
    }
  }

  @Test func otherKernelsSeeOtherPixels() throws {
    let archive = try computedArchive(
      "compute: { receptive-fields: { side: 10, kernel: 5, layers: 2 } }", Scratch())
    #expect(try computedNumbers(archive, "fields", "pixels") == [25, 81])
  }

  @Test func anImageThatLeavesNoOutputIsRefused() {
    let error = #expect(throws: SettingsError.self) {
      try computedArchive("compute: { receptive-fields: { side: 6, layers: 3 } }", Scratch())
    }
    #expect(error.map { "\($0)" }?.contains("7 to 50") == true)
  }
}
