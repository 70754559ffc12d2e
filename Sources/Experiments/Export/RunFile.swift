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
    let isFile = FileOperations.exists(run) && !FileOperations.isDirectory(run)
    let places = (isFile ? [run] : []) + [inDirectory, inResults].filter(FileOperations.exists)
    guard let path = places.first else {
      throw FileError(
        .notFound, path: run,
        reason: "no finished run: there is neither \(inDirectory) nor \(inResults)",
        remedy: "make it with 'reprise run' or 'reprise reproduce'")
    }
    return path
  }
}
