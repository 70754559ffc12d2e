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
  public private(set) var step = 0
  /// The epochs done.
  public private(set) var epoch = 0

  let data: Dataset
  let loss: any LossOp<Float>
  let processor: Processor
  /// Room for evaluation; it shares the parameters.
  let evaluationMemory: Memory<Float>
  let optimizer: OptimizerState<Float>
  let random: SharedRandomSource
  /// Where an interrupted epoch stands.
  var partial: PartialEpoch?
  /// The losses of the epoch's steps that are recorded, and the steps' numbers.
  var stepLosses: (steps: [Int], values: [Float]) = ([], [])

  /// An epoch that is not finished: enough to go on with its next batch.
  struct PartialEpoch: Codable, Equatable {
    /// The source of random numbers as it was when the epoch began.
    var random: [UInt8]
    var batchesDone: Int
    /// The bits of the sum of the batches' losses so far: JSON has no NaN, which a diverging run has.
    private var lossBits = Double.zero.bitPattern
    /// The sum of the batches' losses so far.
    var lossSum: Double {
      get { Double(bitPattern: lossBits) }
      set { lossBits = newValue.isNaN ? Double.nan.bitPattern : newValue.bitPattern }
    }

    init(random: [UInt8]) {
      self.random = random
      batchesDone = 0
    }
  }

  /// The validation loss after each epoch, if the schedule looks at them.
  var validationLosses: [Double] = []
  /// The learning rate of the last step; before the first one here, of the coming one.
  public private(set) var learningRate: Double

  /// Records the network and gives its parameters their first values.
  ///
  /// - Parameter data: The parts that the configuration's declaration makes, or a user's own.
  /// - Throws: `GraphError` when the layers do not fit the data or each other, `RunError` when the data do not have
  ///   what the configuration needs.
  public init(_ configuration: ExperimentConfiguration, data: Dataset, on processor: Processor) throws {
    self.configuration = configuration
    self.data = data
    self.processor = processor
    let training = data.training
    if configuration.schedule.needsValidationLosses, data[.validation] == nil {
      throw RunError.unfitData(
        "the schedule looks at validation losses, and the data have no validation part")
    }
    graph = try Graph(
      input: configuration.dataset.inputShape(of: training), layer: configuration.network)
    loss = try configuration.loss.record(on: graph, targets: training.classNames == nil ? .values : .classes)
    try Self.checkOutputs(of: graph, configuration, training)
    memory = Memory(graph, capacity: min(configuration.batchSize, training.count), gradients: true)
    // About 64 MB of values at most, whatever the network.
    let valuesPerExample = graph.activations.reduce(0) { $0 + $1.shape.count }
    evaluationMemory = Memory(
      graph,
      capacity: graph.evaluatesByBatch || configuration.evaluationMode == .training
        ? memory.capacity
        : min(500, max(1, (1 << 24) / valuesPerExample), data.parts.map(\.examples.count).max()!),
      gradients: false, sharing: memory)
    optimizer = OptimizerState(of: configuration.optimizer, for: memory)
    random = SharedRandomSource(configuration.random.source(seed: configuration.seed))
    learningRate = configuration.optimizer.learningRate
    graph.initialize(memory, from: &random.source)
    let first = Array(memory.parameters)
    for _ in 0..<configuration.discardedInitializations {
      graph.initialize(memory, from: &random.source)
    }
    _ = memory.parameters.update(fromContentsOf: first)
    learningRate = nextLearningRate
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
  private var nextLearningRate: Double {
    configuration.schedule.learningRate(
      base: configuration.optimizer.learningRate,
      after: TrainingProgress(step: step, epoch: epoch, validationLosses: validationLosses))
  }

  /// Tells the schedule an epoch's validation loss; to be called after every epoch.
  public func endEpoch(validationLoss: Double?) {
    if let validationLoss, configuration.schedule.needsValidationLosses {
      validationLosses.append(validationLoss.isNaN ? .nan : validationLoss)
    }
  }

  /// Goes once through the training examples, in the order that the epoch's number and the seed give, or in their
  /// own order if the configuration says so.
  ///
  /// - Parameter continues: Asked after every batch, with the batches done and those in all; `false` stops
  ///   there, and the next call goes on with the next batch.
  /// - Returns: The mean of the batches' losses, in Double, or `nil` if it was stopped.
  public func trainEpoch(continues: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }) throws -> Double? {
    if partial == nil { stepLosses = ([], []) }
    var progress = partial ?? PartialEpoch(random: random.source.savedState)
    // An epoch that goes on has its order from where it began, and draws from where it stopped.
    var source = try configuration.random.source(savedState: progress.random)
    let count = data.training.count
    let order = configuration.shuffle ? source.epochOrder(of: count, epoch: epoch + 1) : Array(0..<count)
    if partial == nil { random.source = source }
    let batches = (count + memory.capacity - 1) / memory.capacity
    while progress.batchesDone < batches {
      let start = progress.batchesDone * memory.capacity
      let batch = order[start..<min(start + memory.capacity, count)]
      progress.lossSum += Double(trainStep(on: batch))
      progress.batchesDone += 1
      if !continues(progress.batchesDone, batches), progress.batchesDone < batches {
        partial = progress
        return nil
      }
    }
    partial = nil
    epoch += 1
    return progress.lossSum / Double(batches)
  }

  /// One step of the optimizer on one batch; gives the batch's loss, penalties included, from before it.
  func trainStep(on batch: ArraySlice<Int>) -> Float {
    let loss = computeGradients(on: batch)
    learningRate = nextLearningRate
    step += 1
    if let interval = configuration.record.stepLosses, step % interval == 0 {
      stepLosses.steps.append(step)
      stepLosses.values.append(loss)
    }
    optimizer.update(memory, step: step, learningRate: learningRate, on: processor)
    return loss
  }

  /// The gradients of one batch's loss, clipped if that is asked for; gives the loss: the mean, then each
  /// penalty added.
  @discardableResult
  func computeGradients(on batch: some Collection<Int>) -> Float {
    copy(data.training, batch, to: memory)
    let pass = Pass(.training, count: batch.count, step: step, random: random, on: processor)
    graph.forward(memory, pass)
    loss.forward(memory, pass)
    var total = loss.mean(memory, pass)
    loss.backward(memory, pass)
    graph.backward(memory, pass)
    for penalty in configuration.penalties { total += penalty.apply(graph, memory, on: processor) }
    configuration.clip?.apply(to: memory, on: processor)
    return total
  }

  /// Writes examples to the input and the targets of a memory.
  func copy(_ examples: Examples, _ indices: some Collection<Int>, to memory: Memory<Float>) {
    examples.copy(
      indices, to: memory.pointer(to: graph.input), classes: memory.targets, values: memory.targetValues,
      on: processor)
  }
}
