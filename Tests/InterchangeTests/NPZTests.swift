import Files
import Interchange
import Tensors
import Testing

@Suite struct NPZTests {
  private func tensors(_ bytes: [UInt8]) throws -> [NamedTensor] {
    try NPZ.tensors(bytes, file: "x.npz")
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let bytes = try NPZ.bytes(of: Samples.named, file: "x")
    #expect(try tensors(bytes) == Samples.named)
    #expect(try NPZ.bytes(of: Samples.named, file: "y") == bytes)
    #expect(try tensors(NPZ.bytes(of: [], file: "x")).isEmpty)
  }

  /// `numpy.savez` writes ZIP64 fields in local headers, `savez_compressed` deflates.
  @Test(arguments: ["arrays.npz", "compressed.npz"])
  func whatNumPyWroteIsRead(_ name: String) throws {
    #expect(try tensors(FileOperations.contents(of: Samples.golden(name))) == Samples.goldens)
  }

  private func files() throws -> [(bytes: [UInt8], tensors: [NamedTensor])] {
    [(try NPZ.bytes(of: Samples.named, file: "x"), Samples.named)]
      + (try ["arrays.npz", "compressed.npz"].map {
        (try FileOperations.contents(of: Samples.golden($0)), Samples.goldens)
      })
  }

  @Test func aCutOffFileIsRefused() throws {
    for (bytes, _) in try files() {
      #expect(Samples.acceptedCuts(bytes) { _ = try tensors($0) } == [])
      #expect(throws: InterchangeError.self) { try tensors(bytes + [0]) }
    }
  }

  /// CRC-32 and the names that stand twice find every flip that matters.
  @Test func flippedFilesAreRefusedOrEqual() throws {
    for (bytes, expected) in try files() {
      let read = try Samples.flipped(bytes, upTo: bytes.count) { try tensors($0) }
      #expect(!read.isEmpty, "a date does not matter")
      #expect(read.allSatisfy { $0 == expected })
    }
  }

  /// Entries that say they are larger than their bytes can be are refused before memory is taken.
  @Test func anImpossibleSizeIsRefused() throws {
    var bytes = try FileOperations.contents(of: Samples.golden("compressed.npz"))
    let directory = try #require(
      bytes.indices.dropLast(3).first { bytes[$0..<$0 + 4] == [0x50, 0x4b, 1, 2] })
    for (offset, byte) in [(24, 0xff), (25, 0xff), (26, 0xff), (27, 0x7f)] as [(Int, UInt8)] {
      bytes[directory + offset] = byte
    }
    let error = #expect(throws: InterchangeError.self) { try tensors(bytes) }
    #expect(error?.reason.contains("size") == true)
  }

  private func directoryEntry(_ bytes: [UInt8]) throws -> Int {
    try #require(bytes.indices.dropLast(3).last { bytes[$0..<$0 + 4] == [0x50, 0x4b, 1, 2] })
  }

  /// The directory says that `b` lies where `a`'s elements happen to be an entry `b`.
  @Test func entriesThatLieInOneAnotherAreRefused() throws {
    let b = NamedTensor("b", Tensor([1] as [Float]))
    let inner = try NPZ.bytes(of: [b], file: "x")
    var bytes = try NPZ.bytes(of: [NamedTensor("a", Tensor(inner)), b], file: "x")
    let place = try #require(bytes.indices.dropLast(3).first { $0 > 0 && bytes[$0..<$0 + 4] == inner[..<4] })
    bytes[try directoryEntry(bytes) + 42] = UInt8(place & 255)
    bytes[try directoryEntry(bytes) + 43] = UInt8(place >> 8)
    let error = #expect(throws: InterchangeError.self) { try tensors(bytes) }
    #expect(error?.reason.contains("overlap") == true)
    // That is found before any contents are looked at: many that overlap could be inflated to any size.
    let first = try #require(
      bytes.indices.dropLast(3).first { bytes[$0..<$0 + 6] == [0x50, 0x4b, 1, 2, 20, 0] })
    bytes[first + 16] ^= 1
    let damaged = #expect(throws: InterchangeError.self) { try tensors(bytes) }
    #expect(damaged?.reason.contains("overlap") == true)
  }

  /// The directory says that `b` lies where `a` does, under another name and under the same.
  @Test func anEntryThatIsAnotherIsRefused() throws {
    let tensor = Tensor([1] as [Float])
    var bytes = try NPZ.bytes(of: [NamedTensor("a", tensor), NamedTensor("b", tensor)], file: "x")
    let entry = try directoryEntry(bytes)
    bytes.replaceSubrange(entry + 42..<entry + 46, with: [0, 0, 0, 0])
    #expect(throws: InterchangeError.self) { try tensors(bytes) }
    bytes[entry + 46] = UInt8(ascii: "a")
    let error = #expect(throws: InterchangeError.self) { try tensors(bytes) }
    #expect(error?.reason.contains("twice") == true)
  }

  @Test func otherFilesAreRefused() throws {
    #expect(throws: InterchangeError.self) { try tensors([]) }
    #expect(throws: InterchangeError.self) {
      try tensors(FileOperations.contents(of: Samples.golden("array.npy")))
    }
    // A name without .npy, the same in both headers.
    var bytes = try NPZ.bytes(of: [NamedTensor("a", Tensor([1] as [Float]))], file: "x")
    for place in bytes.indices.dropLast(3) where bytes[place..<place + 4].elementsEqual(".npy".utf8) {
      bytes[place + 3] = UInt8(ascii: "z")
    }
    let error = #expect(throws: InterchangeError.self) { try tensors(bytes) }
    #expect(error?.reason.contains(".npy") == true)
  }

  @Test func badNamesAreRefused() {
    let tensor = Tensor([1] as [Float])
    for names in [["a", "a"], [""], ["a\0b"], [String(repeating: "n", count: 65_536)]] {
      let error = #expect(throws: InterchangeError.self) {
        try NPZ.bytes(of: names.map { NamedTensor($0, tensor) }, file: "x")
      }
      #expect(error?.kind == .invalid)
    }
  }
}
