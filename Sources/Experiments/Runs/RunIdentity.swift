import Archive
import Datasets
import Foundation
import Images
import Settings
import Tensors

/// What a run's result depends on, and nothing else: the same identity means the same result, bit for bit.
///
/// It is SHA-256 over a canonical JSON text of four members: `contract` (the version of the exactness contract),
/// `data` (each part's digest), `random-layout` (the version of the layout of random numbers) and `settings` (the
/// configuration without title and expectation, without whatever is at its default).
public struct RunIdentity: Sendable, Equatable {
  /// The version of the exactness contract (Documentation/numerics.md). Changing what a default means raises it.
  public static let contract = 1

  /// The text over which the digest is taken.
  public let text: String
  /// SHA-256 of the text.
  public let digest: Digest
  /// SHA-256 of the text with no data in it: what is the same wherever the data come from.
  public let settingsDigest: Digest
  /// Each data part's digest, by its name.
  public let data: [String: String]

  private struct Document<Settings: Encodable>: Encodable {
    let contract = RunIdentity.contract
    let data: [String: String]
    let randomLayout = RandomStream.layoutVersion
    let settings: Settings
  }

  /// The identity of a configuration's run on data parts with these digests.
  public init(_ configuration: some ExperimentSettings, data: [String: String]) throws {
    func text(_ data: [String: String]) throws -> String {
      try canonicalJSON(
        Document(data: data, settings: configuration.withoutWords), leavingOutDefaults: true)
    }
    self.text = try text(data)
    self.data = data
    digest = Digest(of: self.text)
    settingsDigest = Digest(of: try text([:]))
  }

  /// The data parts' digests in the text of an identity; none if it is no such text.
  static func data(in text: String) -> [String: String] {
    struct Part: Decodable { let data: [String: String] }
    return (try? JSONDecoder().decode(Part.self, from: Data(text.utf8)))?.data ?? [:]
  }
}

/// What a result was made with: stored beside it, never part of its identity.
struct Provenance: Encodable {
  let reprise = Reprise.version
  let contract = RunIdentity.contract
  let randomLayout = RandomStream.layoutVersion
  let compiler = compilerVersion
  let hdf5 = HDF5.version
  let libjpegTurbo = ImageFile.jpegVersion
  let libpng = ImageFile.pngVersion
  let zlib = Gzip.zlibVersion
  let data: [String: String]

  static var compilerVersion: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }
}

/// The project.
package enum Reprise {
  /// Its version.
  package static let version = "0.2.0"
}
