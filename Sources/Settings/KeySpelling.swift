/// How keys are spelled in a configuration, and which known one a misspelled one was meant to be.
package enum KeySpelling {
  /// The spelling in a file of a Swift name: `learningRate` is `learning-rate`, `maxLR` is `max-lr`.
  static func kebab(_ name: String) -> String {
    let characters = Array(name)
    var result = ""
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : nil
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character.isUppercase, let previous, previous != "-", previous != "_" {
        if !previous.isUppercase || (next?.isLowercase ?? false) { result += "-" }
      }
      result += character.lowercased()
    }
    return result
  }

  /// The Swift name that a file's key stands for, if it was written as `kebab` writes.
  static func camel(_ key: String) -> String {
    let words = key.split(separator: "-", omittingEmptySubsequences: false)
    return words.enumerated().map { index, word in
      index == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }

  /// The candidate that is most like `key`, if one is near enough to have been meant; the first among equals.
  static func nearest(to key: String, among candidates: [String]) -> String? {
    let wanted = normal(key)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(wanted, normal(candidate))
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, max(wanted.count, normal(best.candidate).count) / 3) else {
      return nil
    }
    return best.candidate
  }

  /// `; did you mean 'x'?` for a near candidate, nothing for none.
  package static func hint(for key: String, among candidates: [String]) -> String {
    nearest(to: key, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  private static func normal(_ key: String) -> [Character] {
    key.prefix(100).lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }.map { $0 }
  }

  /// Insertions, deletions, substitutions and swaps of neighbors that lead from `a` to `b`.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        row.append(cost)
      }
      (beforePrevious, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
