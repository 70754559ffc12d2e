import Foundation
import Synchronization

extension Torture {
  /// All faults at all calls of a run from nothing and of one that is finished, then faults during the runs that go on
  /// from whatever those left.
  ///
  /// - Parameters:
  ///   - second: How many faults are tried during each of the runs that go on.
  ///   - seed: What chooses those, and the random power losses.
  ///   - report: Told what is begun, and each promise that was not kept, from any thread.
  package func tryEverything(
    second: Int, seed: UInt64, _ report: @escaping @Sendable (String) -> Void
  ) throws -> [Tally] {
    let seeds = [2 * seed, 2 * seed + 1]
    func all(_ start: Start) -> [Trial] {
      start.calls.flatMap { call in Fault.all(at: call, seeds: seeds).map { Trial(call, $0) } }
    }
    var tallies: [Tally] = []
    for (name, start) in [("nothing", beginning), ("a finished run", finished)] {
      var tally = Tally(name, calls: start.calls.count)
      let trials = all(start).map { ($0, start) }
      report("from \(name): \(trials.count) faults at \(start.calls.count) calls")
      for outcome in try perform(trials, name, report) { tally.add(outcome) }
      tallies.append(tally)
    }
    var random = SeededGenerator(seed: seed)
    let starts = try unfinished.map(start)
    let name = "\(starts.count) unfinished runs"
    var tally = Tally(name, calls: starts.reduce(0) { $0 + $1.calls.count })
    let trials = starts.flatMap { start in
      Self.sample(second, of: start, seeds: seeds, &random).map { ($0, start) }
    }
    report("from \(name): \(trials.count) faults")
    for outcome in try perform(trials, name, report) { tally.add(outcome) }
    tallies.append(tally)
    return tallies
  }

  /// A few faults of a run from nothing.
  ///
  /// - Parameters: As of ``tryEverything(second:seed:_:)``.
  package func trySome(
    _ count: Int, seed: UInt64, _ report: @escaping @Sendable (String) -> Void
  ) throws -> Tally {
    var random = SeededGenerator(seed: seed)
    var tally = Tally("nothing", calls: beginning.calls.count)
    let trials = Self.sample(count, of: beginning, seeds: [seed], &random)
    for outcome in try perform(trials.map { ($0, beginning) }, "nothing", report) { tally.add(outcome) }
    return tally
  }

  /// Random faults at random calls, every other one at a call that changes something: most calls only read.
  private static func sample(
    _ count: Int, of start: Start, seeds: [UInt64], _ random: inout SeededGenerator
  ) -> [Trial] {
    let changing = start.calls.filter(\.changes)
    return (0..<count).compactMap { index in
      let calls = index.isMultiple(of: 2) && !changing.isEmpty ? changing : start.calls
      guard let call = calls.randomElement(using: &random),
        let fault = Fault.all(at: call, seeds: seeds).randomElement(using: &random)
      else { return nil }
      return Trial(call, fault)
    }
  }

  /// Tries faults on all cores.
  private func perform(
    _ trials: [(Trial, Start)], _ name: String, _ report: @escaping @Sendable (String) -> Void
  ) throws -> [Outcome] {
    let next = Atomic(0)
    let results = Mutex<[Outcome]>([])
    let errors = Mutex<[any Error]>([])
    DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < trials.count {
        if index > 0, index.isMultiple(of: 1000) { report("from \(name): \(index) of \(trials.count)") }
        let (trial, start) = trials[index]
        do {
          let outcome = try attempt(trial, from: start)
          for failure in outcome.failures {
            report(
              "from \(name), call \(trial.call.number) (\(trial.call.name) \(trial.call.path)), "
                + "\(trial.fault): \(failure)")
          }
          results.withLock { $0.append(outcome) }
        } catch {
          errors.withLock { $0.append(error) }
          return
        }
      }
    }
    if let error = errors.withLock({ $0.first }) { throw error }
    return results.withLock { $0 }
  }
}
