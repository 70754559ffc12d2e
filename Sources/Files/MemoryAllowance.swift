import Foundation

/// How much memory this process may still take.
///
/// It is the smallest of what the machine, the control group and the two limits of `ulimit` leave, each less what the
/// process has of that sort already. Other processes are not looked at, nor is swap space.
package struct MemoryAllowance: Sendable, Equatable {
  /// What sets the limit.
  package enum Limit: String, Sendable, CaseIterable {
    /// Physical memory.
    case machine = "the machine"
    /// `memory.max` of the control group or of one above it, or `memory.limit_in_bytes` of version 1.
    case controlGroup = "its control group"
    /// RLIMIT_AS, in bytes of addresses.
    case addressSpace = "ulimit -v"
    /// RLIMIT_DATA.
    case dataSegment = "ulimit -d"
  }

  /// The bytes that may still be taken, 0 or more.
  package let bytes: Int
  /// What allows no more.
  package let limit: Limit

  /// An allowance, such as a test's own.
  package init(bytes: Int, limit: Limit) {
    self.bytes = bytes
    self.limit = limit
  }

  /// What this process may still take at this moment.
  package static func now() -> MemoryAllowance {
    let used = Used()
    func left(_ limit: Limit, _ bytes: Int?, _ used: Int) -> MemoryAllowance? {
      bytes.map { MemoryAllowance(bytes: max(0, $0 - used), limit: limit) }
    }
    let all = [
      left(.machine, Int(clamping: ProcessInfo.processInfo.physicalMemory), used.private),
      left(.controlGroup, controlGroupLimit(), used.private),
      left(.addressSpace, resourceLimit(.addressSpace), used.addresses),
      left(.dataSegment, resourceLimit(.dataSegment), used.data),
    ]
    return all.compactMap { $0 }.min { $0.bytes < $1.bytes }!
  }

  /// What the process has, in bytes; 0 where the system does not say.
  private struct Used {
    var addresses = 0, `private` = 0, data = 0

    init() {
      // Pages: of addresses, in memory, of those shared, of code, 0, of data.
      guard let text = systemText("/proc/self/statm") else { return }
      let pages = text.split(whereSeparator: \.isWhitespace).map { Int($0) ?? 0 }
      guard pages.count >= 6 else { return }
      let size = Int(sysconf(Int32(_SC_PAGESIZE)))
      addresses = pages[0] * size
      `private` = max(0, pages[1] - pages[2]) * size
      data = pages[5] * size
    }
  }

  /// Makes a limit of addresses one of memory; to be called when a program begins.
  ///
  /// glibc sets 64 MB of addresses apart for each thread that allocates. Where addresses are limited they would be missing
  /// later and were promised before, so there all threads then share what the first one has.
  package static func countAddresses() {
    #if os(Linux)
      guard resourceLimit(.addressSpace) != nil, let symbol = dlsym(nil, "mallopt") else { return }
      typealias Function = @convention(c) (_ parameter: CInt, _ value: CInt) -> CInt
      let numberOfArenas: CInt = -8  // M_ARENA_MAX of glibc's malloc.h
      _ = unsafeBitCast(symbol, to: Function.self)(numberOfArenas, 1)
    #endif
  }

  /// Throws unless so many bytes may be taken now to read a file.
  ///
  /// - Throws: `FileError` that names the file, what it needs and what is left.
  package static func require(_ bytes: Int, toRead path: String) throws {
    // Asking costs more than what is surely there.
    guard bytes > 1 << 20 else { return }
    let allowance = now()
    guard bytes > allowance.bytes else { return }
    throw FileError(
      path: path,
      reason:
        "reading it takes \(byteText(bytes)) of memory, and \(allowance.limit.rawValue) leaves \(byteText(allowance.bytes))",
      remedy: "give it more memory")
  }

  private static func resourceLimit(_ limit: Limit) -> Int? {
    var value = rlimit()
    #if os(Linux)
      let resource = limit == .addressSpace ? RLIMIT_AS : RLIMIT_DATA
      let result = getrlimit(__rlimit_resource_t(resource.rawValue), &value)
    #else
      let result = getrlimit(limit == .addressSpace ? RLIMIT_AS : RLIMIT_DATA, &value)
    #endif
    // No limit is a number that no Int holds, or one of nearly 2⁶³.
    return result == 0 && value.rlim_cur < 1 << 62 ? Int(value.rlim_cur) : nil
  }

  /// The lowest limit of the control groups that this process is in, by `/proc/self/cgroup`; `nil` without one.
  ///
  /// - Parameter root: Where the file system begins.
  package static func controlGroupLimit(root: String = "") -> Int? {
    guard let groups = systemText("\(root)/proc/self/cgroup") else { return nil }
    var lowest: Int?
    // `0::/path` of version 2, `7:memory:/path` of version 1.
    for line in groups.split(separator: "\n") {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let isVersion2 = fields[0] == "0" && fields[1].isEmpty
      guard isVersion2 || fields[1].split(separator: ",").contains("memory") else { continue }
      let mount = "\(root)/sys/fs/cgroup" + (isVersion2 ? "" : "/memory")
      let name = isVersion2 ? "memory.max" : "memory.limit_in_bytes"
      // In a container the path may be the host's and not be there; the mount's own limit is then the container's.
      var path = fields[2].split(separator: "/").map(String.init)
      while true {
        let file = ([mount] + path + [name]).joined(separator: "/")
        if let bytes = systemText(file).flatMap({ Int($0.filter { !$0.isWhitespace }) }), bytes < 1 << 62 {
          lowest = min(lowest ?? bytes, bytes)
        }
        if path.isEmpty { break }
        path.removeLast()
      }
    }
    return lowest
  }
}

/// What the system says in a file of no length of its own, such as those in `/proc`; `nil` where there is none.
private func systemText(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
