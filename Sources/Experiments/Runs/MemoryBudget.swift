import Files
import Foundation
import Synchronization

/// Memory that several trainings of a process share: each waits until what it needs is left by the others.
package final class MemoryBudget: Sendable {
  /// What all may take together; `nil` for a training that is alone, which asks the system.
  private let allowance: MemoryAllowance?
  private let reserved = Mutex<Int>(0)

  private init(_ allowance: MemoryAllowance?) { self.allowance = allowance }

  /// The budget of a training that shares memory with no other one.
  package static let alone = MemoryBudget(nil)

  /// A budget for several trainings at a time.
  package init(sharing allowance: MemoryAllowance) { self.allowance = allowance }

  /// What a training may take until this value goes.
  package final class Reservation: Sendable {
    private let budget: MemoryBudget
    private let bytes: Int

    fileprivate init(_ budget: MemoryBudget, _ bytes: Int) {
      self.budget = budget
      self.bytes = bytes
    }

    deinit { budget.reserved.withLock { $0 -= bytes } }
  }

  /// Waits until there is room.
  ///
  /// - Throws: `RunError.tooLittleMemory` if a training does not fit though it were alone; `InterruptionRequest` if one
  ///   comes while it waits.
  package func reserve(_ needs: TrainingMemory, _ interruption: Interruption) throws -> Reservation {
    let bytes = needs.newByteCount
    guard let allowance else {
      try needs.require(.now())
      reserved.withLock { $0 += bytes }
      return Reservation(self, bytes)
    }
    try needs.require(allowance)
    while true {
      let fits = reserved.withLock { reserved in
        guard bytes <= allowance.bytes - reserved else { return false }
        reserved += bytes
        return true
      }
      if fits { return Reservation(self, bytes) }
      try interruption.check()
      usleep(50_000)
    }
  }
}
