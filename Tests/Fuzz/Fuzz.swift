import Foundation
import FuzzTargets

/// The target that the environment names; libFuzzer knows its own arguments only.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("FUZZ_TARGET='\(name)' is none of: \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

/// Called by libFuzzer first: with FUZZ_SEEDS, writes the seeds that the program makes itself into that folder.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_: UnsafeMutableRawPointer, _: UnsafeMutableRawPointer) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] else { return 0 }
  do {
    for (index, seed) in try target.madeSeeds().enumerated() {
      try Data(seed).write(to: URL(filePath: "\(folder)/made-\(index)"))
    }
  } catch { fatalError("\(error)") }
  return 0
}

/// Called by libFuzzer with every input: whatever is thrown is an answer if it can be told, and only a trap, a signal, a
/// second without an answer or too much memory is a finding.
///
/// - Returns: -1 for an input that is too long to be kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count <= target.longest else { return -1 }
  do {
    try target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch { precondition(!"\(error)".isEmpty) }
  return 0
}
