import Datasets
import Files
import Images
import Interchange
import Settings
import Tensors

/// What reads bytes that somebody else wrote: each is given any bytes, and must read them or throw.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Images in IDX, with labels that fit.
  case idx
  /// gzip, up to 64 KiB of contents.
  case gzip
  /// A table of numbers with named columns, and one of labels and bytes.
  case csv
  /// YAML as a tree of settings.
  case yaml
  /// A configuration file, up to the recorded network.
  case configuration
  /// Assignments after `--set`, one a line, laid over a small configuration.
  case set
  /// A document's figures and claims.
  case figures
  /// An array in NumPy's format.
  case npy
  /// Arrays in a ZIP archive.
  case npz
  /// Tensors by name.
  case safetensors
  /// A PNG file whose checksums are mended.
  case png
  /// A JPEG file.
  case jpeg
  /// `digests.lock`.
  case lock
  /// The label of an archive.
  case label
  /// The checkpoint or the segment of a run to be resumed, with a label made to fit.
  case resume
  /// A finished run, with a label made to fit.
  case run

  /// The longest input that is tried, in bytes: short ones are quick, and a kilobyte of an image can be a million pixels.
  /// What hurts by its length alone stands in the parsers' own tests.
  package var longest: Int {
    switch self {
    case .png, .jpeg: 1 << 10
    case .resume, .run: 1 << 16
    default: 1 << 12
    }
  }

  /// Reads the bytes as far as the program would.
  ///
  /// - Throws: What the reader throws: its error for bytes that are not what it reads.
  package func read(_ bytes: [UInt8]) throws {
    switch self {
    case .idx: try Self.readImages(bytes)
    case .gzip: _ = try Gzip.decompressed(bytes, limit: 1 << 16, name: "input")
    case .csv: try Self.readTable(bytes)
    case .yaml: _ = try SettingsTree(yaml: String(decoding: bytes, as: UTF8.self))
    case .configuration: try ConfigurationTargets.readConfiguration(bytes)
    case .set: try ConfigurationTargets.readAssignments(bytes)
    case .figures: try ConfigurationTargets.readFigures(bytes)
    case .npy: _ = try NPY.tensor(bytes, file: "input")
    case .npz: _ = try NPZ.tensors(bytes, file: "input")
    case .safetensors: _ = try Safetensors.contents(bytes, file: "input")
    case .png: _ = try ImageFile.decoded(PNGChunks.withChecksums(bytes), name: "input")
    case .jpeg: _ = try ImageFile.decoded(bytes, name: "input")
    case .lock: try ConfigurationTargets.readLock(bytes)
    case .label: try ArchiveTargets.readLabel(bytes)
    case .resume: try ArchiveTargets.resume(bytes)
    case .run: try ArchiveTargets.readRun(bytes)
    }
  }

  /// Inputs that are read to the end and that this program can write itself; others stand in files.
  package func madeSeeds() throws -> [[UInt8]] {
    switch self {
    case .resume: ArchiveTargets.resumeSeeds()
    case .run: try ArchiveTargets.runSeeds()
    default: []
    }
  }

  private static func readImages(_ bytes: [UInt8]) throws {
    let images = try IDXFile(bytes: Bytes(bytes), name: "input")
    let count = min(images.dimensions[0], 1 << 12)
    let labels = IDXFile.header(dimensions: [count]) + [UInt8](repeating: 0, count: count)
    _ = try IDXDataset.examples(
      images, IDXFile(bytes: Bytes(labels), name: "labels"), ["one", "another"], "input")
  }

  private static func readTable(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      let file = try CSVFile(bytes, name: "input")
      _ = try? file.labelsAndBytes()
      _ = try? file.column(named: "y")
      _ = try file.floats()
    }
  }
}
