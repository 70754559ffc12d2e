import Datasets
import Files
import Foundation
import Networks

/// The disk space that a training's files take at their largest: all segments, the old checkpoint beside the new one,
/// and the archive that is made while they are still there.
///
/// How well an archive compresses is not known before. So a run is refused only where even `least` does not fit, which
/// has the segments and checkpoints, whose arrays are not compressed, and nothing of the archive; where `most` does not
/// fit, which has the archive uncompressed, it is told. Quotas are not seen.
package struct ArchiveSpace: Sendable {
  /// In bytes, no fewer than these and no more.
  package let least, most: Double

  /// What libhdf5 writes beside an array at most, and beside a parameter's values of an epoch for its histogram.
  private static let perArray = 2048.0, perHistogram = 16_384.0

  /// The space of a training.
  ///
  /// - Parameters:
  ///   - graph: The recorded network.
  ///   - needs: What it takes of memory.
  package init(
    _ configuration: ExperimentConfiguration, _ data: Dataset, _ graph: Graph<Float>, _ needs: TrainingMemory
  ) {
    let record = configuration.record, last = configuration.epochs
    // In Double: a million epochs of gigabytes are more than an Int holds.
    let checkpoint = Double(needs.checkpointByteCount)
    let activations = Double(needs.activationByteCount)
    let float = Double(MemoryLayout<Float>.size)
    let parameters = float * Double(graph.parameters.reduce(0) { $0 + $1.shape.count })
    let metrics = Double(Metrics(loss: configuration.loss, data: data).descriptions.count)
    let small = 8 * (metrics + Double(graph.parameters.count))
    let steps = Double((data.training.count + needs.training.capacity - 1) / needs.training.capacity)
    // A step's number and its loss.
    let losses = record.stepLosses.map { 12 * (steps * Double(last) / Double($0)).rounded(.down) } ?? 0

    let kept = Double((0...last).count { record.keeps($0, of: last) })
    let states = Double((0..<last).count { record.keepsState($0, of: last) })
    let epochs = Double(last) + 1
    func segments(_ kept: Double) -> Double {
      epochs * small + kept * (parameters + activations) + states * (checkpoint - parameters) + losses
    }
    least = segments(kept) + 2 * checkpoint
    let mostKept = record.best == nil ? kept : epochs
    let parameterCount = Double(graph.parameters.count), activationCount = Double(graph.activations.count)
    let arrays: Double = 8 + 4 * parameterCount + 2 * activationCount
    let probe = Double(data.training.shape.count) * Double(min(record.probe, data.training.count)) * 8
    let written: Double = segments(mostKept) + epochs * arrays * Self.perArray + checkpoint
    let histograms: Double = mostKept * parameterCount * Self.perHistogram
    most = 2 * written + histograms + probe + 0x1p20
  }

  /// Throws where the space does not suffice, and says in words where it may not; `nil` where it does.
  ///
  /// - Parameter directory: Where the run's files are or will be; what is there already is counted.
  package func problem(in directory: String) throws -> String? {
    try problem(
      in: directory, free: Double(FileOperations.freeSpace(at: directory)) + Self.taken(in: directory))
  }

  /// The same where so many bytes are free or a run's own.
  package func problem(in directory: String, free: Double) throws -> String? {
    func text(_ bytes: Double) -> String { byteText(Int(exactly: bytes.rounded(.up)) ?? .max) }
    let wayOut = "free some space, keep fewer epochs with 'record', or choose another directory with --output"
    guard least <= free else {
      throw RunError.tooLittleSpace(
        "\(directory): training writes at least \(text(least)), and \(text(free)) are free: \(wayOut)")
    }
    guard most > free else { return nil }
    return "training may write as much as \(text(most)), and \(text(free)) are free: \(wayOut)"
  }

  /// The bytes of a begun run's segments and checkpoint.
  private static func taken(in directory: String) throws -> Double {
    let epochs = directory + "/epochs"
    let paths = try FileOperations.names(in: epochs).map { "\(epochs)/\($0)" } + ["\(directory)/checkpoint"]
    return paths.reduce(0) { sum, path in
      var status = stat()
      return lstat(path, &status) == 0 ? sum + Double(status.st_size) : sum
    }
  }
}

extension TrainingMemory {
  /// Throws for an array that no archive holds: libhdf5 compresses a piece of at most 2³² − 1 bytes at a time.
  ///
  /// - Throws: `GraphError` for a parameter or the optimizer's state, `RunError.unfitData` for activations.
  func requireArchivable(_ configuration: ExperimentConfiguration, _ graph: Graph<Float>) throws {
    let most = (1 << 32 - 1) / MemoryLayout<Float>.size
    func refuse(_ path: String, _ count: Int) throws {
      guard count > most else { return }
      throw GraphError.value(
        path: path,
        problem: "has \(count) numbers, and an archive holds at most \(most) of an array: make it smaller")
    }
    for slot in graph.parameters { try refuse(slot.path, slot.shape.count) }
    if let name = configuration.optimizer.stateNames.first {
      try refuse("optimizer/\(name)", graph.parameters.reduce(0) { $0 + $1.shape.count })
    }
    for slot in graph.activations where probeCount > most / max(slot.shape.count, 1) {
      throw RunError.unfitData(
        "the activations of '\(slot.path)' for a probe of \(probeCount) examples are more than the \(most) numbers of an array "
          + "that an archive holds: make 'probe' of 'record' smaller")
    }
  }
}
