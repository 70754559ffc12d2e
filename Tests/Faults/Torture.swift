import Foundation
import Synchronization

/// A short run of the tool under every fault at every file call, and whether it keeps its promises.
///
/// After a kill or a power loss the run, started again, ends in the same bytes as one that nothing disturbed, with
/// nothing else in its directory. A call that fails either does not matter, or ends the run with exit code 74 and one
/// line that names the file and the system's reason; started again, it ends in the same bytes. A finished run's file is
/// never changed, and is on disk when the tool says that it is done.
package final class Torture: Sendable {
  /// What a run is begun from: nothing, a finished run, or what a fault left.
  package struct Start: Sendable {
    /// The tree before.
    let tree: Snapshot
    /// The calls of a run from there that nothing disturbs.
    package let calls: [FileCall]
  }

  /// A fault at a call.
  package struct Trial: Sendable {
    package let call: FileCall
    package let fault: Fault

    /// A fault at a call.
    package init(_ call: FileCall, _ fault: Fault) {
      self.call = call
      self.fault = fault
    }
  }

  private let command: Command
  private let configuration: String
  private let folder: String
  /// Which directories of the folder are in use.
  private let places = Mutex<[Int]>(Array(0..<64))
  /// What faults left, by what matters of it, and what promises were not kept when the run went on from there.
  private let resumptions = Mutex<[Snapshot: (tree: Snapshot, failures: [String])]>([:])

  /// The run's directory in a tree; the one above is made by the tool too.
  private static let run = "results/run"
  private static let archive = run + "/run.h5"

  /// A new directory, and the run in it that is finished.
  package let beginning: Start
  package let finished: Start

  /// Runs undisturbed once from nothing and once more.
  ///
  /// - Parameters:
  ///   - products: Where the build put the tool and the library of faults.
  ///   - configuration: The experiment.
  ///   - folder: An empty directory to work in.
  package init(products: URL, configuration: String, folder: String) throws {
    command = Command(in: products)
    self.configuration = configuration
    self.folder = folder
    // Links in the path would hide the tree from the library.
    let first = "\(folder)/0"
    func start(from tree: Snapshot, _ command: Command) throws -> (Start, Snapshot) {
      try tree.write(to: first)
      let journal = first + ".journal"
      try? FileManager.default.removeItem(atPath: journal)
      let ending = try command.run(
        Self.arguments(configuration, first), tree: first, fault: nil, journal: journal)
      guard ending.code == 0, ending.errors.isEmpty, let calls = try FileCall.journal(journal) else {
        throw TortureError("the undisturbed run: \(ending.description)")
      }
      let after = try Snapshot(of: first)
      let disk = Disk(tree)
      for call in calls { disk.apply(call) }
      guard disk.current == after else {
        throw TortureError("the library of faults does not see every call that changes a file")
      }
      guard disk.after(.everything).files[Self.archive] == after.files[Self.archive] else {
        throw TortureError("a power loss after the end takes the finished run")
      }
      return (Start(tree: tree, calls: calls), after)
    }
    let (beginning, done) = try start(from: Snapshot(), command)
    let (finished, again) = try start(from: done, command)
    guard done.essence == again.essence else {
      throw TortureError("a finished run is changed by running it again")
    }
    self.beginning = beginning
    self.finished = finished
  }

  private static func arguments(_ configuration: String, _ tree: String) -> [String] {
    ["run", configuration, "--output", "\(tree)/\(run)", "--threads", "1", "--quiet"]
  }

  /// Tries a fault, then runs again.
  ///
  package func attempt(_ trial: Trial, from start: Start) throws -> Outcome {
    try withPlace { place in
      var outcome = Outcome()
      let disk = Disk(start.tree)
      if case .powerLoss(let loss) = trial.fault {
        for call in start.calls.prefix(trial.call.number + 1) { disk.apply(call) }
        let left = disk.after(loss)
        outcome.ending = .powerLost
        if holdsFinishedRun(start.tree) { requireArchive(in: left, &outcome) }
        try resume(left, nil, place, &outcome)
        return outcome
      }
      try start.tree.write(to: place)
      let journal = place + ".journal"
      try? FileManager.default.removeItem(atPath: journal)
      let ending = try command.run(
        Self.arguments(configuration, place), tree: place, fault: trial.fault.text(at: trial.call.number),
        journal: journal)
      let left = try Snapshot(of: place)
      for call in try FileCall.journal(journal) ?? [] { disk.apply(call) }
      judge(ending, trial.fault, tree: place, left, &outcome)
      if disk.current != left { outcome.failures.append("the journal does not say what is on disk") }
      if holdsFinishedRun(start.tree) { requireArchive(in: left, &outcome) }
      if ending.code == 0 { requireEnd(left, &outcome, disk) }
      try resume(left, trial.fault.kills && trial.call.changes ? disk : nil, place, &outcome)
      return outcome
    }
  }

  /// The calls of a run from a tree that nothing disturbs.
  package func start(from tree: Snapshot) throws -> Start {
    try withPlace { place in
      try tree.write(to: place)
      let journal = place + ".journal"
      try? FileManager.default.removeItem(atPath: journal)
      _ = try command.run(Self.arguments(configuration, place), tree: place, fault: nil, journal: journal)
      return Start(tree: tree, calls: try FileCall.journal(journal) ?? [])
    }
  }

  /// The unlike trees that faults have left so far, those without and with a finished run apart from them, in an order that
  /// does not depend on when they were left.
  var unfinished: [Snapshot] {
    let whole = [beginning.tree.essence, finished.tree.essence]
    return resumptions.withLock { known in known.filter { !whole.contains($0.key) }.map(\.value.tree) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }

  /// Whether a process that met a fault ended as it may.
  private func judge(
    _ ending: Command.Ending, _ fault: Fault, tree: String, _ left: Snapshot, _ outcome: inout Outcome
  ) {
    if fault.kills {
      outcome.ending = .killed
      if ending.signal != SIGKILL { outcome.failures.append("not killed: \(ending.description)") }
      return
    }
    if ending.code == 0, ending.errors.isEmpty {
      outcome.ending = .succeeded
      return
    }
    outcome.ending = .refused
    guard let code = fault.code else {
      outcome.failures.append("is no error, but \(ending.description)")
      return
    }
    let lines = ending.errors.split(separator: "\n")
    if ending.code != 74 || lines.count != 1 || !ending.errors.hasPrefix("reprise: ")
      || !ending.errors.contains(tree) || !ending.errors.contains(String(cString: strerror(code)))
    {
      outcome.failures.append("no clear error: \(ending.description)")
    }
  }

  /// Runs again from what a fault left, unless that was done before.
  ///
  /// - Parameter disk: What the disk had of it; then the finished run must be on disk in the end.
  private func resume(_ left: Snapshot, _ disk: Disk?, _ place: String, _ outcome: inout Outcome) throws {
    let essence = left.essence
    if disk == nil, let known = resumptions.withLock({ $0[essence] }) {
      outcome.endsTheSame = known.failures.isEmpty
      outcome.failures += known.failures
      return
    }
    var again = Outcome()
    try left.write(to: place)
    let journal = place + ".journal"
    try? FileManager.default.removeItem(atPath: journal)
    let ending = try command.run(
      Self.arguments(configuration, place), tree: place, fault: nil, journal: journal)
    if ending.code != 0 || !ending.errors.isEmpty {
      again.failures.append("run again: \(ending.description)")
    } else {
      disk?.beginProcess()
      for call in try FileCall.journal(journal) ?? [] { disk?.apply(call) }
      requireEnd(try Snapshot(of: place), &again, disk)
    }
    resumptions.withLock { $0[essence] = (left, again.failures) }
    outcome.endsTheSame = again.failures.isEmpty
    outcome.failures += again.failures
  }

  private func holdsFinishedRun(_ tree: Snapshot) -> Bool { tree.files[Self.archive] != nil }

  private func requireArchive(in tree: Snapshot, _ outcome: inout Outcome) {
    if tree.files[Self.archive] != finished.tree.files[Self.archive] {
      outcome.failures.append("the finished run is not what it was")
    }
  }

  /// Whether a tree is that of a run that is done, and on disk.
  private func requireEnd(_ tree: Snapshot, _ outcome: inout Outcome, _ disk: Disk?) {
    let expected = finished.tree
    for name in ["run.h5", "metrics.csv"].map({ "\(Self.run)/\($0)" })
    where tree.files[name] != expected.files[name] {
      outcome.failures.append("\(name) is not that of an undisturbed run")
    }
    let optional = "\(Self.run)/timing.jsonl"
    let names = Set(tree.files.keys).union([optional]), whole = Set(expected.files.keys).union([optional])
    if names != whole || tree.directories != expected.directories {
      outcome.failures.append(
        "what is there: \(names.union(tree.directories).symmetricDifference(whole.union(expected.directories)).sorted())"
      )
    }
    if let disk, disk.after(.everything).files[Self.archive] != expected.files[Self.archive] {
      outcome.failures.append("a power loss after the end takes the finished run")
    }
  }

  private func withPlace<R>(_ body: (String) throws -> R) throws -> R {
    let index = places.withLock { $0.removeLast() }
    defer { places.withLock { $0.append(index) } }
    return try body("\(folder)/\(index)")
  }
}

/// Why nothing could be tried.
struct TortureError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
