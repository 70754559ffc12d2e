import Files
import Foundation
import Interchange
import Tensors
import Testing

@Suite final class TensorFileTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "interchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test(arguments: Samples.named.map(\.tensor))
  func aTensor(_ tensor: Tensor) throws {
    try TensorFile.write(tensor, to: folder + "/a.npy")
    #expect(try TensorFile.tensor(folder + "/a.npy") == tensor)
  }

  @Test func aListOfTensors() throws {
    // Twelve, so that arr_10 sorts before arr_2.
    let list = (0..<12).map { Tensor([Float($0)]) } + Samples.named.map(\.tensor)
    try TensorFile.write(list, to: folder + "/a.npz")
    #expect(try TensorFile.list(folder + "/a.npz") == list)
    #expect(try TensorFile.tensors(folder + "/a.npz").tensors.map(\.path).prefix(2) == ["arr_0", "arr_1"])
    #expect(try TensorFile.list(Samples.golden("list.npz")) == Samples.goldens.prefix(2).map(\.tensor))
    let error = #expect(throws: InterchangeError.self) { try TensorFile.list(Samples.golden("arrays.npz")) }
    #expect(error?.kind == .invalid)
  }

  @Test(arguments: ["a.npz", "a.safetensors"])
  func aDictionaryOfTensors(_ name: String) throws {
    let path = folder + "/" + name
    try TensorFile.write(Samples.named, to: path)
    let read = try TensorFile.tensors(path)
    #expect(read.tensors == Samples.named && read.metadata.isEmpty)
  }

  @Test func textsStandInSafetensorsOnly() throws {
    try TensorFile.write(Samples.named, metadata: ["a": "b"], to: folder + "/a.safetensors")
    #expect(try TensorFile.tensors(folder + "/a.safetensors").metadata == ["a": "b"])
    #expect(throws: InterchangeError.self) {
      try TensorFile.write(Samples.named, metadata: ["a": "b"], to: self.folder + "/a.npz")
    }
  }

  @Test func aFileThatIsThereIsReplacedOnlyOnRequest() throws {
    let path = folder + "/a.npy"
    try TensorFile.write(Samples.bytes, to: path)
    #expect(throws: FileError.self) { try TensorFile.write(Samples.floats, to: path) }
    #expect(try TensorFile.tensor(path) == Samples.bytes)
    try TensorFile.write(Samples.floats, to: path, replacing: true)
    #expect(try TensorFile.tensor(path) == Samples.floats)
    #expect(try FileOperations.names(in: folder) == ["a.npy"])
  }

  @Test func theEndingMustFit() throws {
    let file = folder + "/a"
    #expect(throws: InterchangeError.self) { try TensorFile.write(Samples.bytes, to: file + ".npz") }
    #expect(throws: InterchangeError.self) {
      try TensorFile.write([Samples.bytes], to: file + ".safetensors")
    }
    #expect(throws: InterchangeError.self) { try TensorFile.write(Samples.named, to: file + ".npy") }
    #expect(throws: InterchangeError.self) { try TensorFile.tensors(file) }
    #expect(throws: FileError.self) { try TensorFile.tensor(file + ".npy") }
  }
}
