import Datasets
import Networks
import Settings
import Tensors

/// One experiment, in full: what a configuration file says once its base and every default are filled in.
public struct ExperimentConfiguration: Codable, Sendable {
  /// What the experiment shows, in a few words; no part of its identity.
  public private(set) var title: String
  /// The data and how they are parted.
  public let dataset: DatasetDeclaration
  /// What becomes of examples before the network sees them: all of it in training, `normalize` everywhere.
  public let augmentation: Augmentation
  /// How training examples are mixed in pairs, if they are.
  public let mixup: Mixup?
  /// The attack on each batch that is learned from together with the batch itself, if there is one: the loss is the sum
  /// of both, the running training accuracy the mean.
  public let adversarial: ProjectedGradientDescent?
  /// The layers.
  public let network: Sequential
  /// What training makes small.
  @OneOf<Losses> public private(set) var loss: any Loss
  /// What is added to the loss, in this order.
  public let penalties: [Penalty]
  /// How the parameters move.
  @OneOf<Optimizers> public private(set) var optimizer: any Optimizer
  /// How the learning rate changes.
  @OneOf<Schedules> public private(set) var schedule: any Schedule
  /// The bound on gradients, if there is one.
  public let clip: GradientClipping?
  /// Examples a step; the last batch of an epoch may be smaller.
  public let batchSize: Int
  /// How many times the training examples are gone through.
  public let epochs: Int
  /// Whether each epoch has a random order of its own; otherwise examples come in the order of the data.
  public let shuffle: Bool
  /// The mode in which everything but training runs. In the mode `training` dropout drops and batch statistics are
  /// used there too, batches being as large as in training, as in a program that never calls PyTorch's `eval()`.
  public let evaluationMode: Pass.Mode
  /// Which predictions the training accuracy counts.
  public let trainingAccuracy: TrainingAccuracy
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
  public private(set) var expect: Expectation?

  /// Which predictions the training accuracy counts.
  public enum TrainingAccuracy: String, Codable, CaseIterable, Sendable {
    /// Those for the whole training part after each epoch, as of every other part.
    case evaluated
    /// Those of the steps as they train: in training mode, of augmented inputs, each by the parameters before the step.
    /// Before training, and so at epoch 0, there are none, and the training part is evaluated. With mixup the class of
    /// the example itself counts, not that of its partner.
    case running
  }

  /// Digests that another program published for a run, which ours must arrive at.
  public struct Expectation: Codable, Sendable, Equatable {
    /// SHA-256 of the parameters before training.
    public let initialModel: String?
    /// SHA-256 of the parameters after the last epoch.
    public let trainedModel: String?
    /// SHA-256 of the network's outputs for all validation examples, row-major, little-endian.
    public let testLogits: String?

    /// Digests of 64 hexadecimal digits each.
    public init(initialModel: String? = nil, trainedModel: String? = nil, testLogits: String? = nil) {
      self.initialModel = initialModel
      self.trainedModel = trainedModel
      self.testLogits = testLogits
    }

    /// Reads digests of 64 hexadecimal digits each.
    public init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      let digest = Rule<String>("64 hexadecimal digits") { Digest(hexadecimal: $0) != nil }
      initialModel = try options.valueIfPresent(.initialModel, digest)?.lowercased()
      trainedModel = try options.valueIfPresent(.trainedModel, digest)?.lowercased()
      testLogits = try options.valueIfPresent(.testLogits, digest)?.lowercased()
    }
  }

  /// A configuration made in code, with the defaults that a file has.
  ///
  /// - Throws: `SettingsError` for what a file could not say either.
  public init(
    title: String = "", dataset: DatasetDeclaration, augmentation: Augmentation = Augmentation(),
    mixup: Mixup? = nil, adversarial: ProjectedGradientDescent? = nil, network: Sequential,
    loss: any Loss = CrossEntropy(), penalties: [Penalty] = [], optimizer: any Optimizer,
    schedule: any Schedule = ConstantSchedule(),
    clip: GradientClipping? = nil, batchSize: Int, epochs: Int, shuffle: Bool = true,
    evaluationMode: Pass.Mode = .evaluation, trainingAccuracy: TrainingAccuracy = .evaluated,
    seed: UInt64 = 0, random: RandomSourceKind = .philox,
    discardedInitializations: Int = 0, record: RecordSettings = RecordSettings(), expect: Expectation? = nil
  ) throws {
    self.title = title
    self.dataset = dataset
    self.augmentation = augmentation
    self.mixup = mixup
    self.adversarial = adversarial
    self.network = network
    _loss = OneOf(wrappedValue: loss)
    self.penalties = penalties
    _optimizer = OneOf(wrappedValue: optimizer)
    _schedule = OneOf(wrappedValue: schedule)
    self.clip = clip
    self.batchSize = batchSize
    self.epochs = epochs
    self.shuffle = shuffle
    self.evaluationMode = evaluationMode
    self.trainingAccuracy = trainingAccuracy
    self.seed = seed
    self.random = random
    self.discardedInitializations = discardedInitializations
    self.record = record
    self.expect = expect
    // Read back as a file is, so that every block's rules hold here too.
    _ = try StrictDecoder().decode(Self.self, from: SettingsTree(yaml: json()))
  }

  /// Reads all settings; `StrictDecoder` refuses what is not among them.
  public init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    title = try file.value(.title, default: "", .title)
    dataset = try file.value(.dataset)
    augmentation = try file.value(.augmentation, default: Augmentation())
    mixup = try file.valueIfPresent(.mixup)
    adversarial = try file.valueIfPresent(.adversarial)
    network = try file.value(.network)
    _loss = try file.value(.loss, default: OneOf(wrappedValue: CrossEntropy()))
    penalties = try file.value(.penalties, default: [])
    _schedule = try file.value(.schedule, default: OneOf(wrappedValue: ConstantSchedule()))
    clip = try file.valueIfPresent(.clip)
    _optimizer = try file.value(.optimizer)
    batchSize = try file.value(.batchSize, .atLeast(1))
    epochs = try file.value(.epochs, .within(1...1_000_000))
    shuffle = try file.value(.shuffle, default: true)
    evaluationMode = try file.value(.evaluationMode, default: .evaluation)
    trainingAccuracy = try file.value(.trainingAccuracy, default: .evaluated)
    seed = try file.value(.seed, default: 0)
    random = try file.value(.random, default: .philox)
    record = try file.value(.record, default: RecordSettings())
    discardedInitializations = try file.value(.discardedInitializations, default: 0, .within(0...1000))
    expect = try file.valueIfPresent(.expect)
    guard !network.layers.isEmpty else { throw file.impossible(.network, "must have at least 1 layer") }
    if adversarial != nil {
      // An attack moves what the network sees, within 0…1, towards what its one class is not.
      guard augmentation.inEvaluation.isEmpty else {
        throw file.impossible(.adversarial, "needs inputs in 0…1: leave 'normalize' out of the augmentation")
      }
      guard mixup == nil else { throw file.impossible(.adversarial, "does not go together with mixup") }
    }
    if let (key, reason) = record.problem(inRunOf: epochs) {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath + [CodingKeys.record, key], debugDescription: reason))
    }
  }

  /// Reads a configuration file with its base and with assignments laid over it.
  ///
  /// - Parameter assignments: `key.path=value`, as `--set` takes them.
  /// - Throws: `SettingsError`, which names file, line and the way out.
  public init(contentsOf path: String, assignments: [String] = []) throws {
    self = try StrictDecoder().decode(from: SettingsTree(contentsOf: path, assignments: assignments))
  }

  /// The same settings without title and expectation.
  public var withoutWords: ExperimentConfiguration {
    var settings = self
    settings.title = ""
    settings.expect = nil
    return settings
  }
}

extension Rule where Value == String {
  /// One line of text.
  static var title: Rule {
    Rule("one line without control characters") { title in
      !title.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
  }
}
