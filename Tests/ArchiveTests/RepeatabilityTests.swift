import Archive
import Foundation
import Tensors
import Testing

@Suite struct RepeatabilityTests {
  let sample = SampleRun()

  @Test func bytesDoNotKnowTimePlaceOrMemory() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("one"))
    // HDF5's times count seconds: more than one must pass for them to show.
    Thread.sleep(forTimeInterval: 1.2)
    #expect(
      try OtherProcess.run(
        scratch("some/where/else"),
        ["TZ": "Asia/Kolkata", "MALLOC_PERTURB_": "165", "LC_ALL": "tr_TR.UTF-8"]))
    #expect(
      try OtherProcess.run(scratch("two"), ["TZ": "America/St_Johns", "MALLOC_PERTURB_": "90"]))
    let first = try bytes(scratch("one/run.h5"))
    #expect(try bytes(scratch("some/where/else/run.h5")) == first)
    #expect(try bytes(scratch("two/run.h5")) == first)
  }

  @Test func bytesDoNotKnowWhatTheProcessDidBefore() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("one"))
    for index in 0..<20 {
      let array = Tensor(SampleRun.noise(100 * index, 1))
      try ArrayBundle(arrays: [NamedTensor("a/b", array)]).write(to: scratch("saved.h5"), .segment)
    }
    try sample.complete(scratch("two"))
    #expect(try bytes(scratch("one/run.h5")) == bytes(scratch("two/run.h5")))
  }

  @Test func realKillsLeaveWhatARunCanGoOnFrom() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("whole"))
    let expected = try bytes(scratch("whole/run.h5"))
    for point in stride(from: 1, to: 62, by: 10) {
      let path = scratch("killed-\(point)")
      #expect(try !OtherProcess.run(path, [OtherProcess.killAt: String(point)]), "kill at \(point)")
      try sample.complete(path)
      #expect(try bytes(path + "/run.h5") == expected, "kill at \(point)")
    }
  }

  @Test(arguments: [100, 5000, 20000])
  func limitOnFileSizesIsAnErrorAndNothingIsLost(limit: Int) throws {
    let scratch = try Scratch()
    #expect(try OtherProcess.run(scratch("run"), [OtherProcess.fileLimit: String(limit)]))
    #expect(try !FileManager.default.contentsOfDirectory(atPath: scratch("run")).contains("run.h5"))
    try sample.complete(scratch("run"))
    try sample.complete(scratch("whole"))
    #expect(try bytes(scratch("run/run.h5")) == bytes(scratch("whole/run.h5")))
  }

  @Test func contentDigestDoesNotKnowVersionsOrTitles() throws {
    let scratch = try Scratch()
    var digests: [Digest] = []
    for provenance in [#"{"libhdf5":"1.10.8"}"#, #"{"libhdf5":"1.14.3","zlib":"1.3"}"#] {
      let directory = try RunDirectory(scratch("run-\(digests.count)"), identity: sample.identity)
      try directory.commit(sample.record(0), checkpoint: sample.checkpoint(0))
      var header = sample.header
      header.provenance = provenance
      header.title = "Title \(digests.count)"
      header.creator = "reprise \(digests.count)"
      try directory.finish(header)
      digests.append(try RunArchive(directory.archivePath).contentDigest)
    }
    #expect(digests[0] == digests[1])
  }

  @Test func contentDigestSeesEveryValue() throws {
    let scratch = try Scratch()
    let array = Tensor(SampleRun.noise(10, 1))
    let bundles = [
      ArrayBundle(arrays: [NamedTensor("a", array)]),
      ArrayBundle(arrays: [NamedTensor("b", array)]),
      ArrayBundle(arrays: [NamedTensor("a", Tensor(SampleRun.noise(10, 1), shape: [2, 5]))]),
      ArrayBundle(arrays: [NamedTensor("a", Tensor(SampleRun.noise(10, 2)))]),
      ArrayBundle(arrays: [NamedTensor("a", array)], texts: ["a": "b"]),
      ArrayBundle(arrays: [NamedTensor("a", array)], texts: ["a": "c"]),
      ArrayBundle(arrays: [NamedTensor("a", array)], texts: ["a": ""]),
    ]
    let digests = try bundles.map { try $0.write(to: scratch("saved.h5"), .segment) }
    #expect(Set(digests).count == bundles.count)
    #expect(try bundles[0].write(to: scratch("again.h5"), .segment) == digests[0])
  }
}
