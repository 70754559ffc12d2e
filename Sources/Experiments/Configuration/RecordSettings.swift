/// What a run keeps in its archive besides metrics, gradient norms and digests.
public struct RecordSettings: Codable, Sendable, Equatable {
  /// The epochs whose weights and activations are kept in full.
  public enum Epochs: Codable, Sendable, Equatable {
    /// All of a run of up to 30 epochs; 0, 1, 2, 5, 10, 20, 50, 100, … and the last of a longer one.
    case automatic
    /// Every epoch.
    case all
    /// These, and always the last.
    case these([Int])

    private enum Name: String, Codable { case automatic, all }

    /// Reads its block of a configuration.
    public init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let epochs = try? value.decode([Int].self) {
        guard epochs.allSatisfy({ $0 >= 0 }) else {
          throw DecodingError.dataCorruptedError(in: value, debugDescription: "an epoch is 0 or more")
        }
        self = .these(Set(epochs).sorted())
        return
      }
      switch try? value.decode(Name.self) {
      case .automatic: self = .automatic
      case .all: self = .all
      case nil:
        throw DecodingError.dataCorruptedError(
          in: value, debugDescription: "the epochs to record are 'automatic', 'all' or a list of numbers")
      }
    }

    /// Writes it as it is read.
    public func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .automatic: try value.encode(Name.automatic)
      case .all: try value.encode(Name.all)
      case .these(let epochs): try value.encode(epochs)
      }
    }
  }

  /// The epochs whose weights and activations are kept in full.
  public let epochs: Epochs
  /// How many test images' activations are recorded: the first ones.
  public let probe: Int

  /// What is recorded where a configuration says nothing.
  public init() {
    epochs = .automatic
    probe = 256
  }

  private enum CodingKeys: String, CodingKey { case epochs, probe }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let standard = RecordSettings()
    epochs = try options.decodeIfPresent(Epochs.self, forKey: .epochs) ?? standard.epochs
    probe = try options.decodeIfPresent(Int.self, forKey: .probe) ?? standard.probe
    guard probe >= 0 else { throw options.impossible(.probe, "a number of images is 0 or more") }
  }

  /// Whether epoch `epoch` of a run of `last` epochs is kept in full.
  public func keeps(_ epoch: Int, of last: Int) -> Bool {
    if epoch == last { return true }
    switch epochs {
    case .all: return true
    case .these(let list): return list.contains(epoch)
    case .automatic:
      if last <= 30 || epoch == 0 { return true }
      var leading = epoch
      while leading % 10 == 0 { leading /= 10 }
      return [1, 2, 5].contains(leading)
    }
  }
}
