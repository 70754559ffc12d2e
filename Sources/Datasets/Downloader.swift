import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What fetches the bytes at an address.
public protocol Downloading: Sendable {
  /// All bytes at an address, at most `limit`.
  ///
  /// - Throws: any error; its description says what was wrong.
  func download(_ address: String, limit: Int) throws -> [UInt8]
}

/// Downloads over HTTP; a call returns when all bytes are there.
public struct Downloader: Downloading {
  /// How long a server may be silent, in seconds.
  public var patience: Double

  /// A downloader.
  public init(patience: Double = 20) { self.patience = patience }

  /// All bytes at an address.
  ///
  /// - Throws: `DatasetError.unreadable` for no connection, a status other than 200, a body that is cut off
  ///   or longer than `limit`, and for silence.
  public func download(_ address: String, limit: Int) throws -> [UInt8] {
    guard let url = URL(string: address) else {
      throw DatasetError.unreadable(file: address, reason: "is not an address")
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = patience
    let transfer = Transfer(limit: limit)
    let session = URLSession(configuration: configuration, delegate: transfer, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    session.dataTask(with: url).resume()
    switch transfer.wait() {
    case .success(let bytes): return bytes
    case .failure(let problem): throw DatasetError.unreadable(file: address, reason: problem.reason)
    }
  }

  private struct Problem: Error { let reason: String }

  /// The state of one download; the session calls it on a queue of its own.
  private final class Transfer: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let limit: Int
    private let done = DispatchSemaphore(value: 0)
    private let lock = NSLock()
    private var bytes: [UInt8] = []
    private var expected: Int64 = -1
    private var problem: Problem?

    init(limit: Int) { self.limit = limit }

    func wait() -> Result<[UInt8], Problem> {
      done.wait()
      return lock.withLock { problem.map { .failure($0) } ?? .success(bytes) }
    }

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
      let status = (response as? HTTPURLResponse)?.statusCode
      lock.withLock {
        expected = response.expectedContentLength
        if status != 200 {
          problem = Problem(reason: "answers with status \(status.map(String.init) ?? "none")")
        }
        if expected > Int64(limit) { problem = tooLong }
      }
      completionHandler(lock.withLock { problem } == nil ? .allow : .cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
      let isTooLong = lock.withLock {
        bytes += data
        if bytes.count > limit { problem = problem ?? tooLong }
        return problem != nil
      }
      if isTooLong { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
      lock.withLock {
        if let error, problem == nil { problem = Problem(reason: error.localizedDescription) }
        if problem == nil, expected >= 0, bytes.count < expected {
          problem = Problem(reason: "sent \(bytes.count) of \(expected) bytes")
        }
      }
      done.signal()
    }

    private var tooLong: Problem { Problem(reason: "sends more than the \(limit) bytes expected at most") }
  }
}
