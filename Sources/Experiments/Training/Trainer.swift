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
  /// Where an interrupted epoch stands.
  var partial: PartialEpoch?
  /// The losses of the epoch's steps that are recorded, and the steps' numbers.
  var stepLosses: (steps: [Int], values: [Float]) = ([], [])

  /// An epoch that is not finished: enough to go on with its next batch.
  struct PartialEpoch: Codable, Equatable {
    /// The source of random numbers as it was when the epoch began.
    var random: [UInt8]
    var batchesDone: Int
    /// The hits so far, if they are counted.
    var hits = 0
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

  /// The best epoch so far, if it is asked for.
  public internal(set) var best: BestEpoch?
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
    try Self.checkBest(configuration, data)
    graph = try Graph(
      input: configuration.dataset.inputShape(of: training), layer: configuration.network,
      differentiatesInput: configuration.adversarial != nil)
    assembler = try BatchAssembler(
      configuration, training, outputs: graph.output.shape.count, on: processor)
    loss = try configuration.loss.record(on: graph, targets: assembler.targetKind(training))
    try Self.checkOutputs(of: graph, configuration, training)
    memory = Memory(
      graph, capacity: min(configuration.batchSize, training.count), gradients: true, keepsActivations: false)
    cleanInputs = .allocate(
      capacity: configuration.adversarial == nil ? 0 : memory.capacity * graph.input.shape.count)
    cleanInputs.initialize(repeating: 0)
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
  private var nextLearningRate: Double {
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

  /// What an epoch of training measured on its batches.
  public struct TrainedEpoch: Sendable, Equatable {
    /// The mean of the batches' losses, in Double.
    public let loss: Double
    /// The fraction of examples whose largest output was at their class, where the running training accuracy is asked
    /// for; of an attacked batch the mean of the batch's and the attack's.
    public let accuracy: Double?
  }

  /// Goes once through the training examples, in the order that the epoch's number and the seed give, or in their
  /// own order if the configuration says so.
  ///
  /// - Parameter continues: Asked after every batch, with the batches done and those in all; `false` stops
  ///   there, and the next call goes on with the next batch.
  /// - Returns: What was measured, or `nil` if it was stopped.
  @discardableResult
  public func trainEpoch(
    continues: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws -> TrainedEpoch? {
    if partial == nil { stepLosses = ([], []) }
    var progress = partial ?? PartialEpoch(random: random.source.savedState)
    // An epoch that goes on has its order from where it began, and draws from where it stopped.
    var source = try configuration.random.source(savedState: progress.random)
    let examples = data.training, count = examples.count
    let order = configuration.shuffle ? source.epochOrder(of: count, epoch: epoch + 1) : Array(0..<count)
    if partial == nil { random.source = source }
    let batches = (count + memory.capacity - 1) / memory.capacity
    let places = BatchPlaces(memory, graph)
    let assemble: @Sendable (Int, BatchPlaces) -> Int = {
      [assembler, epoch = epoch + 1, size = memory.capacity] batch, places in
      let indices = order[batch * size..<min((batch + 1) * size, count)]
      assembler.assemble(examples, indices, epoch: epoch, into: places)
      return indices.count
    }
    let loader =
      assembler.changesExamples
      ? BatchLoader(for: memory, graph, startingAt: progress.batchesDone, assemble) : nil
    while progress.batchesDone < batches {
      let batch = progress.batchesDone
      let indices = order[batch * memory.capacity..<min((batch + 1) * memory.capacity, count)]
      if let loader {
        loader.take(into: places, next: batch + 1 < batches ? batch + 1 : nil)
      } else {
        _ = assemble(batch, places)
      }
      let result = trainStep(on: indices)
      progress.lossSum += Double(result.loss)
      progress.hits += result.hits
      progress.batchesDone += 1
      if !continues(progress.batchesDone, batches), progress.batchesDone < batches {
        partial = progress
        return nil
      }
    }
    partial = nil
    epoch += 1
    return TrainedEpoch(
      loss: progress.lossSum / Double(batches),
      accuracy: countsHits ? Double(progress.hits) / Double(count * passesPerStep) : nil)
  }

  /// Whether the predictions of training are counted.
  private var countsHits: Bool {
    configuration.trainingAccuracy == .running && data.training.classNames != nil
  }

  /// How often a step sees each example: as it is, and attacked.
  private var passesPerStep: Int { configuration.adversarial == nil ? 1 : 2 }

  /// One step of the optimizer on the batch that is in the memory; gives the batch's loss, penalties included, and its
  /// hits, from before it.
  private func trainStep(on batch: ArraySlice<Int>) -> (loss: Float, hits: Int) {
    let result = computeGradients(on: batch)
    learningRate = nextLearningRate
    step += 1
    if let interval = configuration.record.stepLosses, step % interval == 0 {
      stepLosses.steps.append(step)
      stepLosses.values.append(result.loss)
    }
    optimizer.update(memory, step: step, learningRate: learningRate, on: processor)
    return result
  }

  /// The gradients of the loss of the batch that is in the memory, clipped if that is asked for; gives the loss: the
  /// mean, then that of the attack on the batch, then each penalty added; and the hits if they are counted.
  ///
  /// With an attack, made before anything else, the gradients' chains go through the batch first and then through the
  /// attacked batch.
  @discardableResult
  package func computeGradients(on batch: some Collection<Int>) -> (loss: Float, hits: Int) {
    var pass = Pass(.training, count: batch.count, step: step, random: random, on: processor)
    let input = UnsafeMutableBufferPointer(
      start: memory.pointer(to: graph.input), count: batch.count * graph.input.shape.count)
    if let attack = configuration.adversarial {
      attackBatch(attack, batch, of: data.training)
      swap(input, cleanInputs)
    }
    var (total, hits) = passThrough(pass)
    if configuration.adversarial != nil {
      swap(input, cleanInputs)
      pass.accumulatesGradients = true
      let attacked = passThrough(pass)
      total += attacked.loss
      hits += attacked.hits
    }
    for penalty in configuration.penalties { total += penalty.apply(graph, memory, on: processor) }
    configuration.clip?.apply(to: memory, on: processor)
    return (total, hits)
  }

  /// Forward and backward.
  private func passThrough(_ pass: Pass) -> (loss: Float, hits: Int) {
    graph.forward(memory, pass)
    loss.forward(memory, pass)
    let hits = countsHits ? countHits(memory, pass) : 0
    let mean = loss.mean(memory, pass)
    loss.backward(memory, pass)
    graph.backward(memory, pass)
    return (mean, hits)
  }

  /// How many examples have their largest output at their class.
  func countHits(_ memory: Memory<Float>, _ pass: Pass) -> Int {
    processor.countHits(
      memory.pointer(to: graph.output), targets: memory.targets.baseAddress!, rows: pass.count,
      classes: graph.output.shape.count)
  }

  /// Replaces the batch in the memory by an attack on it and leaves the batch in `cleanInputs`.
  func attackBatch(
    _ attack: ProjectedGradientDescent, _ batch: some Collection<Int>, of examples: Examples
  ) {
    let sites = batch.map { RandomSite(index: examples.storedIndex($0)) }
    attack.attack(graph, loss, memory, count: batch.count, clean: cleanInputs, on: processor) { sample in
      RandomStream(seed: configuration.seed, purpose: .attack, site: sites[sample], step: epoch + 1)
    }
  }

  private func swap(_ a: UnsafeMutableBufferPointer<Float>, _ b: UnsafeMutableBufferPointer<Float>) {
    for index in a.indices { Swift.swap(&a[index], &b[index]) }
  }
}
