import Archive
import Datasets
import Experiments
import Networks
import Tensors
import Testing

@Suite struct TrainedModelTests {
  private static let tiny = "network=[linear: { outputs: 8 }, batch-norm, relu, linear: { outputs: 3 }]"
  private static let images =
    "network=[conv-2d: { outputs: 2, kernel: 3 }, batch-norm, relu, flatten, output: [linear: { outputs: 3 }]]"

  private func run(_ scratch: Scratch, _ set: [String], data: Dataset = TinyExperiment.data) throws
    -> RunArchive
  {
    try TinyExperiment.run(scratch("run"), set, data: data).perform(on: Processor())
  }

  /// The last recorded activation is the output.
  private func recorded(_ archive: RunArchive, _ epoch: Int) throws -> Tensor {
    let path = try #require(archive.activationPaths().last)
    return try archive.activation(path, at: epoch)
  }

  @Test(arguments: [
    [], [tiny], ["dataset.fashion-mnist.flatten=false", images],
  ])
  func itsOutputsAreTheRecordedOnes(_ set: [String]) throws {
    let scratch = try Scratch()
    let archive = try run(scratch, set + ["record.states=all"])
    let probe = try #require(try archive.probe())
    let sample: Shape = set.contains(Self.images) ? [1, 4, 4] : [4, 4]
    for epoch in 0...3 {
      let model = try TrainedModel(contentsOf: archive.path, epoch: epoch, on: Processor(threads: 2))
      let inputs = probe.inputs.reshaped(to: Shape([7] + sample.dimensions))
      #expect(try model.outputs(for: inputs) == recorded(archive, epoch))
      #expect(try Digest(ofModel: model.parameters) == archive.modelDigests()[epoch])
    }
    let last = try TrainedModel(archive, on: Processor())
    #expect(last.epoch == 3 && last.configuration.batchSize == 16)
  }

  /// Bytes stand for what the configuration says; of a program's own data that may be something else.
  @Test func bytesAreDividedAsInTraining() throws {
    let scratch = try Scratch()
    func divided(_ examples: Examples) -> Examples { examples.dividing(by: 100) }
    let data = try Dataset(
      name: "tiny", training: divided(TinyExperiment.data.training),
      validation: TinyExperiment.data[.validation].map(divided))
    let archive = try run(scratch, ["dataset.fashion-mnist.divisor=100"], data: data)
    let inputs = try #require(try archive.probe()).inputs
    #expect(try TrainedModel(archive, on: Processor()).outputs(for: inputs) == recorded(archive, 3))

    let other = try Scratch()
    let given = try TrainedModel(run(other, ["dataset=given"]), on: Processor())
    #expect(throws: DatasetError.self) { try given.outputs(for: inputs) }
    let numbers = Tensor([Float](repeating: 0.5, count: 16), shape: [1, 16])
    #expect(try given.outputs(for: numbers).shape == [1, 3])
  }

  /// Bytes are the numbers that they are in training; numbers are taken as they are, however many at a time.
  @Test func numbersAndBytesAreTheSame() throws {
    let scratch = try Scratch()
    let model = try TrainedModel(run(scratch, []), on: Processor())
    let bytes = TinyExperiment.data.training.inputTensor(0..<100)
    let floats = Tensor(
      try #require(bytes.bytes).map { Float($0) / 255 }, shape: [100, 16])
    let outputs = try model.outputs(for: floats)
    let values = try #require(outputs.floats)
    #expect(outputs.shape == [100, 3] && Set(values).count > 100)
    #expect(try model.outputs(for: bytes) == outputs)
    let single = try model.outputs(
      for: Tensor(Array(try #require(floats.floats)[99 * 16..<100 * 16]), shape: [1, 16]))
    #expect(single.floats == Array(values[297..<300]))
    #expect(try model.outputs(for: Tensor([] as [Float], shape: [0, 16])).shape == [0, 3])
  }

  /// With the batch's statistics, batches are as large as in training, however large that may be.
  @Test(arguments: [16, 21, Int.max]) func batchStatisticsAreThoseOfTraining(_ batchSize: Int) throws {
    let scratch = try Scratch()
    let archive = try run(
      scratch,
      [
        "network=[linear: { outputs: 8 }, batch-norm: { evaluates-with: batch }, relu, linear: { outputs: 3 }]",
        "record.probe=30", "batch-size=\(batchSize)",
      ])
    let probe = try #require(try archive.probe())
    let model = try TrainedModel(archive, on: Processor())
    let few = Tensor(Array(try #require(probe.inputs.bytes).prefix(32)), shape: [2, 4, 4])
    #expect(try model.outputs(for: few).shape == [2, 3])
    #expect(try model.outputs(for: probe.inputs) == recorded(archive, 3))
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let scratch = try Scratch()
    let archive = try run(scratch, [Self.tiny, "record.states=[2]"])
    #expect(throws: ArchiveError.self) { try TrainedModel(archive, epoch: 7, on: Processor()) }
    let error = #expect(throws: ArchiveError.self) { try TrainedModel(archive, epoch: 1, on: Processor()) }
    #expect(error?.remedy == "epochs that do are: 2, 3")
    let model = try TrainedModel(archive, on: Processor())
    #expect(throws: GraphError.self) {
      try model.outputs(for: Tensor([Float](repeating: 1, count: 15), shape: [1, 15]))
    }
    #expect(throws: DatasetError.self) {
      try model.outputs(for: Tensor([Double](repeating: 1, count: 16), shape: [1, 16]))
    }
    #expect(throws: DatasetError.self) { try model.outputs(for: Tensor([1] as [UInt8], shape: [])) }
    #expect(throws: DatasetError.self) { try model.outputs(for: Tensor([] as [Float], shape: [2, 0])) }
  }
}
