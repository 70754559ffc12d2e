import Archive
import Networks
import Tensors

/// A network's loss and accuracy on a set of samples.
public struct Evaluation: Sendable, Equatable {
  /// The mean of the samples' losses: each a Float, added in Double in ascending order. On the training set
  /// each penalty is added, in Double.
  public internal(set) var loss: Double
  /// The fraction of samples whose largest output is at their class.
  public let accuracy: Double
}

extension Trainer {
  /// Loss and accuracy over the whole training set, in evaluation mode; the loss includes the penalties, as that
  /// of training does.
  public func evaluateTraining() -> Evaluation {
    var evaluation = evaluate(training)
    for term in configuration.penalties {
      evaluation.loss += Double(term.penalty.value(graph, memory, on: processor))
    }
    return evaluation
  }

  /// Loss and accuracy over the whole validation set, in evaluation mode.
  public func evaluateValidation() -> Evaluation { evaluate(validation) }

  /// A row's bits do not depend on its batch, so how many samples are taken at once changes nothing; with
  /// batch statistics in evaluation they do, and then as many are taken as in training.
  private func evaluate(_ samples: Samples) -> Evaluation {
    var lossSum = 0.0, hits = 0
    for start in stride(from: 0, to: samples.count, by: evaluationMemory.capacity) {
      let end = min(start + evaluationMemory.capacity, samples.count)
      let pass = forward(samples, start..<end)
      loss.forward(evaluationMemory, pass)
      for loss in UnsafeBufferPointer(start: loss.losses(evaluationMemory), count: pass.count) {
        lossSum += Double(loss)
      }
      hits += processor.countHits(
        evaluationMemory.pointer(to: graph.output), targets: evaluationMemory.targets.baseAddress!,
        rows: pass.count, classes: graph.output.shape.count)
    }
    return Evaluation(
      loss: lossSum / Double(samples.count), accuracy: Double(hits) / Double(samples.count))
  }

  private func forward(_ samples: Samples, _ range: Range<Int>) -> Pass {
    samples.copy(
      range, to: evaluationMemory.pointer(to: graph.input), targets: evaluationMemory.targets, on: processor)
    let pass = Pass(.evaluation, count: range.count, on: processor)
    graph.forward(evaluationMemory, pass)
    return pass
  }

  /// SHA-256 of the network's outputs for the whole validation set, in evaluation mode, sample by sample.
  public func outputDigest() -> Digest {
    var hasher = Digest.Hasher()
    for start in stride(from: 0, to: validation.count, by: evaluationMemory.capacity) {
      let pass = forward(validation, start..<min(start + evaluationMemory.capacity, validation.count))
      let outputs = UnsafeBufferPointer(
        start: evaluationMemory.pointer(to: graph.output), count: pass.count * graph.output.shape.count)
      hasher.update(numbers: outputs)
    }
    return hasher.finalize()
  }

  /// Every value that the network computes for the first `count` validation images, in evaluation mode.
  func activations(ofFirst count: Int) -> [NamedArray] {
    let count = min(count, validation.count)
    let slots = graph.activations.dropFirst()  // the input is the probe itself
    var values = slots.map { _ in [Float]() }
    for start in stride(from: 0, to: count, by: evaluationMemory.capacity) {
      let end = min(start + evaluationMemory.capacity, count)
      _ = forward(validation, start..<end)
      for (index, slot) in slots.enumerated() {
        values[index] += evaluationMemory.values(of: slot, samples: end - start)
      }
    }
    return zip(slots, values).map { slot, values in
      NamedArray(slot.path, ArchiveArray(values, shape: [count] + slot.shape.dimensions))
    }
  }

  /// The Euclidean norm of each parameter's gradient as the last step used it, so after penalties and clipping;
  /// before the first step, of the loss of the first batch in the data set's order.
  func gradientNorms() -> [NamedValue] {
    if step == 0 {
      // Looking must not change what is looked at: running statistics and random draws go back.
      let (buffers, source) = (Array(memory.buffers), random.source)
      computeGradients(on: 0..<min(memory.capacity, training.count))
      _ = memory.buffers.update(fromContentsOf: buffers)
      random.source = source
    }
    return graph.parameters.map { slot, _ in
      let squares = processor.sumOfSquares(memory.gradientPointer(to: slot), count: slot.shape.count)
      return NamedValue(slot.path, squares.squareRoot())
    }
  }
}
