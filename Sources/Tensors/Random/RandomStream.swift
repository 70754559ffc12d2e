internal import CKernels

/// An index-addressed sequence of random words: no state, only a name.
///
/// The layout, version 1. All numbers are 32-bit words.
///
///     words(block) = Philox4x32-10(counter: (block, site, step, attempt), key: key)
///     word(i)      = word i & 3 of words(i >> 2)
///     key          = (seed, purpose)                                 if seed < 2³²
///                  = (d.0, d.1 | 80000000) otherwise, where
///                    d = Philox4x32-10(counter: (purpose, 0, 0, FFFFFFFF), key: (seed's low, high half))
///
/// * Element i of a tensor is addressed by its row-major logical index, so any thread and any sub-range
///   reads the same words.
/// * `attempt` is 0. Only a rejected bounded integer reads the same block and lane at attempt 1, 2, ….
///   Attempt FFFFFFFF is never reached: that counter word is kept for the derivation of keys.
/// * The high bit keeps the derived keys apart from those of small seeds.
///
/// What a distribution makes of the words is part of the layout too; it is stated at each of them.
package struct RandomStream: Hashable, Sendable {
  /// The version of the layout, to be stored with every run; any change to any mapping is a new one.
  package static let layoutVersion = 1

  /// The number of words in a stream: 2³⁴.
  package static let wordCount = 1 << 34

  /// Philox's key: made from the seed and the purpose.
  package let key: SIMD2<UInt32>
  /// Counter word 1.
  package let site: RandomSite
  /// Counter word 2: a training step or an epoch.
  package let step: UInt32

  /// The stream with a name; `step` is 0 ..< 2³².
  package init(seed: UInt64, purpose: RandomPurpose, site: RandomSite = .none, step: Int = 0) {
    self.key = Self.key(seed: seed, purpose: purpose)
    self.site = site
    self.step = UInt32(step)
  }

  private static func key(seed: UInt64, purpose: RandomPurpose) -> SIMD2<UInt32> {
    if let word = UInt32(exactly: seed) { return SIMD2(word, purpose.rawValue) }
    let halves = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    let derived = Philox4x32.words(counter: SIMD4(purpose.rawValue, 0, 0, .max), key: halves)
    return SIMD2(derived.x, derived.y | 0x8000_0000)
  }

  /// The four words 4·index ..< 4·index + 4 at one attempt; `index` is 0 ..< 2³².
  package func block(_ index: Int, attempt: UInt32 = 0) -> SIMD4<UInt32> {
    Philox4x32.words(counter: SIMD4(UInt32(index), site.word, step, attempt), key: key)
  }

  /// Word `index` at one attempt; `index` is 0 ..< 2³⁴.
  package func word(_ index: Int, attempt: UInt32 = 0) -> UInt32 {
    block(index >> 2, attempt: attempt)[index & 3]
  }

  /// Writes `transform(word(start + i))` into `values[i]` for every i, a block at a time.
  @inline(__always)
  package func fill<Value>(
    _ values: UnsafeMutableBufferPointer<Value>, from start: Int, _ transform: (UInt32) -> Value
  ) {
    var i = 0
    while i < values.count, (start + i) & 3 != 0 {
      values[i] = transform(word(start + i))
      i += 1
    }
    while i + 4 <= values.count {
      let four = block((start + i) >> 2)
      values[i] = transform(four.x)
      values[i + 1] = transform(four.y)
      values[i + 2] = transform(four.z)
      values[i + 3] = transform(four.w)
      i += 4
    }
    while i < values.count {
      values[i] = transform(word(start + i))
      i += 1
    }
  }
}

/// What a random number is for: the second word of a stream's key, so that no use can move another's numbers.
///
/// The raw values are part of the random layout and never change.
package enum RandomPurpose: UInt32, CaseIterable, Codable, Sendable {
  /// Parameters before training: the site is the parameter's path.
  case initialization = 1
  /// Orders of samples: the step is the epoch.
  case shuffling = 2
  /// Dropout masks: the site is the layer's path, the step is the training step.
  case dropout = 3
  /// Changes to a sample: the site is the sample's number in its data set (never its position in the
  /// batch), the step is the epoch.
  case augmentation = 4
  /// Where attacks start: the site is the sample's number in its data set, the step is the epoch.
  case attack = 6
  /// Synthetic data: the site is the data set's name.
  case dataGeneration = 5
}

/// The counter-based generator Philox4x32 with ten rounds; philox-words.h says what it computes, and from what source.
package enum Philox4x32 {
  /// The four words at `counter` under `key`.
  @inline(__always)
  package static func words(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    let words = reprise_philox_words(
      reprise_words(x: counter.x, y: counter.y, z: counter.z, w: counter.w), key.x, key.y)
    return SIMD4(words.x, words.y, words.z, words.w)
  }
}
