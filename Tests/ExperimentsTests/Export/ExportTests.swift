import Archive
import Experiments
import Files
import Foundation
import Interchange
import Networks
import Tensors
import Testing

@Suite struct ExportTests {
  private static let normalized =
    "network=[hidden: [linear: { outputs: 8 }, batch-norm, relu], dropout: { probability: 0.3 }, linear: { outputs: 3 }]"

  private func run(_ scratch: Scratch, _ set: [String] = []) throws -> RunArchive {
    try TinyExperiment.run(scratch("run"), set).perform(on: Processor())
  }

  @Test(arguments: ["model.safetensors", "model.npz"])
  func theParametersOfAnEpochAreWrittenBitForBit(_ name: String) throws {
    let scratch = try Scratch()
    let archive = try run(scratch)
    for epoch in [0, 2, 3] {
      let export = try Export.model(of: archive, epoch: epoch)
      try export.write(to: scratch(name), replacing: true)
      let read = try TensorFile.tensors(scratch(name))
      #expect(
        read.tensors.map(\.path) == [
          "hidden.linear.weight", "hidden.linear.bias", "output.linear.weight", "output.linear.bias",
        ])
      #expect(try read.tensors.map(\.tensor) == archive.parameters(at: epoch).map(\.tensor))
      #expect(try Digest(ofModel: read.tensors) == archive.modelDigests()[epoch])
      if name.hasSuffix("safetensors") {
        #expect(
          read.metadata == [
            "configuration": try archive.configuration(), "epoch": "\(epoch)",
            "model-sha256": try archive.modelDigests()[epoch].hexadecimal,
          ])
      }
    }
    #expect(try Export.model(of: archive) == Export.model(of: archive, epoch: 3))
  }

  /// Running statistics stand at the epochs that keep their state; elsewhere they are named as missing.
  @Test func buffersStandWhereTheStateIsKept() throws {
    let scratch = try Scratch()
    let archive = try run(scratch, [Self.normalized, "record.states=[2]"])
    #expect(archive.stateEpochs == [2, 3])
    let keys = ["running_mean", "running_var"].map { "hidden.batch-norm.\($0)" }
    let without = try Export.model(of: archive, epoch: 1)
    #expect(without.missingBuffers == keys && without.tensors.count == 6)
    let whole = try Export.model(of: archive, epoch: 2)
    #expect(whole.missingBuffers.isEmpty)
    #expect(
      whole.tensors.dropFirst(6).map(\.path)
        == [keys[0], "hidden.batch-norm.num_batches_tracked", keys[1]])
    let count = whole.tensors.first { $0.path.hasSuffix("num_batches_tracked") }?.tensor
    #expect(count == Tensor([Int64(14)], shape: []), "two epochs of 7 steps")
    // The network takes them as PyTorch's does.
    let graph = try Graph<Float>(input: [16], layer: TinyExperiment.configuration([Self.normalized]).network)
    let memory = Memory(graph, capacity: 1, gradients: false)
    try graph.load(stateDict: whole.tensors, into: memory)
    #expect(try memory.modelDigest == archive.modelDigests()[2])
    let mean = try archive.checkpoint(at: 2).array("buffers/hidden/batch-norm/running-mean")
    #expect(memory.tensor(of: graph.buffers[0]) == mean)
  }

  @Test func anEpochThatIsNotKeptIsRefusedWithThoseThatAre() throws {
    let scratch = try Scratch()
    let archive = try run(scratch, ["record.epochs=[1]", "record.states=none"])
    for export in [
      { try Export.model(of: archive, epoch: 2) }, { try Export.checkpoint(of: archive, epoch: 1) },
    ] {
      let error = #expect(throws: ArchiveError.self) { try export() }
      #expect(error?.kind == .notFound && error?.remedy.hasSuffix("3") == true, "\(error as Any)")
    }
  }

  /// From the file alone training goes on, and ends in the bits of the uninterrupted run.
  @Test(arguments: ["state.safetensors", "state.npz"], ["philox", "torch"])
  func trainingGoesOnFromAnExportedCheckpoint(_ name: String, _ random: String) throws {
    let scratch = try Scratch()
    let set = [
      Self.normalized, "random=\(random)", "epochs=5", "record.states=all",
      "schedule={ plateau: { patience: 0, threshold: 0.5 } }",
    ]
    let archive = try run(scratch, set)
    let models = try archive.modelDigests(), losses = try archive.metric("loss/train")
    for epoch in 0...5 {
      try Export.checkpoint(of: archive, epoch: epoch).write(to: scratch(name), replacing: true)
      let checkpoint = try Checkpoint(exported: scratch(name))
      #expect(try checkpoint == archive.checkpoint(at: epoch))
      let loss = try TensorFile.tensors(scratch(name)).tensors.first { $0.path == "metrics/loss/train" }
      #expect(loss?.tensor == Tensor([losses[epoch]], shape: []))

      let trainer = try Trainer(TinyExperiment.configuration(set), data: TinyExperiment.data, on: Processor())
      try trainer.restore(checkpoint)
      while trainer.epoch < 5 {
        #expect(try trainer.trainEpoch()?.loss == losses[trainer.epoch])
        #expect(trainer.memory.modelDigest == models[trainer.epoch])
        trainer.endEpoch(validation: trainer.evaluate(.validation))
      }
      #expect(try trainer.checkpoint() == archive.checkpoint(), "after epoch \(epoch)")
    }
  }

  @Test func aFileWithoutAStateIsNoCheckpoint() throws {
    let scratch = try Scratch()
    try Export.model(of: run(scratch)).write(to: scratch("model.npz"))
    let error = #expect(throws: InterchangeError.self) { try Checkpoint(exported: scratch("model.npz")) }
    #expect(error?.kind == .invalid)
  }

  @Test func aRunIsFoundByFileFolderAndName() throws {
    let scratch = try Scratch()
    let path = try scratch.write("", to: "results/001/tiny/run.h5")
    for name in [path, String(path.dropLast(7)), "001/tiny"] {
      let found = try RunFile.path(of: name, root: scratch.path)
      #expect(
        FileManager.default.contentsEqual(atPath: found, andPath: path) && found.hasSuffix("tiny/run.h5"))
    }
    let error = #expect(throws: FileError.self) { try RunFile.path(of: "001/other", root: scratch.path) }
    #expect(error?.kind == .notFound)
  }

  /// The command: what it writes where, and what it refuses with which code.
  @Test func theCommand() throws {
    let scratch = try Scratch()
    let archive = try run(scratch)
    func export(_ arguments: String...) throws -> Int32 { try ToolProcess.run(["export"] + arguments).code }
    let folder = scratch("run")
    #expect(try export(folder) == 0)
    let tensors = try TensorFile.tensors(folder + "/epoch-3.safetensors").tensors
    #expect(try tensors == Export.model(of: archive).tensors)
    #expect(try export(folder) == 74, "the file is there")
    #expect(try export(folder, "--force") == 0)
    #expect(try export(archive.path, "--epoch", "1", "--output", scratch("x.npz")) == 0)
    #expect(try TensorFile.tensors(scratch("x.npz")).tensors == Export.model(of: archive, epoch: 1).tensors)
    #expect(try export(folder, "--state", "--format", "npz") == 0)
    #expect(try Checkpoint(exported: folder + "/state-3.npz") == archive.checkpoint())
    #expect(try export(folder, "--epoch", "9") == 78)
    #expect(try export(folder, "--format", "npz", "--output", scratch("x.safetensors")) == 64)
    #expect(try export(folder, "--output", scratch("x.bin")) == 78)
    #expect(try export(scratch("none")) == 74)
  }
}
