import Archive
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
    #expect(try archive.provenance() == sample.header.provenance)
    #expect(try archive.probe() == sample.header.probe)
    #expect(try archive.checkpoint() == sample.checkpoint(3))
    #expect(archive.identity == sample.identity)
    #expect(archive.epochs == [0, 1, 2, 3])
    #expect(try archive.unit(of: "loss/train") == "nat")
    #expect(try archive.unit(of: "learning_rate") == "1")
    #expect(
      archive.metricNames == [
        "loss/validation", "accuracy/validation", "loss/train", "accuracy/train", "learning_rate",
      ])
    for name in archive.metricNames {
      let expected = archive.epochs.map { sample.record($0).metric(name) ?? .nan }
      #expect(try archive.metric(name).map(\.bitPattern) == expected.map(\.bitPattern))
    }
    #expect(try archive.parameterPaths() == sample.parameters(0).map(\.path))
    #expect(try archive.parameterEpochs("output/bias") == [0, 1, 3])
    for epoch in [0, 1, 3] {
      #expect(try archive.parameters(at: epoch) == sample.parameters(epoch))
      let activation = sample.record(epoch).activations[0]
      #expect(try archive.activation(activation.path, at: epoch) == activation.array)
    }
    #expect(try archive.modelDigests() == archive.epochs.map { sample.record($0).modelDigest })
    #expect(try archive.gradientPaths() == sample.parameters(0).map(\.path))
    #expect(try archive.gradientNorms("output/bias")[2] == 0.2)
    let series = try archive.series("loss/step")
    #expect(series.values.shape == [6 + 7 + 8])
    #expect(series.epochs == [1, 2, 3].flatMap { Array(repeating: $0, count: 5 + $0) })
  }

  @Test func contentDigestIsThatOfTheContent() throws {
    let scratch = try Scratch()
    try SampleRun().complete(scratch("run"))
    let archive = try RunArchive(scratch("run/run.h5"))
    #expect(try archive.computedContentDigest() == archive.contentDigest)
    #expect(try ArchiveLabel(of: scratch("run/run.h5")).content == archive.contentDigest)
  }
}
