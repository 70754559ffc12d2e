import Archive
import Files
import Foundation
import Synchronization
import Tensors
import Testing

@Suite struct RunDirectoryTests {
  let sample = SampleRun(epochs: 2, keptEpochs: [0, 2])

  @Test func secondOpenerIsRefused() throws {
    let scratch = try Scratch()
    var first: RunDirectory? = try RunDirectory(scratch("run"), identity: sample.identity)
    #expect { _ = try RunDirectory(scratch("run"), identity: sample.identity) } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.kind == .locked
        && error.description.contains("process \(ProcessInfo.processInfo.processIdentifier)")
    }
    #expect(try first?.state() == .empty)
    first = nil
    _ = try RunDirectory(scratch("run"), identity: sample.identity)
  }

  @Test func aPlantedLinkIsNotLocked() throws {
    let scratch = try Scratch()
    try Data("kept".utf8).write(to: URL(filePath: scratch("other")))
    try FileManager.default.createDirectory(atPath: scratch("run"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch("run/.lock"), withDestinationPath: scratch("other"))
    #expect { _ = try RunDirectory(scratch("run"), identity: sample.identity) } throws: { error in
      guard let error = error as? FileError else { return false }
      return error.path.hasSuffix("run/.lock") && error.remedy.contains("symbolic link")
    }
    #expect(try bytes(scratch("other")) == Array("kept".utf8))
  }

  /// What the system cannot read is neither absent nor damaged: nothing is made again, and the reason is its own.
  @Test func aReadErrorIsSaidAsSuch() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    for epoch in 0...1 { try directory.commit(sample.record(epoch), checkpoint: sample.checkpoint(epoch)) }
    // A link that leads to itself is read by nobody, root included.
    func breakFile(_ name: String) throws {
      try FileManager.default.removeItem(atPath: scratch(name))
      try FileManager.default.createSymbolicLink(
        atPath: scratch(name), withDestinationPath: scratch(name))
    }
    func isToldOf(_ name: String, _ body: () throws -> Void) {
      #expect(
        performing: body,
        throws: { error in
          guard let error = error as? FileError else { return false }
          return error.kind == .inputOutput && error.path.hasSuffix(name)
            && error.reason.contains("symbolic links")
        })
    }
    try breakFile("run/epochs/000001.h5")
    isToldOf("epochs/000001.h5") { _ = try directory.state() }
    isToldOf("epochs/000001.h5") { try directory.commit(sample.record(2), checkpoint: nil) }
    isToldOf("epochs/000001.h5") { try directory.commit(partial: sample.checkpoint(1)) }
    isToldOf("epochs/000001.h5") { try directory.finish(sample.header) }
    try breakFile("run/checkpoint")
    isToldOf("checkpoint") { _ = try directory.state() }
    isToldOf("checkpoint") { try directory.finish(sample.header) }
  }

  @Test func stateTellsHowFarTheRunHasCome() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("a/b/run"), identity: sample.identity)
    #expect(try directory.state() == .empty)
    try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
    #expect(try directory.state() == .interrupted(sample.checkpoint(0)))
    try directory.commit(sample.record(1), checkpoint: nil)
    #expect(try directory.state() == .interrupted(sample.checkpoint(0)))
    try sample.complete(directory)
    #expect(try directory.state() == .finished)
  }

  @Test func anotherConfigurationIsRefused() throws {
    let scratch = try Scratch()
    let other = Digest(of: "another configuration")
    func isRefused() -> Bool {
      do {
        _ = try RunDirectory(scratch("run"), identity: other)
        return false
      } catch let error as ArchiveError {
        return error.kind == .otherIdentity && !error.remedy.isEmpty
      } catch {
        return false
      }
    }
    do {
      let directory = try RunDirectory(scratch("run"), identity: sample.identity)
      try directory.commit(sample.record(0), checkpoint: nil)
    }
    #expect(isRefused())
    try sample.complete(scratch("run"))
    #expect(isRefused())
    #expect(try RunArchive(scratch("run/run.h5")).identity == sample.identity)
    #expect(try ArchiveLabel(of: scratch("run/run.h5")).identity == sample.identity)
  }

  @Test func whatCannotBeStoredIsRefusedBeforeAnythingIsWritten() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    let array = Tensor([Float(1)])
    let digest = Digest(of: "")
    let records = [
      EpochRecord(epoch: 1, modelDigest: digest),
      EpochRecord(epoch: -1, modelDigest: digest),
      EpochRecord(epoch: 0, metrics: [NamedValue("loss/epoch", 1)], modelDigest: digest),
      EpochRecord(epoch: 0, metrics: [NamedValue("config/x", 1)], modelDigest: digest),
      EpochRecord(epoch: 0, metrics: [NamedValue("states/x", 1)], modelDigest: digest),
      EpochRecord(epoch: 0, metrics: [NamedValue("a", 1), NamedValue("a", 2)], modelDigest: digest),
      EpochRecord(epoch: 0, gradientNorms: [NamedValue("a//b", 1)], modelDigest: digest),
      EpochRecord(epoch: 0, parameters: [NamedTensor("a/epoch", array)], modelDigest: digest),
      EpochRecord(epoch: 0, activations: [NamedTensor("epoch/a", array)], modelDigest: digest),
      EpochRecord(
        epoch: 0, activations: [NamedTensor("a", array), NamedTensor("a/value", array)], modelDigest: digest),
      EpochRecord(
        epoch: 0,
        series: [StepSeries(MetricDescription(name: "a", title: "", unit: "1"), steps: [1, 2], values: [1])],
        modelDigest: digest
      ),
      EpochRecord(
        epoch: 0, activations: [NamedTensor("a", Tensor([Float(1)], shape: []))], modelDigest: digest),
      // A state needs its parameters in the record, with the same bits, and belongs to its epoch.
      EpochRecord(epoch: 0, state: sample.checkpoint(0), modelDigest: digest),
      EpochRecord(
        epoch: 0, parameters: sample.parameters(1), state: sample.checkpoint(0), modelDigest: digest),
      EpochRecord(
        epoch: 0, parameters: sample.parameters(1), state: sample.checkpoint(1), modelDigest: digest),
      EpochRecord(
        epoch: 0,
        state: Checkpoint(epoch: 0, step: 0, arrays: [NamedTensor("step", array)], state: ""),
        modelDigest: digest),
    ]
    for record in records {
      #expect { try directory.commit(record, checkpoint: nil) } throws: {
        ($0 as? ArchiveError)?.kind == .invalid
      }
    }
    #expect { try directory.commit(sample.record(0), checkpoint: sample.checkpoint(1)) } throws: {
      ($0 as? ArchiveError)?.kind == .invalid
    }
    #expect { try directory.finish(sample.header) } throws: { ($0 as? ArchiveError)?.kind == .invalid }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("run")) == [".lock"])
  }

  @Test func changedShapeIsNamedAndNothingIsLost() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    for epoch in 0...1 {
      let weights = NamedTensor("a/w", Tensor([Float](repeating: 1, count: 2 + epoch)))
      try directory.commit(
        EpochRecord(epoch: epoch, parameters: [weights], modelDigest: Digest(of: "")),
        checkpoint: sample.checkpoint(epoch))
    }
    #expect { try directory.finish(sample.header) } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.kind == .invalid && error.object == "parameters/a/w" && error.reason.contains("[3]")
    }
    #expect(try directory.state() == .interrupted(sample.checkpoint(1)))
  }

  @Test func lastEpochMustRecordTheParametersOfItsState() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    var record = sample.record(0)
    record.parameters.removeLast()
    try directory.commit(record, checkpoint: sample.checkpoint(0))
    #expect { try directory.finish(sample.header) } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.kind == .invalid && error.object == "parameters/output/bias"
    }
    // A state from within the next epoch has other parameters than the last complete one.
    try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
    var partial = sample.checkpoint(1)
    partial.epoch = 0
    try directory.commit(partial: partial)
    #expect(try directory.state() == .interrupted(partial))
    #expect { try directory.finish(sample.header) } throws: { ($0 as? ArchiveError)?.kind == .invalid }
    try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
    try directory.finish(sample.header)
  }

  @Test func identityMustBeThatOfItsText() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
    var header = sample.header
    header.identity += " "
    #expect { try directory.finish(header) } throws: { ($0 as? ArchiveError)?.kind == .invalid }
    #expect(try directory.state() == .interrupted(sample.checkpoint(0)))
  }

  /// What would be refused in `finish`, after all the training, is refused when it is first known.
  @Test func headerThatCannotBeStoredIsRefusedBeforeTheFirstEpoch() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    try directory.check(sample.header)
    func metric(_ name: String, title: String = "", unit: String = "1") -> MetricDescription {
      MetricDescription(name: name, title: title, unit: unit)
    }
    let bytes = Tensor([UInt8](repeating: 1, count: 8), shape: [2, 4])
    let changes: [(object: String, change: (inout RunHeader) -> Void)] = [
      ("/run/title", { $0.title = "a\0b" }), ("/run/program_name", { $0.creator = "\0" }),
      ("/run/config", { $0.configuration = "{\0}" }), ("/run/identity", { $0.identity += " " }),
      ("/run/provenance", { $0.provenance = "\0" }),
      ("a//b", { $0.metrics = [metric("a//b")] }), ("loss/epoch", { $0.metrics = [metric("loss/epoch")] }),
      ("probe/x", { $0.metrics = [metric("probe/x")] }), ("title/value", { $0.metrics = [metric("title")] }),
      ("a/value", { $0.metrics = [metric("a"), metric("a")] }),
      ("a/value/b", { $0.metrics = [metric("a/value/b"), metric("a")] }),
      ("a", { $0.metrics = [metric("a", title: "\0")] }), ("a", { $0.metrics = [metric("a", unit: "\0")] }),
      ("/run/probe", { $0.probe = Probe(inputs: bytes, indices: [1]) }),
      ("/run/probe", { $0.probe = Probe(inputs: Tensor([UInt8(1)], shape: []), indices: [1]) }),
      ("/run/probe", { $0.probe = Probe(inputs: bytes, classes: [1], indices: [1, 2]) }),
      ("/run/probe", { $0.probe = Probe(inputs: bytes, values: Tensor([Float(1)]), indices: [1, 2]) }),
      (
        "/run/probe/class_name",
        { $0.probe = Probe(inputs: bytes, classNames: ["a", "b\0"], indices: [1, 2]) }
      ),
    ]
    try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
    for (object, change) in changes {
      var header = sample.header
      change(&header)
      for attempt in [directory.check, { try directory.finish($0) }] {
        #expect("\(object)") { try attempt(header) } throws: { error in
          guard let error = error as? ArchiveError else { return false }
          return error.kind == .invalid && error.object == object && error.file == directory.archivePath
        }
      }
    }
    try directory.finish(sample.header)
  }

  @Test func namesOfLayersMayBeThoseOfAxes() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    let matrix = Tensor(SampleRun.noise(6, 1), shape: [2, 3])
    let parameters = [
      NamedTensor("output", matrix), NamedTensor("input", Tensor([Float(1)])),
      NamedTensor("layer/output/row", matrix), NamedTensor("layer/weight", matrix),
      NamedTensor("layer/output_2", Tensor([Float(1), 2])),
    ]
    let activations = [
      NamedTensor("a", matrix), NamedTensor("a/unit", matrix), NamedTensor("a/sample", matrix),
      NamedTensor("a/label", matrix),
    ]
    var header = sample.header
    header.probe = Probe(inputs: matrix, classes: [1, 0], indices: [5, 6])
    try directory.commit(
      EpochRecord(
        epoch: 0, parameters: parameters, activations: activations, modelDigest: Digest(ofModel: parameters)),
      checkpoint: Checkpoint(epoch: 0, step: 0, arrays: [], state: ""))
    try directory.finish(header)
    let archive = try RunArchive(directory.archivePath)
    #expect(try archive.parameters(at: 0) == parameters)
    for activation in activations {
      #expect(try archive.activation(activation.path, at: 0) == activation.tensor)
    }
    #expect(try archive.probe() == header.probe)
  }

  @Test func aRunNeedsNeitherMetricsNorWeights() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    try directory.commit(
      EpochRecord(epoch: 0, modelDigest: Digest(of: "")),
      checkpoint: Checkpoint(epoch: 0, step: 0, arrays: [], state: ""))
    try directory.finish(
      RunHeader(
        title: "", creator: "", configuration: "", identity: SampleRun.identityText, provenance: ""))
    let archive = try RunArchive(directory.archivePath)
    #expect(archive.metrics.isEmpty)
    #expect(archive.parameterPaths().isEmpty)
    #expect(try archive.probe() == nil)
    #expect(try archive.checkpoint().arrays.isEmpty)
    #expect(archive.stateEpochs == [0])
    #expect(try archive.computedContentDigest() == archive.contentDigest)
  }

  @Test func parametersMayStandAtTheTopAndHaveAnyRank() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    let parameters = [
      NamedTensor("scale", Tensor([Float(3)], shape: [])),
      NamedTensor("conv/weight", Tensor(SampleRun.noise(54, 1), shape: [2, 3, 3, 3])),
      NamedTensor("conv/none", Tensor([Float](), shape: [0, 4])),
    ]
    let record = EpochRecord(epoch: 0, parameters: parameters, modelDigest: Digest(ofModel: parameters))
    let state = Checkpoint(
      epoch: 0, step: 0, arrays: parameters.map { NamedTensor("parameters/" + $0.path, $0.tensor) }, state: ""
    )
    try directory.commit(record, checkpoint: state)
    try directory.finish(sample.header)
    let archive = try RunArchive(directory.archivePath)
    #expect(try archive.parameters(at: 0) == parameters)
    #expect(try archive.modelDigests() == [Digest(ofModel: parameters)])
    #expect(throws: ArchiveError.self) { try archive.parameter("scale", at: 7) }
    #expect(throws: ArchiveError.self) { try archive.parameter("scales", at: 0) }
    #expect(throws: ArchiveError.self) { try archive.metric("loss") }
  }

  @Test func fullDiskKeepsTheLastGoodState() throws {
    let scratch = try Scratch()
    // The writing of one file is refused as a full disk would.
    let refused = Mutex("")
    let operations = FileOperations { step in
      if case .write(let path, _) = step, path == refused.withLock({ $0 }) {
        throw FileError(attempt: "write", path: path, code: ENOSPC)
      }
    }
    let directory = try RunDirectory(scratch("run"), identity: sample.identity, operations: operations)
    try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
    for (file, kept) in [("epochs/000001.h5", 0), ("checkpoint", 0), ("run.h5", 2)] {
      let temporary = FileOperations.temporary(scratch("run/\(file)"))
      refused.withLock { $0 = temporary }
      #expect {
        if file == "run.h5" {
          try sample.complete(directory)
        } else {
          try directory.commit(sample.record(1), checkpoint: sample.checkpoint(1))
        }
      } throws: { error in
        guard let error = error as? FileError else { return false }
        return error.kind == .inputOutput && error.path == temporary
          && error.reason.contains("No space left on device") && error.remedy.contains("free some space")
      }
      #expect(try directory.state() == .interrupted(sample.checkpoint(kept)))
      #expect(try !FileOperations.exists(temporary))
    }
    refused.withLock { $0 = "" }
    try sample.complete(directory)
    try sample.complete(scratch("whole"))
    #expect(try bytes(directory.archivePath) == bytes(scratch("whole/run.h5")))
  }

  @Test func timingIsAppendedLineByLine() throws {
    let scratch = try Scratch()
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    try directory.appendTiming(#"{"epoch":0}"#)
    // A kill may leave half a line.
    let handle = try FileHandle(forWritingTo: URL(filePath: scratch("run/timing.jsonl")))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"epo".utf8))
    try handle.close()
    try directory.appendTiming(#"{"epoch":1}"#)
    #expect(RunDirectory.host(in: directory.path) == nil)
    try directory.writeHost(#"{"cores":2}"#)
    #expect(RunDirectory.host(in: directory.path) == "{\"cores\":2}\n")
    #expect(
      String(decoding: try bytes(scratch("run/timing.jsonl")), as: UTF8.self)
        == "{\"epoch\":0}\n{\"epo\n{\"epoch\":1}\n")
    #expect(String(decoding: try bytes(scratch("run/host.json")), as: UTF8.self) == "{\"cores\":2}\n")
  }

  /// A descriptor that is closed twice is by then perhaps another thread's file.
  @Test func aRefusedLockClosesItsDescriptorOnce() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let folder = scratch.path
      let lock = try DirectoryLock(folder)
      // Another thread opens files all the time, and finds each still open a little later.
      Thread.detachNewThread {
        while true {
          let descriptor = open("/dev/null", O_RDONLY)
          for _ in 0..<100 { precondition(fcntl(descriptor, F_GETFD) >= 0, "closed by somebody else") }
          precondition(close(descriptor) == 0, "closed by somebody else")
        }
      }
      for _ in 0..<5000 { _ = try? DirectoryLock(folder) }
      withExtendedLifetime((lock, scratch)) {}
    }
  }
}
