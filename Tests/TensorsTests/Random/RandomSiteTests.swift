import Tensors
import Testing

@Suite struct RandomSiteTests {
  @Test("a path's word is the start of its SHA-256")
  func word() {
    // The first digits of SHA-256("abc") and of SHA-256(""), FIPS 180-2, appendix B, and its empty message.
    #expect(RandomSite(path: "abc").word == 0xba78_16bf)
    #expect(RandomSite(path: "").word == 0xe3b0_c442)
    #expect(RandomSite(index: 4_294_967_295).word == .max)
    #expect(RandomSite.none.word == 0)
  }

  @Test("two sites with one word are refused, by name")
  func collisions() throws {
    try RandomSite.requireDistinct((0..<2000).map { "layer\($0)/weight" })
    #expect(throws: RandomSiteCollision(first: "a", second: "a")) {
      try RandomSite.requireDistinct(["a", "b", "a"])
    }
    let same = String(describing: RandomSiteCollision(first: "a", second: "a"))
    #expect(same.contains("'a'") && same.contains("another name"))
    // Found by trying "site0", "site1", … until two had the same first 32 bits of their SHA-256.
    let pair = RandomSiteCollision(first: "site116442", second: "site134824")
    #expect(RandomSite(path: pair.first) == RandomSite(path: pair.second))
    #expect(throws: pair) { try RandomSite.requireDistinct(["x", pair.first, "y", pair.second]) }
    #expect(pair.description.contains(pair.first) && pair.description.contains(pair.second))
  }
}
