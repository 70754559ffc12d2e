import Archive
import Datasets
import Networks
import Tensors

/// A network in training: its memory, its optimizer's memory, and where it is in its run.
///
/// The same configuration and data give the same bits on every processor, whether the run is interrupted and
/// goes on or not.
public final class Trainer {
  /// What is being trained.
  public let configuration: ExperimentConfiguration
  /// The recorded network.
  public let graph: Graph<Float>
  /// The numbers in training.
  public let memory: Memory<Float>
  /// The steps done.
  public internal(set) var step = 0
  /// The epochs done.
  public internal(set) var epoch = 0

  let data: Dataset
  /// What makes its batches.
  package let assembler: BatchAssembler
  let loss: any LossOp<Float>
  let processor: Processor
  /// Room for evaluation; it shares the parameters.
  let evaluationMemory: Memory<Float>
  let optimizer: OptimizerState<Float>
  let random: SharedRandomSource
  /// The batch beside its attack, where there is one.
  let cleanInputs: UnsafeMutableBufferPointer<Float>
  /// Where an epoch stands that is not finished.
  var partial: PartialEpoch?
  /// Where the epoch stood that was finished last, until it is measured.
  var unmeasured: PartialEpoch?
  /// The memory that it takes.
  let needs: TrainingMemory
  /// What keeps other trainings from it.
  let reservation: MemoryBudget.Reservation
  /// The losses of the epoch's steps that are recorded, and the steps' numbers.
  var stepLosses: (steps: [Int], values: [Float]) = ([], [])

  /// An epoch that is not finished: enough to go on with its next batch.
  struct PartialEpoch: Codable, Equatable {
    /// The source of random numbers as it was when the epoch began.
    var random: [UInt8]
    var batchesDone: Int
    /// The hits so far, if they are counted.
    var hits = 0
    /// After the last batch the bits of each parameter's gradient norm, in declared order: the gradients themselves are
    /// not kept.
    private var gradientNormBits: [UInt64]?
    /// The bits of the sum of the batches' losses so far: JSON has no NaN, which a diverging run has.
    private var lossBits = Double.zero.bitPattern
    /// The sum of the batches' losses so far.
    var lossSum: Double {
      get { Double(bitPattern: lossBits) }
      set { lossBits = newValue.isNaN ? Double.nan.bitPattern : newValue.bitPattern }
    }

    /// The gradient norms of the last step, once the last batch is done.
    var gradientNorms: [Double]? {
      get { gradientNormBits?.map { Double(bitPattern: $0) } }
      set { gradientNormBits = newValue?.map(\.bitPattern) }
    }

    init(random: [UInt8]) {
      self.random = random
      batchesDone = 0
    }
  }

  /// The best epoch so far, if it is asked for.
  public internal(set) var best: BestEpoch?
  /// The validation loss after each epoch, if the schedule looks at them.
  var validationLosses: [Double] = []
  /// The learning rate of the last step; before the first one here, of the coming one.
  public internal(set) var learningRate: Double

  /// Records the network and gives its parameters their first values.
  ///
  /// - Parameter data: The parts that the configuration's declaration makes, or a user's own.
  /// - Throws: `GraphError` when the layers do not fit the data or each other, `RunError` when the data do not have
  ///   what the configuration needs, or there is not the memory that it needs: that is found out before any is taken.
  public convenience init(
    _ configuration: ExperimentConfiguration, data: Dataset, on processor: Processor
  ) throws {
    try self.init(configuration, data: data, on: processor, within: .alone, Interruption()) { _ in }
  }

  /// The same in a process that trains several networks at a time, and may be asked to stop.
  ///
  /// - Throws: `InterruptionRequest` besides.
  init(
    _ configuration: ExperimentConfiguration, data: Dataset, on processor: Processor,
    within budget: MemoryBudget, _ interruption: Interruption, _ begins: (RunActivity) -> Void
  ) throws {
    self.configuration = configuration
    self.data = data
    self.processor = processor
    let training = data.training
    if configuration.schedule.needsValidationLosses, data[.validation] == nil {
      throw RunError.unfitData(
        "the schedule looks at validation losses, and the data have no validation part")
    }
    try Self.checkBest(configuration, data)
    graph = try Graph(
      input: configuration.dataset.inputShape(of: training), layer: configuration.network,
      differentiatesInput: configuration.adversarial != nil)
    assembler = try BatchAssembler(
      configuration, training, outputs: graph.output.shape.count, on: processor)
    loss = try configuration.loss.record(on: graph, targets: assembler.targetKind(training))
    try Self.checkOutputs(of: graph, configuration, training)
    needs = try TrainingMemory(configuration, data, graph)
    reservation = try budget.reserve(needs, interruption)
    memory = Memory(graph, needs.training)
    cleanInputs = .zeros(
      configuration.adversarial == nil ? 0 : memory.capacity * graph.input.shape.count)
    evaluationMemory = Memory(graph, needs.evaluation, sharing: memory)
    optimizer = OptimizerState(of: configuration.optimizer, for: memory)
    random = SharedRandomSource(configuration.random.source(seed: configuration.seed))
    learningRate = configuration.optimizer.learningRate
    begins(.initializing)
    func initialize() throws {
      try graph.initialize(memory, from: &random.source) { try interruption.check() }
    }
    try initialize()
    if configuration.discardedInitializations > 0 {
      let first = Array(memory.parameters)
      for _ in 0..<configuration.discardedInitializations { try initialize() }
      _ = memory.parameters.update(fromContentsOf: first)
    }
    learningRate = nextLearningRate
  }

  deinit { cleanInputs.deallocate() }

  private static func checkBest(_ configuration: ExperimentConfiguration, _ data: Dataset) throws {
    guard let measure = configuration.record.best else { return }
    guard data[.validation] != nil else {
      throw RunError.unfitData("the best epoch is that of the validation part, and the data have none")
    }
    guard measure == .loss || data.training.classNames != nil else {
      throw RunError.unfitData(
        "the best epoch is to be that of the accuracy, and targets are values: choose 'loss'")
    }
  }

  private static func checkOutputs(
    of graph: Graph<Float>, _ configuration: ExperimentConfiguration, _ training: Examples
  ) throws {
    let outputs = graph.output.shape
    if let names = training.classNames, outputs.count < names.count {
      throw GraphError.shape(
        layer: type(of: configuration.loss).kind, path: graph.output.path,
        takes: "(\(names.count),), one output a class,", got: outputs)
    }
    if let targets = training.targetShape, outputs.count != targets.count {
      throw GraphError.shape(
        layer: type(of: configuration.loss).kind, path: graph.output.path,
        takes: "\(targets), one output a target,", got: outputs)
    }
  }

  /// Goes to where a checkpoint was made.
  func moveTo(epoch: Int, step: Int) {
    self.epoch = epoch
    self.step = step
    learningRate = nextLearningRate
  }

  /// What the schedule says of the coming step.
  var nextLearningRate: Double { learningRate(afterSteps: step) }

  /// What the schedule says of a step of this epoch, so many steps having been done before it.
  func learningRate(afterSteps step: Int) -> Double {
    configuration.schedule.learningRate(
      base: configuration.optimizer.learningRate,
      after: TrainingProgress(step: step, epoch: epoch, validationLosses: validationLosses))
  }

  /// Tells the schedule an epoch's validation metrics, and finds out whether it is the best one; to be called after
  /// every epoch and before training.
  ///
  /// - Parameter validation: What `evaluate` gave for the validation part; `nil` without one.
  public func endEpoch(validation: [Double]?) {
    guard let validation else { return }
    if epoch > 0, configuration.schedule.needsValidationLosses {
      validationLosses.append(validation[0].isNaN ? .nan : validation[0])
    }
    guard let measure = configuration.record.best else { return }
    let value = measure == .accuracy ? validation[1] : validation[0]
    if best?.isWorse(than: value, by: measure) ?? true { best = BestEpoch(epoch: epoch, value: value) }
  }
}
