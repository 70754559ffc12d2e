import Archive
import Settings
import Tensors

/// The parts that are no arrays of single epochs.
extension PartComparison {
  /// The metrics after each epoch that both have.
  ///
  /// The test part is measured after the last epoch only, so its metrics are compared where that is the same epoch.
  static func metrics(_ a: RunArchive, _ b: RunArchive) throws -> PartComparison {
    let isSameLength = a.epochs.last == b.epochs.last
    return try numbers(
      .metrics, a, b, names: { $0.metrics.map(\.name) },
      values: { try $0.metric($1) },
      isCompared: { isSameLength || MetricName($0).part != "test" })
  }

  /// The gradient norms after each epoch that both have.
  static func gradientNorms(_ a: RunArchive, _ b: RunArchive) throws -> PartComparison {
    try numbers(
      .gradientNorms, a, b, names: { $0.gradientPaths() }, values: { try $0.gradientNorms($1) },
      isCompared: { _ in true })
  }

  private static func numbers(
    _ part: Part, _ a: RunArchive, _ b: RunArchive, names: (RunArchive) -> [String],
    values: (RunArchive, String) throws -> [Double], isCompared: (String) -> Bool
  ) throws -> PartComparison {
    var comparison = PartComparison(part)
    let common = comparison.take(Overlap(names(a), names(b))).filter(isCompared)
    comparison.compared = common.count
    let columns = try common.map { (name: $0, a: try values(a, $0), b: try values(b, $0)) }
    let rows = [a, b].map { archive in
      Dictionary(archive.epochs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    comparison.epochs = common.isEmpty ? [] : Overlap(a.epochs, b.epochs).common
    for epoch in comparison.epochs {
      guard let rowA = rows[0][epoch], let rowB = rows[1][epoch] else { continue }
      for column in columns where column.a.indices.contains(rowA) && column.b.indices.contains(rowB) {
        comparison.note(column.a[rowA], column.b[rowB], of: column.name, at: epoch)
      }
    }
    return comparison
  }

  /// The series, row by row as far as both have rows: the step of a row, under the name with `/step` behind, then its
  /// value. The place's index is the row.
  static func series(_ a: RunArchive, _ b: RunArchive) throws -> PartComparison {
    var comparison = PartComparison(.series)
    comparison.epochs = Overlap(a.epochs, b.epochs).common
    for name in comparison.take(Overlap(a.seriesNames(), b.seriesNames())) {
      let x = try a.series(name), y = try b.series(name)
      let rows = min(x.series.values.count, y.series.values.count)
      let place = (0..<rows).lazy.compactMap { difference(of: name, at: $0, x, y) }.first
      guard let place, place.epoch ?? 0 < comparison.first?.epoch ?? .max else { continue }
      comparison.first = place
    }
    return comparison
  }

  private typealias Rows = (series: StepSeries, epochs: [Int])

  private static func difference(of name: String, at row: Int, _ a: Rows, _ b: Rows) -> Place? {
    let steps = (a.series.steps[row], b.series.steps[row])
    guard steps.0 == steps.1 else {
      let (x, y) = (Int64(steps.0), Int64(steps.1))
      return Place(
        epoch: min(a.epochs[row], b.epochs[row]), name: name + "/step", index: [row], a: .integer(x),
        b: .integer(y), ulps: ULPDistance(x, y))
    }
    let (x, y) = (a.series.values[row], b.series.values[row])
    let ulps = ULPDistance(x, y)
    guard ulps != .zero else { return nil }
    return Place(epoch: a.epochs[row], name: name, index: [row], a: .float(x), b: .float(y), ulps: ulps)
  }

  /// The training states after each epoch at which both keep one: steps, arrays but the parameters, the rest key by
  /// key. Names that only one has are those of any of these epochs.
  static func states(_ a: RunArchive, _ b: RunArchive) throws -> PartComparison {
    var comparison = PartComparison(.states)
    comparison.epochs = comparison.take(Overlap(a.stateEpochs, b.stateEpochs))
    for epoch in comparison.epochs {
      let x = try a.state(at: epoch), y = try b.state(at: epoch)
      let steps = (Int64(x.step), Int64(y.step))
      if comparison.first == nil, steps.0 != steps.1 {
        comparison.first = Place(
          epoch: epoch, name: "step", a: .integer(steps.0), b: .integer(steps.1),
          ulps: ULPDistance(steps.0, steps.1))
      }
      let names = Overlap(x.arrays, y.arrays)
      comparison.compared = max(comparison.compared, names.common.count)
      comparison.onlyInA += names.onlyInA.filter { !comparison.onlyInA.contains($0) }
      comparison.onlyInB += names.onlyInB.filter { !comparison.onlyInB.contains($0) }
      for path in names.common {
        let (x, y) = (try a.stateArray(path, at: epoch), try b.stateArray(path, at: epoch))
        guard let distance = TensorDistance(x, y) else {
          guard !comparison.otherShapes.contains(where: { $0.name == path }) else { continue }
          _ = comparison.take(path, .init(x.elementType, x.shape), .init(y.elementType, y.shape))
          continue
        }
        comparison.note(distance.first, of: path, at: epoch)
      }
      let keys = try KeyDifference.between(
        SettingsTree(archived: x.text, in: a, at: "states/\(epoch)"),
        SettingsTree(archived: y.text, in: b, at: "states/\(epoch)"))
      if comparison.first == nil, let key = keys.first {
        comparison.first = Place(
          epoch: epoch, name: "state/\(key.key)", a: .text(key.a ?? "not there"),
          b: .text(key.b ?? "not there"))
      }
    }
    return comparison
  }

  /// The axes and arrays of computations, a group at a time in memory. A group that only one has stands under its own
  /// name.
  static func computed(
    _ a: RunArchive, _ b: RunArchive, visit: (ArrayDistance) -> Void
  ) throws -> PartComparison {
    var comparison = PartComparison(.computed)
    let groups = Overlap(a.computedNames, b.computedNames)
    (comparison.onlyInA, comparison.onlyInB) = (groups.onlyInA, groups.onlyInB)
    for group in groups.common {
      let x = try a.computed(group), y = try b.computed(group)
      let names = Overlap((x.axes + x.arrays).map(\.name), (y.axes + y.arrays).map(\.name))
      comparison.onlyInA += names.onlyInA.map { "\(group)/\($0)" }
      comparison.onlyInB += names.onlyInB.map { "\(group)/\($0)" }
      comparison.compared += names.common.count
      for name in names.common {
        guard let one = x.values(name), let other = y.values(name) else { continue }
        let path = "\(group)/\(name)"
        guard let distance = TensorDistance(one, other) else {
          _ = comparison.take(path, .init(one.elementType, one.shape), .init(other.elementType, other.shape))
          continue
        }
        comparison.note(distance.first, of: path, at: nil)
        visit(ArrayDistance(epoch: nil, name: path, distance: distance))
      }
    }
    return comparison
  }
}

extension SettingsTree {
  /// JSON that an archive holds.
  ///
  /// - Throws: `SettingsError` that names the file, for a text that is no JSON.
  init(archived text: String, in archive: RunArchive, at object: String) throws {
    try self.init(yaml: text, source: .wholeFile(path: "\(archive.path): /run/\(object)"))
  }
}
