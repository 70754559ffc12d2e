import Networks
import Settings
import Testing

@Suite struct ScheduleTests {
  private func rates(_ schedule: any Schedule, base: Double = 1, epochs: Int) -> [Double] {
    (0..<epochs).map { schedule.learningRate(base: base, after: TrainingProgress(epoch: $0)) }
  }

  @Test func aConstantStays() {
    #expect(rates(ConstantSchedule(), base: 0.3, epochs: 3) == [0.3, 0.3, 0.3])
  }

  @Test func stepsFallByAFactor() {
    #expect(rates(StepSchedule(size: 2, gamma: 0.5), epochs: 6) == [1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func aCosineFallsToItsMinimumAndStays() {
    let rates = rates(CosineSchedule(epochs: 4, minimum: 0.5), base: 1.5, epochs: 7)
    #expect(rates.first == 1.5)
    #expect(abs(rates[1] - (0.5 + (1 + 0.5.squareRoot()) / 2)) < 1e-15)
    #expect(abs(rates[2] - 1) < 1e-15)
    #expect(rates[4...] == [0.5, 0.5, 0.5])
  }

  @Test func aWarmupRisesInEqualParts() {
    #expect(rates(WarmupSchedule(epochs: 4), epochs: 6) == [0.25, 0.5, 0.75, 1, 1, 1])
    let bySteps = (0..<5).map {
      WarmupSchedule(steps: 2).learningRate(base: 1, after: TrainingProgress(step: $0, epoch: 0))
    }
    #expect(bySteps == [0.5, 1, 1, 1, 1])
  }

  private func plateau(_ schedule: PlateauSchedule, _ losses: [Double], base: Double = 1) -> [Double] {
    (0...losses.count).map {
      schedule.learningRate(
        base: base, after: TrainingProgress(epoch: $0, validationLosses: Array(losses.prefix($0))))
    }
  }

  /// Document 001's rule, with losses by hand: 0.9995 is not 0.001 below 1, NaN is never better.
  @Test func aPlateauHalvesTheRate() {
    let schedule = PlateauSchedule(
      factor: 0.5, patience: 0, threshold: 0.001, thresholdMode: .absolute, minimum: 0.2)
    #expect(plateau(schedule, [1, 0.9995, 0.9, .nan, 0.9, 0.8]) == [1, 1, 0.5, 0.5, 0.25, 0.2, 0.2])
  }

  /// Mode `max` is mode `min` with the losses' signs turned (absolute threshold); relative: 1.05 is not above 1.1.
  @Test func aPlateauMayBeOfAGrowingObjective() {
    let losses = [1, 0.9995, 0.9, .nan, 0.9, 0.8]
    let smaller = PlateauSchedule(factor: 0.5, patience: 0, threshold: 0.001, thresholdMode: .absolute)
    let larger = PlateauSchedule(
      mode: .max, factor: 0.5, patience: 0, threshold: 0.001, thresholdMode: .absolute)
    #expect(plateau(larger, losses.map { -$0 }) == plateau(smaller, losses))
    let relative = PlateauSchedule(mode: .max, factor: 0.5, patience: 0, threshold: 0.1)
    #expect(plateau(relative, [1, 1.05, 1.2, 1.1]) == [1, 1, 0.5, 0.5, 0.25])
  }

  @Test func patienceCountsBadEpochsInARow() {
    let schedule = PlateauSchedule(factor: 0.5, patience: 1, threshold: 0.1)
    // Relative: 0.91 is not below 0.9; 0.85 is, which ends the row.
    #expect(plateau(schedule, [1, 0.91, 0.85, 0.84, 0.83, 0.82]) == [1, 1, 1, 1, 1, 0.5, 0.5])
  }

  @Test func aChangeThatIsTooSmallIsNotMade() {
    let schedule = PlateauSchedule(factor: 0.5, patience: 0, threshold: 0, thresholdMode: .absolute)
    #expect(plateau(schedule, [1, 1, 1], base: 3e-8) == [3e-8, 3e-8, 1.5e-8, 1.5e-8])
  }

  private struct Configuration: Codable {
    @OneOf<Schedules> var schedule: any Schedule
  }

  @Test(arguments: [
    ("constant", #"{"constant":{}}"#), ("plateau", #"{"plateau":{}}"#),
    (
      "plateau: { factor: 0.5, patience: 0, threshold-mode: absolute, mode: max }",
      #"{"plateau":{"factor":0.5,"mode":"max","patience":0,"threshold-mode":"absolute"}}"#
    ),
    ("step: { size: 3, gamma: 0.1 }", #"{"step":{"size":3}}"#),
    ("cosine: { epochs: 3, minimum: 1e-3 }", #"{"cosine":{"epochs":3,"minimum":0.001}}"#),
    ("warmup: { steps: 10 }", #"{"warmup":{"steps":10}}"#),
    ("warmup: { epochs: 2 }", #"{"warmup":{"epochs":2}}"#),
  ])
  func aConfigurationNamesOne(_ text: String, _ canonical: String) throws {
    let configuration = try read(
      Configuration.self, "schedule: { \(text.contains(":") ? text : text + ": ") }")
    #expect(try written(configuration) == #"{"schedule":\#(canonical)}"#)
    #expect(try written(read(Configuration.self, written(configuration))) == written(configuration))
    #expect(
      try canonicalJSON(read(Configuration.self, written(configuration))) == canonicalJSON(configuration))
  }

  @Test func everyScheduleIsInTheListOnce() {
    #expect(Set(Schedules.names).count == Schedules.names.count)
  }

  @Test(arguments: [
    ("step: { size: 0 }", "must be 1 or more"), ("step: { size: 1, gamma: 0 }", "must be positive"),
    ("cosine: {}", "'epochs' of 'schedule.cosine' is missing"),
    ("cosine: { epochs: 0 }", "must be 1 or more"),
    ("cosine: { epochs: 1, minimum: -1 }", "must be 0 or more"), ("warmup: {}", "one of: steps, epochs"),
    ("warmup: { steps: 1, epochs: 1 }", "steps, epochs given"),
    ("warmup: { steps: 0 }", "'schedule.warmup.steps' (0): must be 1 or more"),
    ("plateau: { factor: 1 }", "must be above 0 and below 1"),
    ("plateau: { patience: -1 }", "must be 0 or more"),
    ("plateau: { threshold: -1 }", "must be 0 or more"),
    ("plateau: { threshold-mode: x }", "relative, absolute"),
    ("constant: { rate: 1 }", "unknown key 'rate'"), ("cosin: { epochs: 1 }", "did you mean 'cosine'?"),
  ])
  func impossibleOptionsAreRefused(_ text: String, _ reason: String) {
    let message = problem(Configuration.self, "schedule: { \(text) }")
    #expect(message.contains(reason), "\(message)")
  }
}
