import Archive
import Files
import Foundation
import Tensors
import Testing

@Suite struct ComputedGroupTests {
  private let identity = "{}"

  private func header() -> RunHeader {
    RunHeader(title: "T", creator: "Tests", configuration: "{}", identity: identity, provenance: "{}")
  }

  private func finish(_ groups: [ComputedGroup]) throws -> RunArchive {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("computed-\(UUID())").path
    let files = try RunDirectory(folder, identity: Digest(of: identity))
    try files.finish(header(), computed: groups)
    return try RunArchive(files.archivePath)
  }

  private let picture = ComputedGroup(
    "picture", title: "A picture",
    axes: [
      .init("row", title: "Row", Tensor([0, 1] as [Int64])),
      .init("column", title: "Column", Tensor([0, 1, 2] as [Int64])),
    ],
    arrays: [
      .init("value", title: "Gray", Tensor([1, 2, 3, 4, 5, 6] as [UInt8], shape: [2, 3])),
      .init(
        "other", title: "Other", unit: "m",
        Tensor([0, -0.0, .nan, 1, 2, .infinity] as [Double], shape: [2, 3])),
    ])

  @Test func whatIsReadIsWhatWasWritten() throws {
    let second = ComputedGroup(
      "curve", title: "A curve", axes: [.init("x", title: "x", Tensor([0.5, 1] as [Float]))],
      arrays: [.init("y", title: "y", Tensor([1, 2] as [Int64]))])
    let archive = try finish([picture, second])
    #expect(archive.computedNames == ["picture", "curve"])
    #expect(try archive.computed("picture") == picture && archive.computed("curve") == second)
    #expect(archive.epochs.isEmpty && archive.metrics.isEmpty && archive.parameterPaths().isEmpty)
    #expect(try archive.computedContentDigest() == archive.contentDigest)
    let error = #expect(throws: ArchiveError.self) { try archive.computed("curves") }
    #expect(error.map { "\($0)" }?.contains("picture, curve") == true)
  }

  @Test func whatDoesNotFitIsRefused() {
    var wrong: [ComputedGroup] = []
    var group = picture
    group.arrays[0].values = Tensor([1, 2] as [UInt8], shape: [2, 1])
    wrong.append(group)
    group = picture
    group.axes[0].values = Tensor([0, 1] as [Int64], shape: [2, 1])
    wrong.append(group)
    group = picture
    group.arrays[1].name = "value"
    wrong.append(group)
    group = picture
    group.arrays[1].name = "title"
    wrong.append(group)
    group = picture
    group.name = "a/b"
    wrong.append(group)
    group = picture
    group.arrays = []
    wrong.append(group)
    group = picture
    group.title = "a\u{0}b"
    wrong.append(group)
    for (index, group) in wrong.enumerated() {
      let error = #expect(throws: ArchiveError.self, "\(index)") { try finish([group]) }
      #expect(error?.kind == .invalid, "\(index)")
    }
    #expect(throws: ArchiveError.self) { try finish([picture, picture]) }
    #expect(throws: ArchiveError.self) { try finish([]) }
  }
}
