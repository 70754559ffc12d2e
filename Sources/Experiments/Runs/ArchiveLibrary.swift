import Archive
import Foundation
import Synchronization

/// The archives that were opened, each checked once and shared by all that reads them in this process.
///
/// A file that was replaced or changed since is opened and checked again.
package final class ArchiveLibrary: Sendable {
  /// Which file it was, so that another one in its place is not taken for it.
  private struct Stamp: Equatable {
    let file: UInt64
    let size: Int64
    let modified: Date

    init?(_ path: String) {
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
        let file = attributes[.systemFileNumber] as? NSNumber, let size = attributes[.size] as? NSNumber,
        let modified = attributes[.modificationDate] as? Date
      else { return nil }
      (self.file, self.size, self.modified) = (file.uint64Value, size.int64Value, modified)
    }
  }

  /// Each archive is an open file, of which a process may have a few hundred.
  private static let limit = 200

  private let opened = Mutex<[String: (stamp: Stamp, archive: RunArchive)]>([:])

  /// A library with nothing opened.
  package init() {}

  /// The archive at a path.
  ///
  /// - Throws: What `RunArchive(_:)` throws.
  package func archive(_ path: String) throws -> RunArchive {
    let stamp = Stamp(path)
    if let stamp, let known = opened.withLock({ $0[path] }), known.stamp == stamp { return known.archive }
    let archive = try RunArchive(path)
    if let stamp {
      opened.withLock { opened in
        if opened.count >= Self.limit { opened.removeAll() }
        opened[path] = (stamp, archive)
      }
    }
    return archive
  }
}
