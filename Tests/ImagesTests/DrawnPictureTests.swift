import Foundation
import Images
import Tensors
import Testing

@Suite struct DrawnPictureTests {
  private static let picture = DrawnPicture.image()

  @Test func everyMachineDrawsTheSameBytes() {
    #expect(Self.picture.shape == [3, 400, 400])
    #expect(digest(Self.picture) == "c195a87c3d805920c610ac6ac669697d6e8957ca20791a4c1094c09410bff16d")
  }

  @Test func theSeedDecidesTheGrain() {
    let other = DrawnPicture.image(seed: 2)
    #expect(other != Self.picture)
    let differences = zip(other.bytes ?? [], Self.picture.bytes ?? []).map { abs(Int($0) - Int($1)) }
    #expect(differences.reduce(0, +) < 20 * differences.count)
  }

  @Test func thereIsSomethingToFind() throws {
    let gray = try ImageFeatures.gray(Self.picture)
    let edges = try ImageFeatures.edges(of: gray).bytes?.filter { $0 == 255 }.count ?? 0
    #expect((4000..<40000).contains(edges))
    #expect((50..<1000).contains(try ImageFeatures.corners(of: gray).count))
    let counts = try #require(try ImageFeatures.histogram(gray).integers)
    #expect(counts.filter { $0 > 0 }.count > 200)
  }
}
