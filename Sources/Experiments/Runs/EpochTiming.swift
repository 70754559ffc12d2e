import Archive
import Files
import Settings

/// One epoch's wall clock: a line of `timing.jsonl`.
struct EpochTiming: Codable {
  let epoch: Int
  let seconds: Double
  let examplesPerSecond: Double

  /// The epochs that took the time of a run in a directory, as they were committed; none without the file. A line that
  /// is cut off is left out.
  static func all(in directory: String) -> [EpochTiming] {
    let path = "\(directory)/\(RunDirectory.timingName)"
    guard let bytes = try? FileOperations.contents(of: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      try? StrictDecoder().decode(
        EpochTiming.self, from: SettingsTree(yaml: String(decoding: line, as: UTF8.self)))
    }
  }
}
