/// The middle half of some numbers: a quiet machine has quartiles close to the median, a noisy neighbor shows.
struct Spread: Encodable {
  /// The lower quartile, the median and the upper quartile, interpolated between neighbors.
  let lower, median, upper: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place), above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    (lower, median, upper) = (quantile(0.25), quantile(0.5), quantile(0.75))
  }
}

/// Times pieces of work that are to be compared, in turns, so that whatever else the machine does meets all of them.
/// Every round begins with another one.
///
/// - Parameter works: Each does its work and gives the seconds that a call took.
/// - Returns: For each work the seconds of every round, in the rounds' order.
func measureInTurns(rounds: Int, _ works: [() throws -> Double]) throws -> [[Double]] {
  var times = works.map { _ in [Double]() }
  for round in 0..<rounds {
    for turn in works.indices {
      let index = (turn + round) % works.count
      times[index].append(try works[index]())
    }
  }
  return times
}

/// Times work: once before, then as often as fills the seconds, at least once a round.
func timing(_ seconds: Double, _ work: @escaping () -> Void) -> () -> Double {
  var calls = 0
  return {
    if calls == 0 {
      work()
      calls = max(1, min(100_000, Int(seconds / max(time(1, work), 1e-9))))
    }
    return time(calls, work)
  }
}

/// The seconds that each of some calls takes on average.
func time(_ calls: Int, _ work: () -> Void) -> Double {
  let start = ContinuousClock.now
  for _ in 0..<calls { work() }
  return start.duration(to: .now) / .seconds(1) / Double(calls)
}
