import Archive
import Experiments
import Foundation
import Tensors
import Testing

/// One bit of a parameter that somebody changed.
@Suite struct ForgedRunTests {
  /// A copy of a run's archive, made from its epochs, which may be changed on the way.
  private func copy(
    _ archive: RunArchive, to directory: String, _ change: (inout EpochRecord) -> Void = { _ in }
  ) throws -> RunArchive {
    let run = try RunDirectory(directory, identity: archive.identity)
    let digests = try archive.modelDigests()
    for (row, epoch) in archive.epochs.enumerated() {
      var record = EpochRecord(
        epoch: epoch,
        metrics: try archive.metrics.map { NamedValue($0.name, try archive.metric($0.name)[row]) },
        gradientNorms: try archive.gradientPaths().map { NamedValue($0, try archive.gradientNorms($0)[row]) },
        parameters: try archive.parameters(at: epoch),
        activations: try archive.activationPaths().map {
          NamedTensor($0, try archive.activation($0, at: epoch))
        }, modelDigest: digests[row])
      change(&record)
      try run.commit(record, checkpoint: epoch == archive.epochs.last ? archive.checkpoint() : nil)
    }
    var header = RunHeader(
      title: try archive.title(), creator: try archive.creator(), configuration: try archive.configuration(),
      identity: try archive.identityText(), provenance: try archive.provenance(), metrics: archive.metrics)
    header.probe = try archive.probe()
    try run.finish(header)
    return try RunArchive(directory + "/run.h5")
  }

  private static let changed = "output/linear/weight"

  /// Flips the lowest bit of element (1, 5) at epoch 2.
  private func flip(_ record: inout EpochRecord) {
    guard record.epoch == 2, let place = record.parameters.firstIndex(where: { $0.path == Self.changed }),
      var values = record.parameters[place].tensor.floats
    else { return }
    values[1 * 8 + 5] = Float(bitPattern: values[1 * 8 + 5].bitPattern ^ 1)
    record.parameters[place].tensor = Tensor(values, shape: [3, 8])
  }

  private func expectTheBit(_ comparison: RunComparison, _ original: RunArchive) throws {
    #expect(!comparison.isSame)
    let place = try #require(comparison[.parameters]?.first)
    #expect(place.epoch == 2 && place.name == Self.changed && place.index == [1, 5])
    #expect(place.ulps?.count == 1)
    #expect(place.a == .float(try #require(try original.parameter(Self.changed, at: 2).floats)[13]))
    for array in comparison.distances {
      #expect(array.distance.differing == (array.epoch == 2 && array.name == Self.changed ? 1 : 0))
    }
    for part in comparison.parts where part.part != .parameters { #expect(part.isSame, "\(part.part)") }
  }

  @Test func isFoundAtItsEpochTensorAndElement() throws {
    let scratch = try Scratch()
    let original = try TinyExperiment.run(scratch("a"), ["record.states=none"]).perform(on: Processor())
    #expect(try RunComparison(original, copy(original, to: scratch("same"))).isSame)

    let repaired = try copy(original, to: scratch("repaired")) { record in
      flip(&record)
      record.modelDigest = Digest(ofModel: record.parameters)
    }
    let comparison = try RunComparison(original, repaired)
    try expectTheBit(comparison, original)
    #expect(comparison.models?.parted == 2 && comparison.models?.kept == 2)

    let contradictory = try RunComparison(original, copy(original, to: scratch("forged"), flip))
    try expectTheBit(contradictory, original)
    #expect(contradictory.models?.parted == nil)
    #expect(contradictory.text().contains("At epoch 2 parameters differ, but not the models' digests"))
  }

  /// What is derived from no parameter is found too.
  @Test func aChangedMetricIsFound() throws {
    let scratch = try Scratch()
    let original = try TinyExperiment.run(scratch("a"), ["record.states=none"]).perform(on: Processor())
    let other = try copy(original, to: scratch("b")) { record in
      guard record.epoch == 1, let place = record.metrics.firstIndex(where: { $0.name == "loss/validation" })
      else { return }
      record.metrics[place].value = record.metrics[place].value.nextUp
    }
    let comparison = try RunComparison(original, other)
    #expect(!comparison.isSame && comparison.contents.map(\.name) == ["loss"])
    let place = try #require(comparison[.metrics]?.first)
    #expect(place.epoch == 1 && place.name == "loss/validation" && place.ulps?.count == 1)
    #expect(comparison[.parameters]?.isSame == true)
  }
}
