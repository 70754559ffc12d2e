import Experiments
import Networks
import Settings
import Testing

@Suite struct PicturePoolingTests {
  @Test func aPoolingLeavesAQuarterOfThePixelsAndAllChannels() throws {
    let archive = try computedArchive(
      "dataset: picture\ncompute: { pooling: { size: 40, kernel: 2, times: 3 } }", Scratch())
    #expect(try computedNumbers(archive, "sizes", "pixels") == [1600, 400, 100, 25])
    #expect(try computedNumbers(archive, "sizes", "share") == [1, 0.25, 0.0625, 0.015625])
    #expect(try computedNumbers(archive, "sizes", "channels") == [3, 3, 3, 3])
    #expect(try archive.computed("maximum-3").values("value")?.shape == [3, 5, 5])
    #expect(archive.computedNames.count == 11)
  }

  /// Against windows that are taken apart here.
  @Test func windowsGiveTheirMaximumTheirMeanAndTheirFirst() throws {
    let archive = try computedArchive(
      "dataset: picture\ncompute: { pooling: { size: 12, kernel: 3, times: 1 } }", Scratch())
    let picture = try computedNumbers(archive, "picture", "value")
    var maxima: [Double] = [], means: [Double] = [], firsts: [Double] = []
    for window in 0..<48 {
      // 3 channels of 4 × 4 windows.
      let (channel, row, column) = (window / 16, window / 4 % 4, window % 4)
      let corner = channel * 144 + 3 * row * 12 + 3 * column
      let values: [Double] = (0..<9).map { picture[corner + $0 / 3 * 12 + $0 % 3] }
      let sum = values.reduce(0, +)
      maxima.append(values.max() ?? 0)
      means.append((sum / 9 + 0.5).rounded(.down))
      firsts.append(values[0])
    }
    #expect(try computedNumbers(archive, "maximum-1", "value") == maxima)
    #expect(try computedNumbers(archive, "mean-1", "value") == means)
    #expect(try computedNumbers(archive, "sampled-1", "value") == firsts)
  }

  @Test func whatIsNoPictureIsRefused() {
    for dataset in ["", "dataset: { wiggly-curve: { examples: 3 } }\n"] {
      #expect(throws: RunError.self) { try computedArchive("\(dataset)compute: pooling", Scratch()) }
    }
  }

  @Test func morePoolingsThanThereAreWindowsAreRefused() {
    #expect(throws: GraphError.self) {
      try computedArchive(
        "dataset: picture\ncompute: { pooling: { size: 6, kernel: 2, times: 3 } }", Scratch())
    }
  }
}
