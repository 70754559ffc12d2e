import Foundation
import Synchronization

/// Independent jobs that are done several at a time, the first ones first.
enum ParallelJobs {
  /// Does the jobs 0 ..< `count` and gives the result of each; `nil` for those that an interruption came before.
  ///
  /// - Parameter atATime: How many at once; at least one is taken.
  static func results<Value: Sendable>(
    of count: Int, atATime: Int, _ interruption: Interruption, _ job: @Sendable (Int) throws -> Value
  ) -> [Result<Value, any Error>?] {
    let results = Mutex<[Int: Result<Value, any Error>]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(atATime, count))) { _ in
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < count, !interruption.isRequested else { return }
        let result = Result { try job(position) }
        results.withLock { $0[position] = result }
      }
    }
    let done = results.withLock { $0 }
    return (0..<count).map { done[$0] }
  }
}
