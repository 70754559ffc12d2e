import Archive
import Files
import Foundation
import Tensors

/// Several finished runs that are verified, as many at a time as there are cores.
///
/// Each has one thread, and those whose epochs took longest come first, so that the cores end together; a single run has
/// all threads.
package struct VerificationList: Sendable {
  /// What became of a run.
  package enum Outcome: Sendable {
    /// It was computed again.
    case done(Verification.Result, seconds: Double)
    /// An epoch of it took longer than the limit when it was made: that many seconds.
    case leftOut(secondsAnEpoch: Double)
    /// An interruption came before its end.
    case interrupted
    /// It could not be computed again.
    case failed(any Error)
  }

  /// The runs, each with the name to call it by.
  package let runs: [(name: String, path: String)]
  /// The seconds of each run's slowest epoch when it was made, as `timing.jsonl` beside it says; 0 without that file.
  private let secondsAnEpoch: [Double]

  /// A list of runs, such as those of `RunFile.finished(in:root:)`.
  package init(_ runs: [(name: String, path: String)]) {
    self.runs = runs
    secondsAnEpoch = runs.map { run in
      let folder = URL(fileURLWithPath: run.path).deletingLastPathComponent().path
      return EpochTiming.all(in: folder).map(\.seconds).max() ?? 0
    }
  }

  /// Verifies all; goes on after a run that differs or fails.
  ///
  /// - Parameters:
  ///   - limit: Runs are left out of which an epoch took more seconds than this when they were made; `nil` for none.
  ///   - library: Where data come from.
  ///   - jobs: How many runs at a time.
  ///   - threads: How many threads a single run has.
  ///   - report: Told what happens, possibly from several threads at once.
  /// - Returns: The outcome of each of `runs`.
  package func perform(
    _ extent: Verification.Extent, limit: Double? = nil, library: DatasetLibrary, jobs: Int, threads: Int,
    interruption: Interruption, report: @Sendable (_ name: String, RunEvent) -> Void
  ) -> [Outcome] {
    let (runs, seconds) = (runs, secondsAnEpoch)
    let chosen = runs.indices.filter { seconds[$0] <= limit ?? .infinity }.sorted {
      (seconds[$1], $0) < (seconds[$0], $1)
    }
    let threadsEach = chosen.count == 1 ? threads : 1
    let results = ParallelJobs.results(of: chosen.count, atATime: jobs, interruption) { place in
      let (name, path) = runs[chosen[place]]
      defer { report(name, .ended) }
      let start = ContinuousClock.now
      let result = try Verification(of: RunArchive(path), dataset: library.dataset).perform(
        extent, on: Processor(threads: threadsEach), interruption: interruption
      ) { report(name, $0) }
      return (result, start.duration(to: .now) / .seconds(1))
    }
    var outcomes = seconds.map { Outcome.leftOut(secondsAnEpoch: $0) }
    for (index, result) in zip(chosen, results) {
      outcomes[index] =
        switch result {
        case nil, .failure(RunError.verificationInterrupted): .interrupted
        case .success((let result, let seconds)): .done(result, seconds: seconds)
        case .failure(let error): .failed(error)
        }
    }
    return outcomes
  }
}
