import Images

/// What reading every image of a folder shows: how many are good, and what is wrong with the others.
package struct ImageFolderCheck: Encodable, Sendable {
  /// A part and how many of its images can be used.
  package struct Part: Encodable, Sendable {
    /// `training`, `validation` or `test`.
    package let part: String
    /// Those that can be read and have a place in the data set.
    package let good: Int
    /// All files that end as images do.
    package let images: Int
  }

  /// A file or a folder that is broken.
  package struct Problem: Encodable, Sendable {
    /// Its path.
    package let path: String
    /// What is wrong with it, as the end of a sentence.
    package let reason: String
  }

  /// The folder.
  package let folder: String
  /// Its parts, in the order of `Dataset.Part`.
  package let parts: [Part]
  /// Misplaced files and folders first, then images that cannot be read, in the order of the examples.
  package let problems: [Problem]

  /// Reads every image of a folder, on all cores.
  ///
  /// - Parameter directory: An image folder, looked for as the option of ``ImageFolder`` is.
  /// - Throws: `DatasetError` where there is no such folder or it has no training part.
  package init(of directory: String, in sources: DatasetSources) throws {
    let listing = try ImageFolderListing(of: sources.folder(directory))
    let failures = listing.inParallel(stopping: false) { file in
      _ = try ImageFile.read(listing.path(of: listing.files[file]))
    }
    folder = listing.folder
    let good = Set(listing.files.indices).subtracting(failures.map(\.file))
    parts = listing.counts.map { part, images in
      Part(
        part: part.rawValue, good: good.count { listing.files[$0].part == part }, images: images)
    }
    problems = (listing.problems + failures.map(\.error)).map { problem in
      switch problem {
      case .damaged(let path, let reason), .unreadable(let path, let reason), .unfit(let path, let reason):
        Problem(path: path, reason: reason)
      case .unavailable(_, let path, _, let reason): Problem(path: path, reason: reason)
      }
    }
  }
}
