import Datasets
import Networks
import Tensors

/// A network in training: its memory, its optimiser's memory, and where it is in its run.
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

  let loss: any LossOperation<Float>
  let training, validation: Samples
  let processor: Processor
  /// Room for evaluation; it shares the parameters.
  let evaluationMemory: Memory<Float>
  /// The optimiser's arrays, named as it names them.
  let optimizerState: [UnsafeMutableBufferPointer<Float>]
  let random: Randomness
  /// Where an interrupted epoch stands.
  var partial: PartialEpoch?

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

  private var optimizer: any Optimizer { configuration.optimizer.optimizer }

  /// Records the network and gives its parameters their first values.
  ///
  /// - Throws: `GraphError` when the layers do not fit the data or each other.
  public init(_ configuration: ExperimentConfiguration, data: ImageDataset, on processor: Processor) throws {
    self.configuration = configuration
    self.processor = processor
    let values = configuration.dataset.values
    training = Samples(images: data.training.prefix(configuration.dataset.limit ?? .max), values: values)
    validation = Samples(images: data.test, values: values)

    let images = training.images
    graph = try Graph(
      input: configuration.dataset.flatten
        ? [training.size] : [images.channels, images.height, images.width],
      layer: configuration.network)
    loss = try configuration.loss.record(on: graph)
    let classes = graph.output.shape.count
    guard classes >= data.training.classNames.count else {
      throw GraphError.shape(
        layer: configuration.loss.rawValue, path: graph.output.path,
        takes: "(\(data.training.classNames.count),), one output a class,", got: graph.output.shape)
    }
    memory = Memory(graph, capacity: min(configuration.batchSize, training.count), gradients: true)
    // About 64 MB of values at most, whatever the network.
    let valuesPerSample = graph.activations.reduce(0) { $0 + $1.shape.count }
    evaluationMemory = Memory(
      graph,
      capacity: graph.evaluatesByBatch
        ? configuration.batchSize : max(1, min(500, (1 << 24) / valuesPerSample)),
      gradients: false, sharing: memory)
    optimizerState = configuration.optimizer.optimizer.stateNames.map { [count = memory.parameters.count] _ in
      let array = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
      array.initialize(repeating: 0)
      return array
    }
    random = Randomness(configuration.random.source(seed: configuration.seed))
    learningRate = configuration.optimizer.optimizer.learningRate
    graph.initialize(memory, from: &random.source)
    let first = Array(memory.parameters)
    for _ in 0..<configuration.discardedInitializations {
      graph.initialize(memory, from: &random.source)
    }
    _ = memory.parameters.update(fromContentsOf: first)
    learningRate = nextLearningRate
  }

  deinit { for array in optimizerState { array.deallocate() } }

  /// Goes to where a checkpoint was made.
  func moveTo(epoch: Int, step: Int) {
    self.epoch = epoch
    self.step = step
    learningRate = nextLearningRate
  }

  /// What the schedule says of the coming step.
  private var nextLearningRate: Double {
    configuration.schedule.schedule.learningRate(
      base: optimizer.learningRate,
      after: TrainingProgress(step: step, epoch: epoch, validationLosses: validationLosses))
  }

  /// Tells the schedule an epoch's validation loss; to be called after every epoch.
  public func endEpoch(validationLoss: Double) {
    if configuration.schedule.schedule.needsValidationLosses {
      validationLosses.append(validationLoss.isNaN ? .nan : validationLoss)
    }
  }

  /// Goes once through the training set, in the order that the epoch's number and the seed give.
  ///
  /// - Parameter continues: Asked after every batch, with the batches done and those in all; `false` stops
  ///   there, and the next call goes on with the next batch.
  /// - Returns: The mean of the batches' losses, in Double, or `nil` if it was stopped.
  public func trainEpoch(continues: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }) throws -> Double? {
    var progress = partial ?? PartialEpoch(random: random.source.savedState)
    // An epoch that goes on has its order from where it began, and draws from where it stopped.
    var source = try configuration.random.source(savedState: progress.random)
    let order = source.epochOrder(of: training.count, epoch: epoch + 1)
    if partial == nil { random.source = source }
    let batches = (training.count + memory.capacity - 1) / memory.capacity
    while progress.batchesDone < batches {
      let start = progress.batchesDone * memory.capacity
      let batch = order[start..<min(start + memory.capacity, training.count)]
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

  /// One step of the optimiser on one batch; gives the batch's loss, penalties included, from before it.
  func trainStep(on batch: ArraySlice<Int>) -> Float {
    let loss = computeGradients(on: batch)
    learningRate = nextLearningRate
    step += 1
    optimizer.step(
      parameters: memory.parameters, gradients: memory.parameterGradients, state: optimizerState, step: step,
      learningRate: learningRate, on: processor)
    return loss
  }

  /// The gradients of one batch's loss, clipped if that is asked for; gives the loss: the mean, then each
  /// penalty added.
  @discardableResult
  func computeGradients(on batch: some Collection<Int>) -> Float {
    training.copy(batch, to: memory.pointer(to: graph.input), targets: memory.targets, on: processor)
    let pass = Pass(.training, count: batch.count, step: step, random: random, on: processor)
    graph.forward(memory, pass)
    loss.forward(memory, pass)
    var total = loss.mean(memory, pass)
    loss.backward(memory, pass)
    graph.backward(memory, pass)
    for term in configuration.penalties { total += term.penalty.apply(graph, memory, on: processor) }
    configuration.clip?.apply(to: memory.parameterGradients, on: processor)
    return total
  }
}
