import Archive
import Files

extension ExperimentRun {
  /// Writes `metrics.csv` beside a run's archive.
  ///
  /// - Throws: `FileError`.
  func writeMetrics(of archive: RunArchive) throws {
    try FileOperations.system.replaceFile(metricsPath, with: Array(metricsTable(of: archive).utf8))
  }

  /// Writes the table where there is none: a kill may have come between the archive and its table.
  ///
  /// - Throws: `FileError`.
  func writeMissingMetrics(of archive: RunArchive) throws {
    if try !FileOperations.exists(metricsPath) { try writeMetrics(of: archive) }
  }

  /// Where the table lies.
  var metricsPath: String { "\(directory)/\(RunDirectory.metricsName)" }

  /// What a run measured as comma-separated values, a line an epoch: `epoch`, then each metric by its name. What
  /// was not measured, of the test part all but the last epoch, is empty; a diverged value is `nan`; the others are the shortest decimal text that reads back as the same Double.
  ///
  /// A computation's table lists its arrays instead: `group`, `array`, `shape`.
  private func metricsTable(of archive: RunArchive) throws -> String {
    guard archive.computedNames.isEmpty else {
      let lines = try archive.computedNames.flatMap { name in
        try archive.computed(name).arrays.map {
          "\(name),\($0.name),\($0.values.shape.dimensions.map(String.init).joined(separator: "x"))"
        }
      }
      return (["group,array,shape"] + lines).map { $0 + "\n" }.joined()
    }
    let names = archive.metrics.map(\.name)
    let columns = try names.map(archive.metric)
    let lines = archive.epochs.enumerated().map { row, epoch in
      let values = zip(names, columns).map { name, values in
        MetricName(name).part == "test" && row + 1 < archive.epochs.count ? "" : "\(values[row])"
      }
      return ([String(epoch)] + values).joined(separator: ",")
    }
    return ([(["epoch"] + names).joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
  }
}
