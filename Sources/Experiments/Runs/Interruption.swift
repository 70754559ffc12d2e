import Synchronization

/// A request to stop soon and in good order, which may come from another thread or a signal handler.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  /// No request yet.
  public init() {}

  /// Whether a request has come.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Asks to stop; safe inside a signal handler.
  public func request() { flag.store(true, ordering: .relaxed) }
}
