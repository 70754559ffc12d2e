/// Times two pieces of work that are to be compared: in turns, so that whatever else the machine does meets
/// both; the best time of each counts.
///
/// - Returns: Seconds for one call of each.
func best(_ first: () -> Void, against second: () -> Void, rounds: Int, calls: Int) -> (Double, Double) {
  func seconds(_ work: () -> Void) -> Double {
    let start = ContinuousClock.now
    for _ in 0..<calls { work() }
    return start.duration(to: .now) / .seconds(1) / Double(calls)
  }
  first()
  second()
  var times = (Double.infinity, Double.infinity)
  for _ in 0..<rounds { times = (min(times.0, seconds(first)), min(times.1, seconds(second))) }
  return times
}
