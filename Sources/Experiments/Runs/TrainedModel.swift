import Archive
import Datasets
import Networks
import Settings
import Tensors

/// A network with the numbers that a finished run kept of an epoch, ready to compute.
///
/// The run's file alone is enough: it holds the configuration and the numbers. One sample's shape follows from the inputs
/// that are given, as in training from the data; the network is wired for it when it is first seen, and the parameters
/// must have the shapes that it then needs.
public final class TrainedModel {
  /// The run's configuration.
  public let configuration: ExperimentConfiguration
  /// The epoch after which the network had these numbers.
  public let epoch: Int
  /// The parameters under their paths, in declared order.
  public let parameters: [NamedTensor]
  /// What training changes without a gradient, such as running means, under their paths, in declared order.
  public let buffers: [NamedTensor]

  private let processor: Processor
  /// The network as it was wired for samples of a shape.
  private var wired: (sample: Shape, graph: Graph<Float>, memory: Memory<Float>)?

  /// How many samples are computed at a time; no bit depends on it.
  private static let samplesAtATime = 64

  /// The model of a run's file.
  ///
  /// - Parameters:
  ///   - path: A `run.h5`.
  ///   - epoch: The last one if `nil`.
  ///   - processor: What computes; it has no influence on the result.
  /// - Throws: As `init(_:epoch:on:)` does; `FileError`, and `ArchiveError` for a damaged file.
  public convenience init(contentsOf path: String, epoch: Int? = nil, on processor: Processor) throws {
    try self.init(RunArchive(path), epoch: epoch, on: processor)
  }

  /// The model of a finished run.
  ///
  /// - Throws: `ArchiveError` if that epoch kept no parameters, or if the network has running statistics and the epoch
  ///   kept no state, naming those that did; `SettingsError` for a configuration of another version.
  public init(_ archive: RunArchive, epoch: Int? = nil, on processor: Processor) throws {
    let model = try StoredModel(archive, epoch: epoch)
    guard model.missingBuffers.isEmpty else {
      throw ArchiveError(
        .notFound, file: archive.path,
        reason: "epoch \(model.epoch) does not keep \(model.missingBuffers.joined(separator: ", "))",
        remedy: "epochs that do are: \(archive.stateEpochs.map(String.init).joined(separator: ", "))")
    }
    configuration = try StrictDecoder().decode(from: SettingsTree(yaml: archive.configuration()))
    guard configuration.evaluationMode == .evaluation else {
      throw RunError.unfitData(
        "\(archive.path): this run was evaluated in training mode, whose outputs depend on draws and batches; export its "
          + "parameters instead")
    }
    self.epoch = model.epoch
    parameters = model.parameters
    buffers = model.buffers
    self.processor = processor
  }

  /// The network's outputs in evaluation mode, bit for bit those that the run had after this epoch.
  ///
  /// Where batch normalization evaluates with the batch's statistics, a sample's output depends on its neighbors; then as
  /// many samples are taken at a time as a training step takes.
  ///
  /// - Parameter inputs: (samples, sample's shape…). Bytes stand for byte / `divisor` of the configuration, as in
  ///   training; what the bytes of a program's own data (`given`) stand for is not recorded, so they are refused. Floats
  ///   are taken as they are. Samples are made flat if the configuration says `flatten`; images for convolutions have
  ///   their channels: (samples, 1, 28, 28).
  /// - Returns: (samples, outputs…), of Floats.
  /// - Throws: `DatasetError` for other elements, refused bytes and samples without any elements; `GraphError` for
  ///   samples that the network or its parameters do not fit.
  public func outputs(for inputs: Tensor) throws -> Tensor {
    let examples = try examples(inputs)
    let (graph, memory) = try network(
      for: configuration.dataset.inputShape(of: examples), count: examples.count)
    var outputs: [Float] = []
    outputs.reserveCapacity(examples.count * graph.output.shape.count)
    for start in stride(from: 0, to: examples.count, by: memory.capacity) {
      let range = start..<min(start + memory.capacity, examples.count)
      examples.copy(
        range, to: memory.pointer(to: graph.input), classes: memory.targets, values: memory.targetValues,
        on: processor)
      graph.forward(memory, Pass(.evaluation, count: range.count, on: processor))
      outputs += memory.values(of: graph.output, samples: range.count)
    }
    return Tensor(outputs, shape: Shape([examples.count] + graph.output.shape.dimensions))
  }

  /// The inputs as examples, whose targets nobody looks at.
  private func examples(_ inputs: Tensor) throws -> Examples {
    let name = "the inputs"
    let dimensions = inputs.shape.dimensions
    let targets = Examples.Targets.classes(
      [UInt8](repeating: 0, count: dimensions.first ?? 0), names: ["unknown"])
    guard let bytes = inputs.bytes, !dimensions.isEmpty else {
      return try Examples(inputs: inputs, targets: targets, name: name)
    }
    guard !(configuration.dataset.kind is GivenData) else {
      throw DatasetError.unfit(
        dataset: GivenData.kind,
        reason: "what the bytes of a program's own data stand for is not recorded: give the inputs as Floats")
    }
    return try Examples(
      inputs: Bytes(bytes), shape: Shape(Array(dimensions.dropFirst())), targets: targets, name: name
    ).dividing(by: configuration.dataset.divisor)
  }

  /// The network for samples of a shape, with room for as many of `count` as are computed at a time.
  private func network(for sample: Shape, count: Int) throws -> (Graph<Float>, Memory<Float>) {
    func capacity(_ graph: Graph<Float>) -> Int {
      graph.evaluatesByBatch ? min(configuration.batchSize, max(count, 1)) : Self.samplesAtATime
    }
    if let wired, wired.sample == sample, wired.memory.capacity >= capacity(wired.graph) {
      return (wired.graph, wired.memory)
    }
    let graph = try Graph<Float>(input: sample, layer: configuration.network)
    let memory = Memory(graph, capacity: capacity(graph), gradients: false)
    try graph.setParametersAndBuffers(of: memory, to: parameters + buffers)
    wired = (sample, graph, memory)
    return (graph, memory)
  }
}
