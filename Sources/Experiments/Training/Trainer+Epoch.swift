import Datasets
import Networks
import Tensors

/// An epoch of training, step by step.
extension Trainer {
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
  ///   there, and the next call goes on with the next batch; after the last one it stops nothing. There `checkpoint()`
  ///   is the state after that batch.
  /// - Returns: What was measured, or `nil` if it was stopped.
  @discardableResult
  public func trainEpoch(
    continues: (_ done: Int, _ of: Int) throws -> Bool = { _, _ in true }
  ) throws -> TrainedEpoch? {
    if partial == nil { stepLosses = ([], []) }
    var progress = partial ?? PartialEpoch(random: random.source.savedState)
    // An epoch that goes on has its order from where it began, and draws from where it stopped.
    var source = try configuration.random.source(savedState: progress.random)
    let examples = data.training, count = examples.count
    let order = configuration.shuffle ? source.epochOrder(of: count, epoch: epoch + 1) : Array(0..<count)
    if partial == nil { random.source = source }
    let batches = batches
    let places = BatchPlaces(memory, graph)
    let indices: @Sendable (Int) -> ArraySlice<Int> = { [size = memory.capacity] batch in
      order[batch * size..<min((batch + 1) * size, count)]
    }
    let assemble: @Sendable (Int, BatchPlaces) -> Int = { [assembler, epoch = epoch + 1] batch, places in
      let indices = indices(batch)
      assembler.assemble(examples, indices, epoch: epoch, into: places)
      return indices.count
    }
    let loader =
      BatchAssembler.changesExamples(configuration)
      ? BatchLoader(for: memory, graph, startingAt: progress.batchesDone, assemble) : nil
    while progress.batchesDone < batches {
      let batch = progress.batchesDone
      if let loader {
        loader.take(into: places, next: batch + 1 < batches ? batch + 1 : nil)
      } else {
        _ = assemble(batch, places)
      }
      let result = trainStep(on: indices(batch))
      progress.lossSum += Double(result.loss)
      progress.hits += result.hits
      progress.batchesDone += 1
      if progress.batchesDone == batches { progress.gradientNorms = gradientNorms().map(\.value) }
      partial = progress
      if try !continues(progress.batchesDone, batches), progress.batchesDone < batches { return nil }
    }
    // Of the last step; where a run goes on after it, there was no step here.
    learningRate = learningRate(afterSteps: step - 1)
    (partial, unmeasured) = (nil, progress)
    epoch += 1
    return TrainedEpoch(
      loss: progress.lossSum / Double(batches),
      accuracy: countsHits ? Double(progress.hits) / Double(count * passesPerStep) : nil)
  }

  /// The batches of an epoch.
  package var batches: Int { (data.training.count + memory.capacity - 1) / memory.capacity }

  /// The batches that are done of an unfinished epoch.
  package var batchesDone: Int { partial?.batchesDone ?? 0 }

  /// The mean of the losses of the batches that are done of an unfinished epoch; NaN before the first.
  package var runningLoss: Double {
    partial.map { $0.lossSum / Double($0.batchesDone) } ?? .nan
  }

  /// Whether the predictions of training are counted.
  private var countsHits: Bool { configuration.trainingAccuracy == .running }

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
