import Tensors

/// Digests that another program published for a run, which ours must arrive at.
public struct Expectation: Codable, Sendable, Equatable {
  /// SHA-256 of the parameters before training.
  public let initialModel: String?
  /// SHA-256 of the parameters after the last epoch.
  public let trainedModel: String?
  /// SHA-256 of the network's outputs for all test images, row-major, little-endian.
  public let testLogits: String?

  private enum CodingKeys: String, CodingKey {
    case initialModel = "initial-model"
    case trainedModel = "trained-model"
    case testLogits = "test-logits"
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    func digest(_ key: CodingKeys) throws -> String? {
      guard let text = try options.decodeIfPresent(String.self, forKey: key) else { return nil }
      guard let digest = Digest(hexadecimal: text) else {
        throw options.impossible(key, "a digest has 64 hexadecimal digits")
      }
      return digest.hexadecimal
    }
    initialModel = try digest(.initialModel)
    trainedModel = try digest(.trainedModel)
    testLogits = try digest(.testLogits)
  }
}
