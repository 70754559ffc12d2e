import Archive
import Files

/// Where a finished run is that somebody names in one of three ways.
package enum RunFile {
  /// The path of a finished run's file.
  ///
  /// - Parameters:
  ///   - run: A run's file, its directory, or its name below `results`, such as `001/batch-32`; whichever is there, in this
  ///     order.
  ///   - root: The folder that the results lie in.
  /// - Throws: `FileError` if there is none.
  package static func path(of run: String, root: String = ".") throws -> String {
    let inDirectory = RunDirectory.archivePath(in: run)
    let inResults = RunDirectory.archivePath(in: "\(root)/results/\(run)")
    let isFile = try FileOperations.exists(run) && !FileOperations.isDirectory(run)
    let places = try (isFile ? [run] : []) + [inDirectory, inResults].filter(FileOperations.exists)
    guard let path = places.first else {
      throw FileError(
        .notFound, path: run,
        reason: "no finished run: there is neither \(inDirectory) nor \(inResults)",
        remedy: "make it with 'reprise run' or 'reprise reproduce'")
    }
    return path
  }

  /// The finished runs that names stand for, each once, in the order of the names.
  ///
  /// - Parameters:
  ///   - selection: What `path(of:root:)` takes, or documents (`001`) and experiments of several runs (`001/lr-high`) of
  ///     the folder's configurations, of which those are given that are finished; empty for all of them.
  ///   - root: The folder that the configurations and results lie in.
  /// - Returns: For each run the name to call it by, and its file.
  /// - Throws: `FileError` for a name that stands for nothing that is there; what `Catalog` throws.
  package static func finished(in selection: [String], root: String = ".") throws
    -> [(name: String, path: String)]
  {
    var read: Catalog?
    func runs(_ selection: [String]) throws -> [(name: String, path: String)] {
      let catalog = try read ?? Catalog(root: root)
      read = catalog
      return try catalog.runs(in: selection).map {
        ($0.name, RunDirectory.archivePath(in: catalog.directory(of: $0.name)))
      }.filter { try FileOperations.exists($0.path) }
    }
    guard !selection.isEmpty else { return try runs([]) }
    var found: [(name: String, path: String)] = []
    for name in selection {
      do {
        found.append((name, try path(of: name, root: root)))
      } catch let error as FileError where error.kind == .notFound {
        let document = name.prefix { $0 != "/" }
        guard !document.isEmpty, try FileOperations.isDirectory("\(root)/configs/\(document)") else {
          throw error
        }
        let runs = try runs([name])
        guard !runs.isEmpty else { throw error }
        found += runs
      }
    }
    var known: Set<String> = []
    return found.filter { known.insert($0.path).inserted }
  }
}
