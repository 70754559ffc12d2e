import Networks

/// How the learning rate changes: `constant`, `plateau: { … }`, and so on.
public struct ScheduleSettings: Codable, Sendable {
  private enum Kind: String, CodingKey, CaseIterable { case constant, plateau, step, cosine, warmup }

  /// The schedule.
  public let schedule: any Schedule

  /// A constant rate.
  public init() { schedule = ConstantSchedule() }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let choice = try SingleChoice<Kind>(from: decoder)
    switch choice.key {
    case .constant:
      _ = try choice.options(NoOptions.self)
      schedule = ConstantSchedule()
    case .plateau: schedule = try choice.options(PlateauSchedule.self)
    case .step: schedule = try choice.options(StepSchedule.self)
    case .cosine: schedule = try choice.options(CosineSchedule.self)
    case .warmup: schedule = try choice.options(WarmupSchedule.self)
    }
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    let kind = Kind(rawValue: type(of: schedule).kind)!
    if kind == .constant {
      try SingleChoice.encode(kind, to: encoder)
    } else {
      try SingleChoice.encode(kind, options: schedule, to: encoder)
    }
  }

  /// Whether the rate never changes.
  var isConstant: Bool { schedule is ConstantSchedule }
}
