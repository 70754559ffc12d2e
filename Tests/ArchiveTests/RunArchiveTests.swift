import Archive
import Files
import Foundation
import Tensors
import Testing

@Suite struct RunArchiveTests {
  @Test func whatIsReadIsWhatWasRecorded() throws {
    let scratch = try Scratch()
    let sample = SampleRun()
    try sample.complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))

    #expect(try archive.title() == sample.header.title)
    #expect(try archive.creator() == sample.header.creator)
    #expect(try archive.configuration() == sample.header.configuration)
    #expect(try archive.identityText() == SampleRun.identityText)
    #expect(try archive.provenance() == sample.header.provenance)
    #expect(try archive.probe() == sample.header.probe)
    #expect(archive.identity == sample.identity)
    #expect(archive.epochs == [0, 1, 2, 3])
    #expect(!archive.isRewritten)
    #expect(archive.metrics == sample.header.metrics)
    for metric in archive.metrics {
      let expected = archive.epochs.map { sample.record($0).metric(metric.name) ?? .nan }
      #expect(try archive.metric(metric.name).map(\.bitPattern) == expected.map(\.bitPattern))
    }
    #expect(archive.parameterPaths() == sample.parameters(0).map(\.path))
    #expect(try archive.parameterEpochs("output/bias") == [0, 1, 3])
    for epoch in [0, 1, 3] {
      #expect(try archive.parameters(at: epoch) == sample.parameters(epoch))
      let activation = sample.record(epoch).activations[0]
      #expect(try archive.activation(activation.path, at: epoch) == activation.tensor)
    }
    #expect(try archive.activationEpochs("hidden/relu") == [0, 1, 3])
    #expect(try archive.modelDigests() == archive.epochs.map { sample.record($0).modelDigest })
    #expect(archive.gradientPaths() == sample.parameters(0).map(\.path))
    #expect(try archive.gradientNorms("output/bias")[2] == 0.2)
    #expect(archive.seriesNames() == ["loss/step"])
    let series = try archive.series("loss/step")
    #expect(series.series.description == sample.series(1).description)
    #expect(series.series.steps == [1, 2, 3].flatMap { sample.series($0).steps })
    #expect(series.series.values == [1, 2, 3].flatMap { sample.series($0).values })
    #expect(series.epochs == [1, 2, 3].flatMap { Array(repeating: $0, count: 5 + $0) })
  }

  @Test func statesComeBackWithTheirParameters() throws {
    let scratch = try Scratch()
    let sample = SampleRun()
    try sample.complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))
    #expect(archive.stateEpochs == [1, 3])
    #expect(try archive.checkpoint() == sample.checkpoint(3))
    #expect(try archive.checkpoint(at: 3) == sample.checkpoint(3))
    #expect(try archive.checkpoint(at: 1) == sample.checkpoint(1))
    #expect { try archive.checkpoint(at: 2) } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.kind == .notFound && error.remedy == "kept are: 1, 3"
    }
  }

  @Test func histogramsAreThoseOfWhatIsKept() throws {
    let scratch = try Scratch()
    try SampleRun().complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))
    for path in archive.parameterPaths() {
      for epoch in try archive.parameterEpochs(path) {
        let expected = Histogram(of: try archive.parameter(path, at: epoch))
        #expect(expected.total > 0)
        #expect(try archive.histogram(path, at: epoch) == expected)
      }
    }
    #expect(throws: ArchiveError.self) { try archive.histogram("output/bias", at: 2) }
  }

  @Test func histogramWithoutFiniteValuesComesBack() throws {
    let scratch = try Scratch()
    let sample = SampleRun(epochs: 1)
    let directory = try RunDirectory(scratch("run"), identity: sample.identity)
    let epochs: [[Float]] = [[.nan, .infinity], [-.infinity, 7]]
    for (epoch, values) in epochs.enumerated() {
      try directory.commit(
        EpochRecord(
          epoch: epoch,
          parameters: [NamedTensor("a", Tensor(values)), NamedTensor("b", Tensor([Float]()))],
          modelDigest: Digest(of: "")),
        checkpoint: Checkpoint(epoch: epoch, step: 0, arrays: [], state: "{}"))
    }
    try directory.finish(sample.header)
    let archive = try RunArchive(directory.archivePath)
    for (epoch, values) in epochs.enumerated() {
      #expect(try archive.histogram("a", at: epoch) == Histogram(of: Tensor(values)))
      #expect(try archive.histogram("b", at: epoch) == Histogram(of: Tensor([Float]())))
    }
    #expect(try archive.histogram("a", at: 0).notFinite == 2)
    #expect(try archive.histogram("a", at: 1).total == 1)
  }

  @Test func contentDigestIsThatOfTheContent() throws {
    let scratch = try Scratch()
    try SampleRun().complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))
    #expect(try archive.computedContentDigest() == archive.contentDigest)
    #expect(try ArchiveLabel(of: scratch("run/run.h5")).content == archive.contentDigest)
  }

  @Test func labelStandsInFrontAndTheFileIsReadOnly() throws {
    let scratch = try Scratch()
    let sample = SampleRun()
    try sample.complete(scratch("run"))
    let path = scratch("run/run.h5")
    let text = String(decoding: try bytes(path).prefix(512), as: UTF8.self)
    #expect(text.hasPrefix("reprise-archive 2\nkind run\nidentity \(sample.identity)\ncontent "))
    #expect(text.hasSuffix(" \n"))
    #expect(try bytes(path)[512..<516].elementsEqual([0x89, 0x48, 0x44, 0x46]))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o444)
    #expect(RunDirectory.archivePath(in: scratch("run")) == path)
  }

  @Test func unknownNamesAreRefusedWithThoseThereAre() throws {
    let scratch = try Scratch()
    try SampleRun().complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))
    let attempts: [(String, () throws -> Void)] = [
      ("learning_rate", { _ = try archive.metric("loss") }),
      ("output/bias", { _ = try archive.parameter("output/biases", at: 0) }),
      ("hidden/relu", { _ = try archive.activationEpochs("relu") }),
      ("output/bias", { _ = try archive.gradientNorms("bias") }),
      ("loss/step", { _ = try archive.series("loss") }),
      ("kept are: 0, 1, 3", { _ = try archive.parameter("output/bias", at: 2) }),
    ]
    for (expected, attempt) in attempts {
      #expect(throws: (any Error).self) { try attempt() }
      do { try attempt() } catch let error as ArchiveError {
        #expect(error.kind == .notFound)
        #expect(error.description.contains(expected), "\(error)")
      }
    }
  }
}
