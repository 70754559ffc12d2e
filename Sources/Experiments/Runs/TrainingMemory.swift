import Datasets
import Files
import Networks
import Tensors

/// The memory that a training takes, by what it is for: computed from the recorded network and the data before any of
/// it is allocated.
///
/// The arrays of the trainer are counted exactly. What recording an epoch takes is its largest moment: the checkpoint,
/// the probe's activations, and the file that is composed of either in memory. The archive, which is composed in memory
/// after the last epoch, is not counted, since nobody knows how well it will compress: `ArchiveSpace` has its bounds.
package struct TrainingMemory: Sendable {
  /// What memory is for.
  package enum Purpose: Sendable, CaseIterable {
    /// The examples of all parts, which are there already.
    case data
    /// Parameters and buffers.
    case parameters
    /// The parameters' gradients.
    case gradients
    /// What the optimizer remembers.
    case optimizer
    /// Values per sample of a training batch, their gradients, the targets, and what ops keep and need.
    case trainingBatch
    /// The same of an evaluation, without gradients.
    case evaluationBatch
    /// The batch that is made while another one trains, and the batch beside its attack.
    case batchCopies
    /// What recording an epoch takes.
    case recording
    /// Code, stacks, the kernels' workspaces and all that is small.
    case program
  }

  /// The bytes of each purpose.
  package let bytes: [Purpose: Int]
  /// What the memory of a training batch and that of an evaluation's are made of.
  package let training, evaluation: MemoryNeeds<Float>
  /// How many examples the probe has.
  package let probeCount: Int
  /// The bytes of a checkpoint's arrays, and of the probe's activations.
  package let checkpointByteCount, activationByteCount: Int
  private let evaluatesByBatch: Bool
  private let parameterCount: Int

  /// All bytes.
  package var byteCount: Int { Purpose.allCases.reduce(0) { $0 + (bytes[$1] ?? 0) } }
  /// The bytes that are not there before the training begins.
  package var newByteCount: Int { byteCount - (bytes[.data] ?? 0) }
  /// The bytes of the trainer's arrays.
  package var arrayByteCount: Int {
    [.parameters, .gradients, .optimizer, .trainingBatch, .evaluationBatch, .batchCopies].reduce(0) {
      $0 + (bytes[$1] ?? 0)
    }
  }

  /// What a training of a recorded network takes.
  ///
  /// - Parameter graph: The network with its loss.
  /// - Throws: `RunError.tooLittleMemory` where no address space holds it.
  package init(_ configuration: ExperimentConfiguration, _ data: Dataset, _ graph: Graph<Float>) throws {
    let capacity = Self.capacity(configuration, data, graph)
    guard
      let training = MemoryNeeds(
        graph, capacity: capacity.training, gradients: true, keepsActivations: false),
      let evaluation = MemoryNeeds(
        graph, capacity: capacity.evaluation, gradients: false, sharesParameters: true)
    else {
      throw RunError.tooLittleMemory(
        "a batch of \(capacity.training) examples of this network is more than any memory holds: make 'batch-size' smaller"
      )
    }
    func floats(_ count: Int) -> Int { UnsafeMutableBufferPointer<Float>.zerosByteCount(count) }
    let float = MemoryLayout<Float>.size
    let parameters = graph.parameters.reduce(0) { $0 + $1.shape.count }
    let buffers = graph.buffers.reduce(0) { $0 + $1.shape.count }
    let input = capacity.training * graph.input.shape.count

    var bytes: [Purpose: Int] = [:]
    bytes[.data] = data.parts.reduce(0) { $0 + $1.examples.byteCount }
    bytes[.parameters] = training.parameterBytes
    bytes[.gradients] = training.gradientBytes
    bytes[.optimizer] = configuration.optimizer.stateNames.count * floats(parameters)
    bytes[.trainingBatch] = training.batchBytes
    bytes[.evaluationBatch] = evaluation.byteCount
    bytes[.batchCopies] = floats(configuration.adversarial == nil ? 0 : input)
    if BatchAssembler.changesExamples(configuration) {
      bytes[.batchCopies]! +=
        floats(input) + floats(capacity.training * graph.output.shape.count)
        + UnsafeMutableBufferPointer<UInt8>.zerosByteCount(capacity.training)
    }

    let checkpoint = float * (parameters * (1 + configuration.optimizer.stateNames.count) + buffers)
    probeCount = min(configuration.record.probe, (data[.validation] ?? data.training).count)
    let attacked =
      configuration.adversarial == nil ? 0 : graph.input.shape.count + graph.output.shape.count
    let activations =
      float * probeCount * (graph.activations.dropFirst().reduce(attacked) { $0 + $1.shape.count })
    let largest = graph.parameters.map(\.shape.count).max() ?? 0
    bytes[.recording] =
      checkpoint + activations + max(checkpoint, checkpoint + activations) + float * (largest + buffers)
    bytes[.program] = 64 << 20
    self.bytes = bytes
    (self.training, self.evaluation) = (training, evaluation)
    (checkpointByteCount, activationByteCount) = (checkpoint, activations)
    evaluatesByBatch = Self.evaluatesByBatch(configuration, graph)
    parameterCount = parameters
  }

  /// How many examples are trained on and evaluated at a time.
  private static func capacity(
    _ configuration: ExperimentConfiguration, _ data: Dataset, _ graph: Graph<Float>
  ) -> (training: Int, evaluation: Int) {
    let training = min(configuration.batchSize, data.training.count)
    // About 64 MB of values at most, whatever the network.
    let valuesPerExample = graph.activations.reduce(0) { $0 + $1.shape.count }
    let largestPart = data.parts.map(\.examples.count).max() ?? 1
    return (
      training,
      evaluatesByBatch(configuration, graph)
        ? training : min(500, max(1, (1 << 24) / valuesPerExample), largestPart)
    )
  }

  private static func evaluatesByBatch(_ configuration: ExperimentConfiguration, _ graph: Graph<Float>)
    -> Bool
  {
    graph.evaluatesByBatch || configuration.evaluationMode == .training
  }
}

extension TrainingMemory {
  /// Throws unless an allowance has room for it.
  ///
  /// - Throws: `RunError.tooLittleMemory`: one line with what is needed, what takes most of it, and the way out.
  package func require(_ allowance: MemoryAllowance) throws {
    guard newByteCount > allowance.bytes else { return }
    let purpose =
      Purpose.allCases.filter { $0 != .data }.max { bytes[$0, default: 0] < bytes[$1, default: 0] }
      ?? .program
    throw RunError.tooLittleMemory(
      "training needs \(byteText(newByteCount)) of memory, of which \(name(purpose)) takes "
        + "\(byteText(bytes[purpose, default: 0])), and \(allowance.limit.rawValue) leaves "
        + "\(byteText(allowance.bytes)): \(remedy(purpose))")
  }

  private func name(_ purpose: Purpose) -> String {
    switch purpose {
    case .data: "the data"
    case .parameters: "the network with \(parameterCount) parameters"
    case .gradients: "the gradient of \(parameterCount) parameters"
    case .optimizer: "the optimizer's state for \(parameterCount) parameters"
    case .trainingBatch: "a batch of \(training.capacity) examples"
    case .evaluationBatch: "an evaluation of \(evaluation.capacity) examples at a time"
    case .batchCopies: "copies of a batch of \(training.capacity) examples"
    case .recording: "recording an epoch"
    case .program: "the program"
    }
  }

  private func remedy(_ purpose: Purpose) -> String {
    switch purpose {
    case .trainingBatch where training.capacity > 1, .batchCopies where training.capacity > 1,
      .evaluationBatch where evaluatesByBatch && training.capacity > 1:
      "make 'batch-size' smaller"
    case .recording where activationByteCount > checkpointByteCount: "make 'probe' of 'record' smaller"
    case .program, .data: "give it more memory"
    default: "make the network smaller"
    }
  }
}
