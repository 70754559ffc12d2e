import Networks
import Tensors

/// One experiment, in full: what a configuration file says once its base and every default are filled in.
///
/// Its canonical JSON is stored in the archive, and the SHA-256 of that is the run's identity: the same
/// identity means the same run.
public struct ExperimentConfiguration: Codable, Sendable {
  /// What the experiment shows, in a few words.
  public let title: String
  /// The images and how they become numbers.
  public let dataset: DatasetSettings
  /// The layers.
  public let network: Sequential
  /// What training makes small.
  public let loss: Loss
  /// What is added to the loss, in this order.
  public let penalties: [PenaltySettings]
  /// How the parameters move.
  public let optimizer: OptimizerSettings
  /// How the learning rate changes.
  public let schedule: ScheduleSettings
  /// The bound on gradients, if there is one.
  public let clip: GradientClipping?
  /// Samples a step; the last batch of an epoch may be smaller.
  public let batchSize: Int
  /// How many times the training set is gone through.
  public let epochs: Int
  /// The seed of every random number.
  public let seed: UInt64
  /// Where random numbers come from.
  public let random: RandomSourceKind
  /// How many further times the parameters' first values are drawn, and thrown away, before training.
  ///
  /// With `random: torch` that moves every later draw. A program that builds its network a second time to
  /// convert it, as RepDL's example does, draws so.
  public let discardedInitializations: Int
  /// What is kept besides metrics.
  public let record: RecordSettings
  /// The digests that the run must arrive at, if somebody published them; no part of the identity.
  public let expect: Expectation?

  private enum CodingKeys: String, CodingKey {
    case title, dataset, network, loss, penalties, optimizer, schedule, clip
    case batchSize = "batch-size"
    case epochs, seed, random, record, expect
    case discardedInitializations = "discarded-initializations"
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    title = try file.decode(String.self, forKey: .title)
    dataset = try file.decode(DatasetSettings.self, forKey: .dataset)
    network = try file.decode(Sequential.self, forKey: .network)
    loss = try file.decodeIfPresent(Loss.self, forKey: .loss) ?? .crossEntropy
    penalties = try file.decodeIfPresent([PenaltySettings].self, forKey: .penalties) ?? []
    schedule = try file.decodeIfPresent(ScheduleSettings.self, forKey: .schedule) ?? ScheduleSettings()
    clip = try file.decodeIfPresent(GradientClipping.self, forKey: .clip)
    optimizer = try file.decode(OptimizerSettings.self, forKey: .optimizer)
    batchSize = try file.decode(Int.self, forKey: .batchSize)
    epochs = try file.decode(Int.self, forKey: .epochs)
    seed = try file.decodeIfPresent(UInt64.self, forKey: .seed) ?? 0
    random = try file.decodeIfPresent(RandomSourceKind.self, forKey: .random) ?? .philox
    record = try file.decodeIfPresent(RecordSettings.self, forKey: .record) ?? RecordSettings()
    discardedInitializations = try file.decodeIfPresent(Int.self, forKey: .discardedInitializations) ?? 0
    guard discardedInitializations >= 0 else {
      throw file.impossible(.discardedInitializations, "a number of draws is 0 or more")
    }
    expect = try file.decodeIfPresent(Expectation.self, forKey: .expect)
    guard batchSize > 0 else { throw file.impossible(.batchSize, "a batch has at least 1 sample") }
    guard epochs > 0 else { throw file.impossible(.epochs, "there must be at least 1 epoch") }
    guard !network.layers.isEmpty else { throw file.impossible(.network, "a network has at least 1 layer") }
  }

  /// Writes every key but the expectation and those that came later and have their default: an identity is
  /// for ever.
  public func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(title, forKey: .title)
    try file.encode(dataset, forKey: .dataset)
    try file.encode(network, forKey: .network)
    try file.encode(loss, forKey: .loss)
    try file.encode(optimizer, forKey: .optimizer)
    try file.encode(batchSize, forKey: .batchSize)
    try file.encode(epochs, forKey: .epochs)
    try file.encode(seed, forKey: .seed)
    try file.encode(random, forKey: .random)
    try file.encode(record, forKey: .record)
    if !penalties.isEmpty { try file.encode(penalties, forKey: .penalties) }
    if !schedule.isConstant { try file.encode(schedule, forKey: .schedule) }
    try file.encodeIfPresent(clip, forKey: .clip)
    if discardedInitializations != 0 {
      try file.encode(discardedInitializations, forKey: .discardedInitializations)
    }
  }

  /// Reads a configuration file with its base and with assignments laid over it.
  ///
  /// - Parameter assignments: `key.path=value`, as `--set` takes them.
  /// - Throws: `SettingsError`, which names file, line and the way out.
  public init(contentsOf path: String, assignments: [String] = []) throws {
    let tree = try SettingsTree(contentsOf: path, assignments: assignments)
    self = try StrictDecoder().decode(from: tree)
  }

  /// The configuration as canonical JSON: keys sorted, every default filled in.
  public func json() throws -> String { try canonicalJSON(self) }

  /// SHA-256 of the canonical JSON.
  public func identity() throws -> Digest { Digest(of: try json()) }
}
