import Foundation

/// What can happen to a program at one of its file calls.
package enum Fault: Hashable, Sendable, CustomStringConvertible {
  /// The process is killed before the call.
  case kill
  /// The call writes half of its bytes, then the process is killed.
  case halfKill
  /// The call transfers half of its bytes, which is no error.
  case short
  /// The call fails.
  case fail(Int32)
  /// The call writes half of its bytes, and the next call fails.
  case half(Int32)
  /// The call and all after it fail.
  case from(Int32)
  /// The power goes after the call.
  case powerLoss(Disk.Loss)

  /// All that is tried at a call.
  ///
  /// - Parameter seeds: One random power loss for each.
  package static func all(at call: FileCall, seeds: [UInt64]) -> [Fault] {
    var faults: [Fault] = [.kill] + [ENOSPC, EIO, EDQUOT, EINTR, EACCES].map { .fail($0) }
    faults += [.from(ENOSPC), .from(EIO)]
    if call.transfers { faults.append(.short) }
    if call.writes { faults += [.halfKill, .half(ENOSPC), .half(EDQUOT)] }
    if call.changes {
      faults += [.powerLoss(.everything), .powerLoss(.contents)]
      faults += seeds.map { .powerLoss(.some(seed: $0)) }
    }
    return faults
  }

  /// As `CFaultInjection` reads it; a power loss is none of the program's.
  func text(at number: Int) -> String? {
    switch self {
    case .kill: "\(number) kill"
    case .halfKill: "\(number) half-kill"
    case .short: "\(number) short"
    case .fail(let code): "\(number) fail \(code)"
    case .half(let code): "\(number) half \(code)"
    case .from(let code): "\(number) from \(code)"
    case .powerLoss: nil
    }
  }

  /// The error that a call ends in; `nil` where the process is killed or nothing may fail: a call that a signal
  /// interrupts is made again.
  var code: Int32? {
    switch self {
    case .fail(EINTR), .kill, .halfKill, .short, .powerLoss: nil
    case .fail(let code), .half(let code), .from(let code): code
    }
  }

  /// Whether the process is killed.
  var kills: Bool { self == .kill || self == .halfKill }

  /// The fault in words.
  package var description: String {
    switch self {
    case .kill: "killed"
    case .halfKill: "killed after half of the bytes"
    case .short: "half of the bytes"
    case .fail(let code): String(cString: strerror(code))
    case .half(let code): "half of the bytes, then \(String(cString: strerror(code)))"
    case .from(let code): "from then on \(String(cString: strerror(code)))"
    case .powerLoss(let loss): "power loss, \(loss)"
    }
  }
}
