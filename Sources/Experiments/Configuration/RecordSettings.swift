import Settings

/// What a run keeps in its archive besides metrics, gradient norms and digests.
public struct RecordSettings: Codable, Sendable, Equatable {
  /// A choice of epochs: a word, or a list.
  public enum Epochs: Codable, Sendable, Equatable {
    /// The rule that is stated where the choice is made.
    case automatic
    /// Every epoch.
    case all
    /// None but the last.
    case none
    /// These, and always the last.
    case these([Int])

    private enum Word: String, Codable, CaseIterable { case automatic, all, none }

    /// Reads `automatic`, `all`, `none` or a list of epochs, which are 0 or more.
    public init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let epochs = try? value.decode([Int].self) {
        guard epochs.allSatisfy({ $0 >= 0 }) else {
          throw DecodingError.dataCorruptedError(in: value, debugDescription: "an epoch is 0 or more")
        }
        self = Epochs.these(epochs).sorted
        return
      }
      switch try? value.decode(Word.self) {
      case .automatic: self = .automatic
      case .all: self = .all
      case .none?: self = .none
      case nil:
        throw DecodingError.dataCorruptedError(
          in: value, debugDescription: "must be 'automatic', 'all', 'none' or a list of epochs")
      }
    }

    /// The same choice; a list in ascending order, without repeats.
    fileprivate var sorted: Epochs {
      if case .these(let epochs) = self { .these(Set(epochs).sorted()) } else { self }
    }

    /// The last epoch of a list; `nil` where there is none.
    fileprivate var lastNamed: Int? {
      if case .these(let epochs) = self { epochs.max() } else { nil }
    }

    /// Whether an epoch of a run of `last` epochs is chosen; the last one always is.
    fileprivate func contain(_ epoch: Int, of last: Int, automatic: () -> Bool) -> Bool {
      if epoch == last { return true }
      switch self {
      case .automatic: return automatic()
      case .all: return true
      case .none: return false
      case .these(let list):
        // It is sorted; every epoch of a run is looked up, some of them often.
        var range = list.indices
        while range.count > 1 {
          let middle = range.lowerBound + range.count / 2
          range = list[middle] <= epoch ? middle..<range.upperBound : range.lowerBound..<middle
        }
        return range.first.map { list[$0] } == epoch
      }
    }

    /// Writes the word or the list.
    public func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .automatic: try value.encode(Word.automatic)
      case .all: try value.encode(Word.all)
      case .none: try value.encode(Word.none)
      case .these(let epochs): try value.encode(epochs)
      }
    }
  }

  /// The epochs whose parameters and activations are kept. `automatic`: all of a run of up to 30 epochs; 0, 1, 2, 5,
  /// 10, 20, 50, 100, … and the last of a longer one.
  public let epochs: Epochs
  /// The epochs whose whole training state is kept, so that the next epoch can be run again from there; their
  /// parameters are kept too. `automatic`: the last one and, of the epochs whose parameters are kept, those at or
  /// before a quarter, a half and three quarters of the run, but never epoch 0.
  public let states: Epochs
  /// How many validation examples' activations are recorded: the first ones.
  public let probe: Int
  /// The loss of every Nth step is kept, for this N, steps being counted from 1 over the whole run; none if `nil`.
  public let stepLosses: Int?

  /// What says which epoch is the best one, if that is asked for. The archive then says which it is, and keeps the
  /// parameters and activations of every epoch that was the best one until then, the best one among them.
  public let best: BestEpoch.Measure?

  /// What is recorded where a configuration says nothing.
  public init(
    epochs: Epochs = .automatic, states: Epochs = .automatic, probe: Int = 256, stepLosses: Int? = nil,
    best: BestEpoch.Measure? = nil
  ) {
    self.epochs = epochs.sorted
    self.states = states.sorted
    self.probe = probe
    self.stepLosses = stepLosses
    self.best = best
  }

  /// Reads the options, each of which has a default.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let standard = RecordSettings()
    epochs = try options.value(.epochs, default: standard.epochs)
    states = try options.value(.states, default: standard.states)
    probe = try options.value(.probe, default: standard.probe, .atLeast(0))
    stepLosses = try options.valueIfPresent(.stepLosses, .atLeast(1))
    best = try options.valueIfPresent(.best)
  }

  /// Whether the parameters and activations of epoch `epoch` of a run of `last` epochs are kept.
  public func keeps(_ epoch: Int, of last: Int) -> Bool {
    isChosen(epoch, of: last) || keepsState(epoch, of: last)
  }

  /// Whether the whole training state after epoch `epoch` of a run of `last` epochs is kept: with `automatic`, of the
  /// epochs whose parameters are kept the last one at or before each quarter of the run, but never epoch 0.
  public func keepsState(_ epoch: Int, of last: Int) -> Bool {
    states.contain(epoch, of: last) {
      guard epoch > 0, epoch < last, isChosen(epoch, of: last) else { return false }
      let next = (epoch + 1..<last).first { isChosen($0, of: last) } ?? last
      return (1...3).contains { quarter in
        (epoch..<next).contains(last / 4 * quarter + last % 4 * quarter / 4)
      }
    }
  }

  /// The option that names an epoch after the last one, and why that is impossible; `nil` if none does.
  func problem(inRunOf last: Int) -> (key: any CodingKey, reason: String)? {
    for (key, choice) in [(CodingKeys.epochs, epochs), (.states, states)] {
      guard let late = choice.lastNamed, late > last else { continue }
      return (key, "names epoch \(late), but the run ends after epoch \(last)")
    }
    return nil
  }

  private func isChosen(_ epoch: Int, of last: Int) -> Bool {
    epochs.contain(epoch, of: last) {
      if last <= 30 || epoch == 0 { return true }
      var leading = epoch
      while leading % 10 == 0 { leading /= 10 }
      return [1, 2, 5].contains(leading)
    }
  }
}
