import Datasets

extension Surroundings {
  /// A line for each data set that is files.
  ///
  /// One that is not here is no fault: it is fetched or made when it is first used. One whose files are not what they
  /// should be is, unless another source has the right ones.
  package func dataChecks() -> [DiagnosticCheck] {
    let entries: [DatasetInventory]
    do {
      entries = try DatasetInventory.all(in: sources)
    } catch {
      return [
        DiagnosticCheck(
          "data", .data, .bad, "the folder of data sets cannot be listed", place: sources.userFolder,
          remedy: "\(error)")
      ]
    }
    return entries.compactMap { entry in
      let name = "data: \(entry.name)"
      switch entry.state {
      case .computed, .own: return nil
      case .missing:
        return DiagnosticCheck(
          name, .data, .note, "not here", remedy: entry.place.split(separator: "\n").joined(separator: " "))
      case .broken:
        let first = entry.damage.first
        return DiagnosticCheck(
          name, .data, .bad, first?.problem ?? "cannot be read", place: first?.source,
          remedy: "remove that file and run 'make data', or put the right one there")
      case .here:
        guard entry.isChecked else {
          return DiagnosticCheck(
            name, .data, .good, "found; 'reprise data check' reads every image", place: entry.place)
        }
        guard let damage = entry.damage.first else {
          return DiagnosticCheck(name, .data, .good, "found, SHA-256 as declared", place: entry.place)
        }
        return DiagnosticCheck(
          name, .data, .note, "found; a file that is not used is broken: \(damage.problem)",
          place: damage.source,
          remedy: "remove that file")
      }
    }
  }
}
