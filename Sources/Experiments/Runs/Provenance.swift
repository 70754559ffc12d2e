import Archive
import Datasets
import Tensors

/// What a result was made with: stored beside it, never part of its identity.
public struct Provenance: Encodable {
  /// The version of the project.
  public static let version = "0.1.0"
  /// The version of the exactness contract (Documentation/numerics.md).
  static let contract = 1

  let reprise = version
  let contract = contract
  let randomLayout = RandomStream.layoutVersion
  let compiler = compilerVersion
  let hdf5 = HDF5.version
  let zlib = Gzip.zlibVersion
  let data: String

  init(data: ImageDataset) { self.data = data.digest.hexadecimal }

  private static var compilerVersion: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }
}

extension ImageDataset {
  /// The identity of all its images: SHA-256 of the training images' digest and the test images'.
  public var digest: Digest {
    Digest(of: training.digest.hexadecimal + test.digest.hexadecimal)
  }
}
