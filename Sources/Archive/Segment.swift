import Tensors

/// A committed epoch on disk: small things in memory, arrays read when asked for.
struct Segment {
  let path: String
  let identity: Digest?
  let epoch: Int
  let metrics: [NamedValue]
  let gradientNorms: [NamedValue]
  let modelDigest: Digest
  /// Path, type and shape of each array, in declared order, by `parameters`, `activations` or `series`.
  private let outlines: [String: [Outline]]

  /// What is known of an array before it is read.
  struct Outline: Equatable {
    var path: String
    var type: ElementType
    var shape: [Int]
  }

  /// Opens a segment after checking every byte of it.
  init(_ path: String) throws {
    let reader = try ArrayBundleReader(path, .segment)
    func foreign(_ reason: String) -> ArchiveError {
      ArchiveError(
        .foreign, file: path, reason: reason, remedy: LabelledFile.remedy(.segment))
    }
    guard let epoch = try reader.array("epoch").integers?.first, epoch >= 0,
      let digest = Digest(hexadecimal: try reader.file.text("/texts/model_digest"))
    else { throw foreign("holds no epoch or no model digest") }
    func values(_ name: String) throws -> [NamedValue] {
      let names = try reader.file.order("/texts/\(name)")
      guard let values = try reader.array(name).doubles, values.count == names.count else {
        throw foreign("its \(name) have no names")
      }
      return zip(names, values).map { NamedValue($0, $1) }
    }
    var outlines: [String: [Outline]] = [:]
    for path in try reader.arrayPaths() {
      guard let slash = path.firstIndex(of: "/") else { continue }
      let dataset = try HDF5Dataset(open: "/arrays/\(path)", in: reader.file)
      guard let type = try dataset.elementType() else { throw foreign("\(path) is of no known type") }
      outlines[String(path[..<slash]), default: []].append(
        Outline(path: String(path[path.index(after: slash)...]), type: type, shape: dataset.shape))
    }
    self.path = path
    identity = reader.label.identity
    self.epoch = Int(epoch)
    metrics = try values("metrics")
    gradientNorms = try values("gradients")
    modelDigest = digest
    self.outlines = outlines
  }

  /// The arrays of a kind (`parameters`, `activations`, `series`), not yet read.
  func outlines(_ kind: String) -> [Outline] { outlines[kind] ?? [] }

  /// Reads one array; the bytes were checked when the segment was opened.
  func array(_ kind: String, _ path: String) throws -> ArchiveArray {
    let file = try HDF5File(reading: self.path)
    return try file.array("/arrays/\(kind)/\(path)")
  }

  /// The whole record.
  func record() throws -> EpochRecord {
    func arrays(_ kind: String) throws -> [NamedArray] {
      try outlines(kind).map { NamedArray($0.path, try array(kind, $0.path)) }
    }
    return EpochRecord(
      epoch: epoch, metrics: metrics, gradientNorms: gradientNorms, parameters: try arrays("parameters"),
      activations: try arrays("activations"), series: try arrays("series"), modelDigest: modelDigest)
  }
}
