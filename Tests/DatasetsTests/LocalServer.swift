import Foundation

/// A server on this machine's loopback that sends the same bytes to everybody, for tests of downloads.
final class LocalServer: Sendable {
  let address: String
  private let descriptor: Int32

  /// Serves a whole answer, header and body, and closes each connection; with `closes` false it stays silent
  /// afterwards.
  init(answer: [UInt8], closes: Bool = true) throws {
    let listening = socket(AF_INET, Self.streamType, 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listening, generic, length) == 0 && listen(listening, 8) == 0
          && getsockname(listening, generic, &length) == 0
      }
    }
    guard isReady else { throw POSIXError(.EADDRNOTAVAIL) }
    descriptor = listening
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))/file.gz"
    Thread.detachNewThread {
      while true {
        let connection = accept(listening, nil, nil)
        guard connection >= 0 else { return }
        Self.serve(connection, answer)
        if closes { close(connection) }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(Self.bothWays))
    close(descriptor)
  }

  private static func serve(_ connection: Int32, _ answer: [UInt8]) {
    var request = [UInt8](repeating: 0, count: 4096)
    _ = recv(connection, &request, request.count, 0)
    var sent = 0
    while sent < answer.count {
      let count = answer[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Self.noSignal)
      }
      if count <= 0 { return }
      sent += count
    }
  }

  #if canImport(Glibc)
    private static let streamType = Int32(SOCK_STREAM.rawValue)
    private static let bothWays = SHUT_RDWR
    private static let noSignal = Int32(MSG_NOSIGNAL)
  #else
    private static let streamType = SOCK_STREAM
    private static let bothWays = SHUT_RDWR
    private static let noSignal: Int32 = 0
  #endif
}
