import CHDF5
import Foundation

/// Calls of libhdf5, one at a time.
///
/// The serial library is not thread-safe, and its error stack belongs to the thread that made the call, so
/// every call runs, and its errors are read, inside one process-wide lock.
package enum HDF5 {
  private static let lock = NSLock()
  /// Makes the library leave the end of the process alone: after a read error it would crash there, and all that it has
  /// open then is read only or in memory.
  private static let staysOutOfExit: Void = { _ = H5dont_atexit() }()

  /// Where a call works: the file, and the object in it.
  struct Place {
    var file: String
    var object: String

    init(_ file: String, _ object: String = "") {
      self.file = file
      self.object = object
    }

    func error(_ kind: ArchiveError.Kind, _ reason: String, remedy: String = "") -> ArchiveError {
      ArchiveError(kind, file: file, object: object, reason: reason, remedy: remedy)
    }
  }

  /// Calls libhdf5 with the lock held and nothing printed.
  package static func withLock<Result>(_ body: () -> Result) -> Result {
    lock.lock()
    defer { lock.unlock() }
    Self.staysOutOfExit
    chdf5_silence()
    return body()
  }

  /// Makes one call; a negative result becomes an error with the library's own reason.
  ///
  /// `what` says what was attempted: "create the group".
  @discardableResult
  static func call<Result: SignedInteger>(
    _ what: String, at place: Place, _ body: () -> Result
  ) throws -> Result {
    let (result, reason) = withLock {
      let result = body()
      return (result, result < 0 ? innermostReason() : "")
    }
    guard result >= 0 else { throw place.error(.library, "cannot \(what): \(reason)") }
    return result
  }

  /// The library's version at run time, such as `1.10.8`.
  package static var version: String {
    withLock {
      var (major, minor, release) = (UInt32(0), UInt32(0), UInt32(0))
      guard H5get_libversion(&major, &minor, &release) >= 0 else { return "unknown" }
      return "\(major).\(minor).\(release)"
    }
  }

  /// The deepest entry of the error stack, which names the cause; call with the lock held.
  private static func innermostReason() -> String {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      chdf5_reasons(start, buffer.count)
      return String(cString: start)
    }
    let lines = text.split(separator: "\n").map(String.init)
    guard let last = lines.last else { return "libhdf5 gives no reason" }
    // The driver's entries hold clock times and addresses; the system's words are what matters.
    let pieces = last.components(separatedBy: "error message = '")
    if pieces.count > 1, let message = pieces[1].split(separator: "'").first { return String(message) }
    return last
  }
}

/// An identifier of libhdf5 that is closed once, when its owner goes.
struct HDF5Identifier: ~Copyable, Sendable {
  /// What libhdf5 knows the object by.
  let raw: hid_t
  private let close: @Sendable (hid_t) -> herr_t

  /// Takes over an identifier that a call has just returned.
  init(
    _ what: String, at place: HDF5.Place, closedBy close: @escaping @Sendable (hid_t) -> herr_t,
    _ body: () -> hid_t
  ) throws {
    raw = try HDF5.call(what, at: place, body)
    self.close = close
  }

  deinit {
    let (raw, close) = (raw, close)
    // Nobody could act upon a failure; the next call clears the reasons that it leaves.
    _ = HDF5.withLock { close(raw) }
  }
}
