import Settings

/// Types like those of real configurations, which together hold every shape of value.
enum SettingsSample {
  /// A whole configuration.
  struct Experiment: Codable, Equatable {
    var title: String
    var epochs: Int
    var learningRate: Double
    var seed: UInt64
    var shuffles: Bool
    var clip: Double?
    var optimizer: Optimizer
    var layers: [Layer]
    var record: Record

    enum CodingKeys: CodingKey {
      case title, epochs, learningRate, seed, shuffles, clip, optimizer, layers, record
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      title = try container.decode(String.self, forKey: .title)
      epochs = try container.value(.epochs, default: 5, .atLeast(1))
      learningRate = try container.decodeIfPresent(Double.self, forKey: .learningRate) ?? 1e-2
      seed = try container.decodeIfPresent(UInt64.self, forKey: .seed) ?? 0
      shuffles = try container.decodeIfPresent(Bool.self, forKey: .shuffles) ?? true
      clip = try container.decodeIfPresent(Double.self, forKey: .clip)
      optimizer = try container.decodeIfPresent(Optimizer.self, forKey: .optimizer) ?? .sgd(SGD())
      layers = try container.decodeIfPresent([Layer].self, forKey: .layers) ?? []
      record = try container.decodeIfPresent(Record.self, forKey: .record) ?? Record()
    }
  }

  struct SGD: Codable, Equatable {
    var learningRate = 0.01
    var momentum = 0.0

    init() {}
    enum CodingKeys: CodingKey { case learningRate, momentum }
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      learningRate = try container.decodeIfPresent(Double.self, forKey: .learningRate) ?? 0.01
      momentum = try container.decodeIfPresent(Double.self, forKey: .momentum) ?? 0
    }
  }

  struct Adam: Codable, Equatable {
    var learningRate: Double
    var weightDecay: Double?
  }

  enum Optimizer: Codable, Equatable {
    case sgd(SGD)
    case adam(Adam)

    init(from decoder: any Decoder) throws {
      let choice = try Choice(from: decoder, of: "optimizer", among: ["sgd", "adam"])
      self = choice.name == "sgd" ? .sgd(try choice.options()) : .adam(try choice.options())
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .sgd(let options): try Choice.encode("sgd", options: options, to: encoder)
      case .adam(let options): try Choice.encode("adam", options: options, to: encoder)
      }
    }
  }

  enum Layer: Codable, Equatable {
    case linear(Linear)
    case relu
    case batchNorm
    case dropout(Double)

    struct Linear: Codable, Equatable { var outputs: Int }
    init(from decoder: any Decoder) throws {
      let choice = try Choice(
        from: decoder, of: "layer", among: ["linear", "relu", "batch-norm", "dropout"])
      switch choice.name {
      case "linear": self = .linear(try choice.options())
      case "relu": self = .relu
      case "batch-norm": self = .batchNorm
      default: self = .dropout(try choice.options())
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .linear(let options): try Choice.encode("linear", options: options, to: encoder)
      case .relu: try Choice.encode("relu", to: encoder)
      case .batchNorm: try Choice.encode("batch-norm", to: encoder)
      case .dropout(let rate): try Choice.encode("dropout", options: rate, to: encoder)
      }
    }
  }

  struct Record: Codable, Equatable {
    var epochs: [Int] = []
    var activations: Activations = .none
    var notes: [String: Double] = [:]

    enum Activations: String, Codable, CaseIterable { case none, probe, all }
    init() {}
    enum CodingKeys: CodingKey { case epochs, activations, notes }
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      epochs = try container.decodeIfPresent([Int].self, forKey: .epochs) ?? []
      activations = try container.decodeIfPresent(Activations.self, forKey: .activations) ?? .none
      notes = try container.decodeIfPresent([String: Double].self, forKey: .notes) ?? [:]
    }
  }
}
