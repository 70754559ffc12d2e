import Files
import Foundation
import Images

extension ImageFolderListing {
  /// The path of an image.
  package func path(of file: File) -> String { "\(folder)/\(file.name)" }

  /// Calls `body` with the index of every image, on all cores, and gives what failed, in the images' order.
  ///
  /// - Parameter stopping: Whether images after one that failed may be left out; the first failure is the same in any case.
  package func inParallel(
    stopping: Bool, _ body: @Sendable (_ file: Int) throws -> Void
  ) -> [(file: Int, error: DatasetError)] {
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: files.count) { file in
      guard !stopping || file < failures.first else { return }
      do {
        try body(file)
      } catch {
        failures.add(file, DatasetError(reading: path(of: files[file]), error))
      }
    }
    return failures.sorted
  }

  /// A problem with the way to the others of the folder.
  package func explained(_ problem: DatasetError) -> DatasetError {
    let way = "; `reprise data check \(folder)` lists all that are broken"
    return switch problem {
    case .damaged(let file, let reason): .damaged(file: file, reason: reason + way)
    case .unreadable(let file, let reason): .unreadable(file: file, reason: reason + way)
    case .unfit, .unavailable: problem
    }
  }

  /// What the parallel reads leave.
  private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [(file: Int, error: DatasetError)] = []
    private var lowest = Int.max

    /// The lowest index of those that failed so far.
    var first: Int { lock.withLock { lowest } }

    func add(_ file: Int, _ error: DatasetError) {
      lock.withLock {
        all.append((file, error))
        lowest = min(lowest, file)
      }
    }

    var sorted: [(file: Int, error: DatasetError)] { lock.withLock { all.sorted { $0.file < $1.file } } }
  }
}

extension DatasetError {
  /// What an error means that reading a file or an image ended with.
  init(reading file: String, _ error: any Error) {
    switch error {
    case let error as DatasetError: self = error
    case let error as FileError: self = .unreadable(file: file, reason: error.reason)
    case ImageError.damaged(_, let reason), ImageError.noMemory(_, let reason), ImageError.unfit(let reason):
      self = .damaged(file: file, reason: reason)
    default: self = .unreadable(file: file, reason: "\(error)")
    }
  }
}
