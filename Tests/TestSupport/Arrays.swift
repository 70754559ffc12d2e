import Tensors

/// Arrays for tests, the same in every run.
public enum Arrays {
  /// None, one, and counts around and between the widths of vectors and the parts of threads.
  public static let counts = [0, 1, 7, 16, 33, 1000, 20_011]

  /// Uniform in −1..<1 behind a NaN, infinities, zeros, ones and subnormals, by seed.
  public static func special<S: Scalar>(_ count: Int, seed: Int) -> [S] {
    let special: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, 0x1p-149, -0x1p-149]
    return special.prefix(count).map { S($0) } + uniform(count, seed: seed).dropFirst(special.count)
  }

  /// Uniform in −1..<1, by seed.
  public static func uniform<S: Scalar>(_ count: Int, seed: Int) -> [S] {
    let stream = PhiloxSource(seed: UInt64(seed)).stream(.dataGeneration)
    return (0..<count).map { S(Double(stream.word($0)) * 0x1p-31 - 1) }
  }

  /// Whole numbers in −range...range, by seed: sums of their products are exact in any order.
  public static func integers<S: Scalar>(_ count: Int, range: Int, seed: Int) -> [S] {
    let stream = PhiloxSource(seed: UInt64(seed)).stream(.dataGeneration)
    return (0..<count).map { S(Int(stream.word($0) % UInt32(2 * range + 1)) - range) }
  }
}

extension Processor {
  /// One of every instruction set that this machine has, and one with three threads: what must not change a bit.
  public static let kinds =
    InstructionSet.available.map { try! Processor(instructionSet: $0) } + [try! Processor(threads: 3)]
}

/// `count` values written by `fill`.
public func filled<Value>(
  _ count: Int, with placeholder: Value, _ fill: (UnsafeMutableBufferPointer<Value>) -> Void
) -> [Value] {
  var values = [Value](repeating: placeholder, count: count)
  values.withUnsafeMutableBufferPointer { fill($0) }
  return values
}

/// `count` numbers written by `compute`.
public func written<S: Scalar>(_ count: Int, _ compute: (UnsafeMutablePointer<S>) -> Void) -> [S] {
  // A pointer is asked for even where there are no elements.
  Array(filled(max(count, 1), with: S(9)) { compute($0.baseAddress!) }.prefix(count))
}

/// `count` values drawn from a source of random numbers by `draw`.
public func drawn<Value>(
  _ count: Int, over placeholder: Value, _ draw: (inout MutableSpan<Value>) -> Void
) -> [Value] {
  var values = [Value](repeating: placeholder, count: count)
  var span = values.mutableSpan
  draw(&span)
  return values
}

/// The first place where two arrays differ in a bit, in words; `nil` if they are equal bit for bit.
///
/// NaNs are equal to each other, whatever their bits: those are outside the contract.
public func mismatch<T: BinaryFloatingPoint>(_ a: [T], _ b: [T]) -> String? {
  if a.count != b.count { return "\(a.count) elements and \(b.count)" }
  for (index, (x, y)) in zip(a, b).enumerated() {
    let equal = x.isNaN ? y.isNaN : (x == y && x.sign == y.sign)
    if !equal { return "element \(index): \(x) and \(y)" }
  }
  return nil
}
