import Foundation
import Tensors

/// A committed epoch on disk: small things in memory, arrays read when asked for.
struct Segment {
  let path: String
  let identity: Digest?
  let index: Index
  let metrics: [NamedValue]
  let gradientNorms: [NamedValue]
  let modelDigest: Digest
  /// Path, type and shape of each array, in declared order, by kind.
  private let outlines: [Kind: [Outline]]

  var epoch: Int { index.epoch }

  /// The groups of a segment's arrays.
  enum Kind: String {
    case parameters, activations, series, state
  }

  /// What is known of an array before it is read.
  struct Outline: Equatable {
    var path: String
    var type: Tensor.ElementType
    var shape: [Int]
  }

  /// What a segment's JSON says.
  struct Index: Codable {
    var epoch: Int
    var metrics: [String]
    var gradients: [String]
    var series: [MetricDescription]
    var state: State?
    var modelDigest: String

    /// A training state but for its arrays.
    struct State: Codable {
      var outline: StateOutline
      var json: String
    }
  }

  /// Opens a segment after checking every byte of it.
  init(_ path: String) throws {
    let reader = try ArrayBundleReader(path, .segment)
    let remedy = LabeledFile.remedy(.segment)
    func foreign(_ reason: String) -> ArchiveError {
      ArchiveError(.foreign, file: path, reason: reason, remedy: remedy)
    }
    let index = try JSONText.decode(Index.self, try reader.text("index"), file: path, remedy: remedy)
    guard index.epoch >= 0, let digest = Digest(hexadecimal: index.modelDigest) else {
      throw foreign("holds no epoch or no model digest")
    }
    func values(_ object: String, _ names: [String]) throws -> [NamedValue] {
      guard let values = try reader.array(object).doubles, values.count == names.count else {
        throw foreign("its \(object) have no names")
      }
      return zip(names, values).map { NamedValue($0, $1) }
    }
    var outlines: [Kind: [Outline]] = [:]
    for path in try reader.arrayPaths() {
      guard let slash = path.firstIndex(of: "/"), let kind = Kind(rawValue: String(path[..<slash])) else {
        continue
      }
      let (type, shape) = try reader.outline(path)
      let rest = String(path[path.index(after: slash)...])
      outlines[kind, default: []].append(
        Outline(
          path: kind == .activations ? ArchivePath.parent(of: rest) : rest, type: type, shape: shape))
    }
    self.path = path
    identity = reader.label.identity
    self.index = index
    metrics = try values("metrics", index.metrics)
    gradientNorms = try values("gradients", index.gradients)
    modelDigest = digest
    self.outlines = outlines
  }

  /// The arrays of a kind, not yet read.
  func outlines(_ kind: Kind) -> [Outline] { outlines[kind] ?? [] }

  /// Reads one array; the bytes were checked when the segment was opened.
  ///
  /// The file is opened for it and closed again: a run may have more epochs than a process may have files.
  func array(_ kind: Kind, _ path: String) throws -> Tensor {
    try ArrayBundleReader(checked: self.path).array(Self.name(kind, path))
  }

  /// Reads one series.
  func series(_ description: MetricDescription) throws -> StepSeries {
    let reader = try ArrayBundleReader(checked: path)
    func array(_ part: String) throws -> Tensor {
      try reader.array(Self.name(.series, "\(description.name)/\(part)"))
    }
    guard let steps = try array("step").integers, let values = try array("value").floats,
      steps.count == values.count
    else {
      throw ArchiveError(
        .foreign, file: path, object: description.name, reason: "is no series",
        remedy: LabeledFile.remedy(.segment))
    }
    return StepSeries(description, steps: steps.map { Int($0) }, values: values)
  }

  /// Calls `body` with each array of the kept training state that is no parameter, read one at a time.
  func forEachStateArray(_ body: (NamedTensor) throws -> Void) throws {
    let reader = try ArrayBundleReader(checked: path)
    for outline in outlines(.state) {
      try body(NamedTensor(outline.path, try reader.array(Self.name(.state, outline.path))))
    }
  }

  /// Where an array of a kind stands in the bundle.
  private static func name(_ kind: Kind, _ path: String) -> String {
    "\(kind.rawValue)/\(path)" + (kind == .activations ? "/value" : "")
  }
}

extension EpochRecord {
  /// The record as named arrays and texts: what a segment's file holds.
  func bundle() throws -> ArrayBundle {
    func below(_ kind: Segment.Kind, _ arrays: [NamedTensor]) -> [NamedTensor] {
      arrays.map { NamedTensor("\(kind.rawValue)/\($0.path)", $0.tensor) }
    }
    let index = Segment.Index(
      epoch: epoch, metrics: metrics.map(\.name), gradients: gradientNorms.map(\.name),
      series: series.map(\.description),
      state: state.map { Segment.Index.State(outline: StateOutline($0), json: $0.state) },
      modelDigest: modelDigest.hexadecimal)
    return ArrayBundle(
      arrays: [
        NamedTensor("metrics", Tensor(metrics.map(\.value))),
        NamedTensor("gradients", Tensor(gradientNorms.map(\.value))),
      ] + below(.parameters, parameters)
        + below(.activations, activations.map { NamedTensor($0.path + "/value", $0.tensor) })
        + below(
          .series,
          series.flatMap {
            [
              NamedTensor($0.description.name + "/step", Tensor($0.steps.map { Int64($0) })),
              NamedTensor($0.description.name + "/value", Tensor($0.values)),
            ]
          })
        + below(.state, state?.ownArrays ?? []),
      texts: ["index": try JSONText.encode(index)])
  }
}
