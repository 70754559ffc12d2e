internal import CKernels
import Foundation
import Synchronization

/// A fixed set of threads that divide a range of outputs among themselves.
///
/// Work is split over outputs only: each thread writes its own part of the result, and no sum is ever
/// divided. So the number of threads changes the time and never a bit.
final class Workers: Sendable {
  /// How many threads work, the calling one included.
  let count: Int

  /// Each thread's scratch memory: `REPRISE_MATMUL_WORKSPACE` bytes, what one matrix product needs at most.
  private let workspaces: [Workspace]
  private let shared = Shared()

  struct Workspace: @unchecked Sendable {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: Int(REPRISE_MATMUL_WORKSPACE), alignment: 64)
  }

  typealias Body = (_ part: Int) -> Void

  /// What the threads share. Written by the caller before `generation` is raised, read after.
  private final class Shared: Sendable {
    let generation = Atomic<UInt>(0)
    let unfinished = Atomic<Int>(0)
    let busy = Atomic<Bool>(false)
    let stops = Atomic<Bool>(false)
    nonisolated(unsafe) var body: Body?
    /// Wakes those that gave up spinning.
    let sleep = NSCondition()

    /// Waits for a generation other than `seen`: spinning briefly, since a training step's pieces follow
    /// each other within microseconds, then asleep.
    func nextGeneration(after seen: UInt) -> UInt {
      for _ in 0..<5_000 {
        let now = generation.load(ordering: .acquiring)
        if now != seen { return now }
        reprise_spin_hint()
      }
      sleep.lock()
      defer { sleep.unlock() }
      while generation.load(ordering: .acquiring) == seen { sleep.wait() }
      return generation.load(ordering: .acquiring)
    }

    /// Waits until every other thread has done its part. Where there are fewer free cores than threads,
    /// spinning would keep them from it.
    func awaitOthers() {
      var spins = 0
      while unfinished.load(ordering: .acquiring) > 0 {
        spins += 1
        if spins < 5_000 { reprise_spin_hint() } else { sched_yield() }
      }
    }

    func announce() {
      sleep.lock()
      generation.add(1, ordering: .acquiringAndReleasing)
      sleep.broadcast()
      sleep.unlock()
    }
  }

  init(count: Int) {
    self.count = count
    workspaces = (0..<count).map { _ in Workspace() }
    Processor.requireIEEE()
    for part in 1..<max(count, 1) {
      let shared = shared
      let thread = Thread {
        Processor.requireIEEE()
        var generation: UInt = 0
        while true {
          generation = shared.nextGeneration(after: generation)
          if shared.stops.load(ordering: .acquiring) { return }
          shared.body!(part)
          shared.unfinished.subtract(1, ordering: .acquiringAndReleasing)
        }
      }
      thread.stackSize = 1 << 20
      thread.name = "reprise worker \(part)"
      thread.start()
    }
  }

  deinit {
    if count > 1 {
      shared.stops.store(true, ordering: .releasing)
      shared.announce()
    }
    for workspace in workspaces { workspace.bytes.deallocate() }
  }

  /// Calls `body` on disjoint, ascending parts of `0..<total` whose inner borders are multiples of `grain`,
  /// one part a thread, each with that thread's scratch memory; returns when all are done.
  ///
  /// If another thread is using these workers, the whole range runs on the calling thread, with a
  /// workspace of its own.
  func divide(
    _ total: Int, grain: Int, _ body: (_ part: Range<Int>, _ workspace: UnsafeMutableRawPointer) -> Void
  ) {
    guard total > 0 else { return }
    let grains = (total + grain - 1) / grain
    let parts = min(count, grains)
    guard shared.busy.exchange(true, ordering: .acquiring) == false else {
      let own = Workspace()
      defer { own.bytes.deallocate() }
      return body(0..<total, own.bytes)
    }
    defer { shared.busy.store(false, ordering: .releasing) }
    if parts <= 1 { return body(0..<total, workspaces[0].bytes) }

    withoutActuallyEscaping(body) { body in
      withoutActuallyEscaping({ (part: Int) in
        guard part < parts else { return }
        let start = grains * part / parts * grain
        let end = min(grains * (part + 1) / parts * grain, total)
        body(start..<end, self.workspaces[part].bytes)
      }) { run in
        shared.body = run
        shared.unfinished.store(count - 1, ordering: .releasing)
        shared.announce()
        run(0)
        shared.awaitOthers()
        shared.body = nil
      }
    }
  }
}
