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
    /// The sum of the batches' mean losses so far.
    var lossSum: Double
  }

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
        takes: "(\(data.training.classNames.count),), one logit a class,", got: graph.output.shape)
    }
    memory = Memory(graph, capacity: min(configuration.batchSize, training.count), gradients: true)
    evaluationMemory = Memory(graph, capacity: 500, gradients: false, sharing: memory)
    optimizerState = configuration.optimizer.optimizer.stateNames.map { [count = memory.parameters.count] _ in
      let array = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
      array.initialize(repeating: 0)
      return array
    }
    random = Randomness(configuration.random.source(seed: configuration.seed))
    graph.initialize(memory, from: &random.source)
  }

  deinit { for array in optimizerState { array.deallocate() } }

  /// Goes to where a checkpoint was made.
  func moveTo(epoch: Int, step: Int) {
    self.epoch = epoch
    self.step = step
  }

  /// The learning rate of the coming epoch.
  public var learningRate: Double { optimizer.learningRate }

  /// Goes once through the training set, in the order that the epoch's number and the seed give.
  ///
  /// - Parameter continues: Asked after every batch, with the batches done and those in all; `false` stops
  ///   there, and the next call goes on with the next batch.
  /// - Returns: The mean of the batches' mean losses, in Double, or `nil` if it was stopped.
  public func trainEpoch(continues: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }) throws -> Double? {
    var progress = partial ?? PartialEpoch(random: random.source.savedState, batchesDone: 0, lossSum: 0)
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

  /// One step of the optimiser on one batch; gives the batch's mean loss from before it.
  func trainStep(on batch: ArraySlice<Int>) -> Float {
    let mean = computeGradients(on: batch)
    step += 1
    optimizer.step(
      parameters: memory.parameters, gradients: memory.parameterGradients, state: optimizerState, step: step,
      learningRate: learningRate, on: processor)
    return mean
  }

  /// The gradients of one batch's mean loss, which it gives.
  @discardableResult
  func computeGradients(on batch: some Collection<Int>) -> Float {
    training.copy(batch, to: memory.pointer(to: graph.input), targets: memory.targets, on: processor)
    let pass = Pass(.training, count: batch.count, step: step, random: random, on: processor)
    graph.forward(memory, pass)
    loss.forward(memory, pass)
    let mean = loss.mean(memory, pass)
    loss.backward(memory, pass)
    graph.backward(memory, pass)
    return mean
  }
}
