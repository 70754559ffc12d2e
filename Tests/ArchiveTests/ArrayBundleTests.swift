import Archive
import Foundation
import Tensors
import Testing

@Suite struct ArrayBundleTests {
  static let floats: [UInt32] = [
    0, 0x8000_0000, 1, 0x8000_0001, 0x007f_ffff, 0x0080_0000, 0x3f80_0000, 0x7f7f_ffff, 0x7f80_0000,
    0xff80_0000,
  ]
  static let doubles: [UInt64] = [
    0, 0x8000_0000_0000_0000, 1, 0x000f_ffff_ffff_ffff, 0x0010_0000_0000_0000, 0x3ff0_0000_0000_0001,
    0x7fef_ffff_ffff_ffff, 0x7ff0_0000_0000_0000, 0xfff0_0000_0000_0000,
  ]

  @Test func everyTypeComesBackBitForBit() throws {
    let scratch = try Scratch()
    let bundle = ArrayBundle(
      arrays: [
        NamedTensor("z/floats", Tensor(Self.floats.map { Float(bitPattern: $0) }, shape: [2, 5])),
        NamedTensor("a/doubles", Tensor(Self.doubles.map { Double(bitPattern: $0) })),
        NamedTensor("a/integers", Tensor([Int64.min, -1, 0, 1, .max])),
        NamedTensor("bytes", Tensor((0...255).map { UInt8($0) }, shape: [16, 4, 4])),
        NamedTensor("scalar", Tensor([Float(0.1)], shape: [])),
        NamedTensor("none", Tensor([Double](), shape: [3, 0, 2])),
      ],
      texts: ["note": "ä – \u{1f600}\n", "empty": ""])
    let digest = try bundle.write(to: scratch("saved.h5"), .segment)
    let read = try ArrayBundle(contentsOf: scratch("saved.h5"), .segment)
    #expect(read == bundle)
    #expect(read.arrays.first?.tensor.floats?.map(\.bitPattern) == Self.floats)
    #expect(read.arrays[1].tensor.doubles?.map(\.bitPattern) == Self.doubles)
    #expect(try ArchiveLabel(of: scratch("saved.h5")).content == digest)
  }

  @Test func everyNaNBecomesTheOneThatFilesHold() throws {
    let scratch = try Scratch()
    let floats = [0x7fc0_0000, 0xffc0_0000, 0x7f80_0001, 0x7fff_ffff].map { Float(bitPattern: $0) }
    let doubles = [0x7ff0_0000_0000_0001, 0xfff8_0000_0000_0000].map { Double(bitPattern: $0) }
    let bundle = ArrayBundle(arrays: [
      NamedTensor("floats", Tensor([1] + floats)), NamedTensor("doubles", Tensor(doubles)),
    ])
    try bundle.write(to: scratch("saved.h5"), .segment)
    let read = try ArrayBundle(contentsOf: scratch("saved.h5"), .segment)
    #expect(
      read.arrays.first?.tensor.floats?.map(\.bitPattern)
        == [0x3f80_0000] + Array(repeating: 0x7fc0_0000, count: 4))
    #expect(
      read.arrays.last?.tensor.doubles?.map(\.bitPattern)
        == Array(repeating: 0x7ff8_0000_0000_0000, count: 2))
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "a/../b", "a\nb", "a/epoch/b", "title",
    "a/" + String(repeating: "ä", count: 128),
  ])
  func badPathsAreRefused(path: String) throws {
    let scratch = try Scratch()
    #expect {
      try ArrayBundle(arrays: [NamedTensor(path, Tensor([Float(1)]))]).write(
        to: scratch("saved.h5"), .segment)
    } throws: {
      ($0 as? ArchiveError)?.kind == .invalid
    }
    #expect(!FileManager.default.fileExists(atPath: scratch("saved.h5")))
  }

  @Test(arguments: [["a", "a"], ["a", "a/b"], ["a/b/c", "a/b"]])
  func clashingPathsAreRefused(paths: [String]) throws {
    let scratch = try Scratch()
    let arrays = paths.map { NamedTensor($0, Tensor([Float(1)])) }
    #expect {
      try ArrayBundle(arrays: arrays).write(to: scratch("saved.h5"), .segment)
    } throws: {
      ($0 as? ArchiveError)?.kind == .invalid
    }
  }

  @Test func equalityIsThatOfBits() {
    #expect(Tensor([Float.nan]) == Tensor([Float.nan]))
    #expect(Tensor([Float(0)]) != Tensor([-Float(0)]))
    #expect(Tensor([Float(0)]) != Tensor([Float(0)], shape: [1, 1]))
    #expect(Tensor([Double(0)]) != Tensor([Int64(0)]))
  }

  @Test func goodNamesHaveNoProblem() {
    for name in ["weight", "output", "Größe 2", ".hidden", String(repeating: "x", count: 255)] {
      #expect(NamedTensor.problem(inComponent: name) == nil)
    }
    #expect(NamedTensor.problem(inComponent: "a/b") == "holds '/', which separates names")
    #expect(NamedTensor.problem(inComponent: "..")?.isEmpty == false)
    #expect(
      NamedTensor.problem(inComponent: String(repeating: "x", count: 256))
        == "has 256 bytes, and the most are 255")
  }

  @Test func manyArraysKeepTheirOrder() throws {
    let scratch = try Scratch()
    // More than fit into a compact group, and an order text beyond 64 kB.
    let arrays = (0..<1500).map { index in
      let path = "layer\((index * 7919) % 1500)/a-rather-long-name-for-a-block-of-layers/weight"
      return NamedTensor(path, Tensor([Float(index)]))
    }
    let bundle = ArrayBundle(arrays: arrays)
    try bundle.write(to: scratch("saved.h5"), .segment)
    #expect(try ArrayBundle(contentsOf: scratch("saved.h5"), .segment) == bundle)
  }

  @Test func manyThreadsAtOnce() async throws {
    let scratch = try Scratch()
    let path = scratch.path
    let bundles = (0..<8).map { index in
      ArrayBundle(arrays: [NamedTensor("a/b", Tensor(SampleRun.noise(1000, UInt64(index))))])
    }
    let equal = try await withThrowingTaskGroup(of: Bool.self) { group in
      for (index, bundle) in bundles.enumerated() {
        group.addTask {
          for _ in 0..<5 {
            try bundle.write(to: "\(path)/\(index).h5", .segment)
            guard try ArrayBundle(contentsOf: "\(path)/\(index).h5", .segment) == bundle else { return false }
            // An error's reason must be this thread's own.
            _ = try? ArrayBundle(contentsOf: "\(path)/none", .segment)
          }
          return true
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(equal)
  }

  @Test func checkpointComesBack() throws {
    let scratch = try Scratch()
    let checkpoint = SampleRun().checkpoint(3)
    try checkpoint.write(to: scratch("checkpoint"))
    #expect(try Checkpoint(contentsOf: scratch("checkpoint")) == checkpoint)
    #expect { try ArrayBundle(contentsOf: scratch("checkpoint"), .segment) } throws: {
      ($0 as? ArchiveError)?.kind == .foreign
    }
  }
}
