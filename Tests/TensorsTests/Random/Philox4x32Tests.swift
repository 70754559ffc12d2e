import Tensors
import Testing

@Suite struct Philox4x32Tests {
  @Test("known answers of the published generator")
  func knownAnswers() {
    #expect(
      Philox4x32.words(counter: .zero, key: .zero)
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox4x32.words(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox4x32.words(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("every bit of the counter and of the key reaches every word")
  func avalanche() {
    let counter = SIMD4<UInt32>(1, 2, 3, 4)
    let key = SIMD2<UInt32>(5, 6)
    let base = Philox4x32.words(counter: counter, key: key)
    var unchanged = 0
    for bit in 0..<192 {
      var (c, k) = (counter, key)
      if bit < 128 { c[bit / 32] ^= 1 << UInt32(bit % 32) } else { k[bit / 32 - 4] ^= 1 << UInt32(bit % 32) }
      let words = Philox4x32.words(counter: c, key: k)
      for lane in 0..<4 where words[lane] == base[lane] { unchanged += 1 }
    }
    #expect(unchanged == 0)
  }
}
