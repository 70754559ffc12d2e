import Datasets
import Foundation
import Testing

@Suite struct DatasetInventoryTests {
  @Test func everyDataSetHasALine() throws {
    let sources = DatasetSources(includesSystemFolders: false)
    let all = try DatasetInventory.all(in: sources)
    #expect(Set(all.map(\.name)) == Set(DatasetKinds.names))
    let states = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(states["mnist"]?.state == .missing && states["wiggly-curve"]?.state == .computed)
    #expect(states["mnist"]?.place.hasPrefix("Run scripts/fetch-mnist.sh") == true)
    #expect(states["image-folder"]?.state == .own && states["csv"]?.state == .own)
    // Nothing is fetched to find that out.
    let networked = DatasetSources(
      includesSystemFolders: false, downloader: TableDownloader(answers: [:]))
    #expect(
      try DatasetInventory.all(in: networked).first { $0.name == "mnist" }?.place.hasPrefix(
        "It is downloaded from https://") == true)
  }

  /// A file that is cut short is told; where another source has the right one, beside it.
  @Test func aBrokenFileIsTold() throws {
    let folder = try DatasetsFolder()
    try folder.write("mnist/t10k-labels-idx1-ubyte", [0, 0, 8, 1])
    let sources = DatasetSources(userFolder: folder.path, includesSystemFolders: false)
    let mnist = try #require(try DatasetInventory.all(in: sources).first { $0.name == "mnist" })
    #expect(mnist.state == .broken && mnist.place.hasSuffix("has 4 bytes, expected 10008"))
    #expect(mnist.damage.map(\.source) == ["\(folder.path)/mnist/t10k-labels-idx1-ubyte"])
    let others = try DatasetInventory.all(in: sources).filter { $0.name != "mnist" }
    #expect(others.allSatisfy { $0.damage.isEmpty && $0.state != .broken })
  }

  @Test func imageFoldersOfTheUserAreListed() throws {
    let folder = try DatasetsFolder()
    try folder.write("b/train/x/1.png", [1])
    try folder.write("a/training/0_0.png", [1])
    try folder.write("c/other/0_0.png", [1])
    let found = try DatasetInventory.all(
      in: DatasetSources(userFolder: folder.path, includesSystemFolders: false)
    ).filter { $0.name == "image-folder" }
    #expect(found.map(\.place).dropLast() == ["\(folder.path)/a", "\(folder.path)/b"])
    #expect(found.map(\.state) == [.here, .here, .own])
  }
}
