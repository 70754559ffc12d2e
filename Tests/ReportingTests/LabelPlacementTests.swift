import Reporting
import Testing

@Suite struct LabelPlacementTests {
  @Test func whatHasRoomStaysWhereItIs() {
    #expect(LabelPlacement.spread([30, 5, 90], apart: 10, within: 0...100) == [30, 5, 90])
    #expect(LabelPlacement.spread([], apart: 10, within: 0...100) == [])
  }

  @Test func neighborsMoveApartByTheSameAndTheFirstOfEqualOnesIsHighest() {
    #expect(LabelPlacement.spread([50, 50], apart: 10, within: 0...100) == [55, 45])
    #expect(LabelPlacement.spread([50, 52], apart: 10, within: 0...100) == [46, 56])
    #expect(LabelPlacement.spread([0, 1], apart: 10, within: 0...100) == [0, 10])
    #expect(LabelPlacement.spread([100, 100], apart: 10, within: 0...100) == [100, 90])
  }

  @Test func withoutRoomTheyStandOutOnBothSides() {
    #expect(LabelPlacement.spread([5, 5, 5], apart: 10, within: 0...10) == [15, 5, -5])
  }

  @Test(arguments: 1...20) func anyAreApartInsideAndInOrder(_ count: Int) {
    let wanted = (0..<count).map { Double(($0 * 7919 + 13) % 101) }
    let places = LabelPlacement.spread(wanted, apart: 5, within: 0...100)
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 5 - 1e-9 })
    #expect(sorted[0] > -1e-9 && sorted[count - 1] < 100 + 1e-9)
    for (a, b) in zip(wanted.indices, places) {
      for (c, d) in zip(wanted.indices, places) where wanted[a] < wanted[c] { #expect(b < d) }
    }
  }

  @Test func aTextStandsAboveTheLinesThatCrossIt() {
    #expect(LabelPlacement.lanes([(0, 30), (10, 40), (50, 60)]) == [1, 0, 0])
    #expect(LabelPlacement.lanes([(20, 50), (0, 30), (10, 40)]) == [0, 2, 1])
    #expect(LabelPlacement.lanes([(0, 0), (0, 10)]) == [0, 0])
    #expect(LabelPlacement.lanes([]) == [])
  }
}
