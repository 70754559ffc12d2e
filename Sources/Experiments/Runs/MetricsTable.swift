import Archive

extension ExperimentRun {
  /// What a run measured as comma-separated values, a line an epoch: `epoch`, then each metric by its name. A value
  /// that was not measured is empty; the others are the shortest decimal text that reads back as the same Double.
  ///
  /// A computation's table lists its arrays instead: `group`, `array`, `shape`.
  func metricsTable(of archive: RunArchive) throws -> String {
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
      ([String(epoch)] + columns.map { $0[row].isNaN ? "" : "\($0[row])" }).joined(separator: ",")
    }
    return ([(["epoch"] + names).joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
  }
}
