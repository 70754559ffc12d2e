import Synchronization
import Tensors

/// Examples that a network learns from or is measured on: inputs, targets and a digest.
///
/// Nothing here knows what an example is. Inputs are bytes with the numbers they stand for (images), or Floats;
/// targets are classes or values.
public struct Examples: Sendable {
  /// What a network's outputs are compared with.
  public enum Targets: Sendable {
    /// A class for each example, below the number of names.
    case classes([UInt8], names: [String])
    /// Numbers for each example, `shape.count` of them, row-major.
    case values([Float], shape: Shape)
  }

  enum Inputs: Sendable {
    /// Each byte stands for one of 256 numbers.
    case bytes(Bytes, numbers: [Float])
    case floats([Float])
  }

  /// One example's input, such as (1, 28, 28) for a gray image: channels, rows, columns.
  public let shape: Shape

  let inputs: Inputs
  /// The targets of all stored examples, of which `rows` chooses.
  private let storedTargets: Targets
  private let rows: Rows
  private let computed = ComputedDigest()

  /// A digest that is computed when it is first asked for.
  private final class ComputedDigest: Sendable {
    let value = Mutex<Digest?>(nil)
  }

  /// Which of the stored examples these are, in order.
  private enum Rows: Sendable {
    case range(Range<Int>)
    case list([Int])

    var count: Int {
      switch self {
      case .range(let range): range.count
      case .list(let list): list.count
      }
    }

    subscript(index: Int) -> Int {
      switch self {
      case .range(let range): range.lowerBound + index
      case .list(let list): list[index]
      }
    }
  }

  // MARK: Making

  /// Examples whose inputs are bytes, each of which stands for itself until ``dividing(by:)`` says otherwise.
  ///
  /// - Parameters:
  ///   - inputs: one example after the other, each `shape.count` bytes.
  ///   - shape: one example's shape, not empty.
  ///   - name: what an error calls them.
  /// - Throws: `DatasetError.damaged` when numbers of inputs and targets do not fit, or a class has no name.
  public init(inputs: Bytes, shape: Shape, targets: Targets, name: String) throws {
    try self.init(
      .bytes(inputs, numbers: (0...255).map { Float($0) }), inputCount: inputs.count, shape, targets, name)
  }

  /// Examples whose inputs are Floats: (examples, …).
  ///
  /// - Throws: `DatasetError.damaged` as the other; also when the tensor is not of Floats.
  public init(inputs: Tensor, targets: Targets, name: String) throws {
    guard let floats = inputs.floats, inputs.shape.dimensions.count >= 1 else {
      throw DatasetError.damaged(
        file: name, reason: "inputs are \(inputs.elementType) of shape \(inputs.shape), not rows of Floats")
    }
    try self.init(
      .floats(floats), inputCount: floats.count, Shape(Array(inputs.shape.dimensions.dropFirst())), targets,
      name)
  }

  private init(_ inputs: Inputs, inputCount: Int, _ shape: Shape, _ targets: Targets, _ name: String) throws {
    let count: Int
    switch targets {
    case .classes(let classes, let names):
      count = classes.count
      if let index = classes.firstIndex(where: { $0 >= names.count }) {
        throw DatasetError.damaged(
          file: name, reason: "example \(index) is of class \(classes[index]), and there are \(names.count)")
      }
    case .values(let values, let shape):
      guard let size = shape.possibleCount, size > 0, values.count % size == 0 else {
        throw DatasetError.damaged(
          file: name, reason: "\(values.count) target values are not rows of shape \(shape)")
      }
      count = values.count / size
    }
    guard let size = shape.possibleCount, size > 0, inputCount % size == 0, inputCount / size == count else {
      throw DatasetError.damaged(
        file: name,
        reason:
          "\(inputCount) input values do not make \(count) examples of shape \(shape), one for each target")
    }
    self.init(inputs, shape, targets, .range(0..<count))
  }

  private init(_ inputs: Inputs, _ shape: Shape, _ targets: Targets, _ rows: Rows) {
    self.inputs = inputs
    self.shape = shape
    self.rows = rows
    storedTargets = targets
  }

  // MARK: Parts

  /// The number of examples.
  public var count: Int { rows.count }

  /// The examples at given indices, in that order.
  ///
  /// - Precondition: every index is below `count`.
  public func selecting(_ indices: [Int]) -> Examples {
    Examples(inputs, shape, storedTargets, .list(indices.map { rows[$0] }))
  }

  /// The examples from one index to another.
  ///
  /// - Precondition: the range lies in 0..<count.
  public func selecting(_ range: Range<Int>) -> Examples {
    precondition(range.clamped(to: 0..<count) == range, "examples \(range) of \(count)")
    switch rows {
    case .range(let all):
      return Examples(
        inputs, shape, storedTargets,
        .range(all.lowerBound + range.lowerBound..<all.lowerBound + range.upperBound))
    case .list(let all): return Examples(inputs, shape, storedTargets, .list(Array(all[range])))
    }
  }

  /// The first examples, all if there are not more than `limit`.
  public func prefix(_ limit: Int) -> Examples { limit < count ? selecting(0..<limit) : self }

  /// The same examples, each byte standing for byte / divisor, one division in Float; inputs that are Floats stay.
  public func dividing(by divisor: Double) -> Examples {
    guard case .bytes(let bytes, _) = inputs else { return self }
    return Examples(
      .bytes(bytes, numbers: (0...255).map { Float($0) / Float(divisor) }), shape, storedTargets, rows)
  }

  // MARK: Looking

  /// The bytes that the examples take: inputs, targets, and a number for each if they are no stretch of the data set.
  package var byteCount: Int {
    let input = shape.count * (inputsAreBytes ? 1 : MemoryLayout<Float>.size)
    let target = targetShape.map { $0.count * MemoryLayout<Float>.size } ?? 1
    let number = if case .list = rows { MemoryLayout<Int>.size } else { 0 }
    return count * (input + target + number)
  }

  /// An example's number in the data set that these were selected from, the same in every selection.
  ///
  /// - Precondition: `index` is below `count`.
  package func storedIndex(_ index: Int) -> Int { rows[index] }

  /// The targets, one for each example.
  public var targets: Targets {
    switch storedTargets {
    case .classes(let classes, let names): .classes((0..<count).map { classes[rows[$0]] }, names: names)
    case .values(let values, let shape):
      .values(
        (0..<count).flatMap { values[rows[$0] * shape.count..<(rows[$0] + 1) * shape.count] }, shape: shape)
    }
  }

  /// The classes' names, by index; `nil` where targets are values.
  public var classNames: [String]? { if case .classes(_, let names) = storedTargets { names } else { nil } }

  /// The name of each example's class; `nil` where targets are values.
  package var labels: [String]? {
    if case .classes(let classes, let names) = targets { classes.map { names[Int($0)] } } else { nil }
  }

  /// The shape of one example's target values; `nil` where targets are classes.
  public var targetShape: Shape? { if case .values(_, let shape) = storedTargets { shape } else { nil } }

  /// Whether inputs are bytes that stand for numbers.
  public var inputsAreBytes: Bool { if case .bytes = inputs { true } else { false } }

  /// Whether inputs are bytes that stand for numbers in 0…1.
  package var areInUnitRange: Bool {
    if case .bytes(_, let numbers) = inputs { numbers.allSatisfy { (0...1).contains($0) } } else { false }
  }

  /// Some of the inputs as numbers, as a network takes them, (indices, shape…).
  package func numberTensor(_ indices: some Collection<Int>) -> Tensor {
    let stored = inputTensor(indices)
    guard case .bytes(_, let numbers) = inputs, let bytes = stored.bytes else { return stored }
    return Tensor(bytes.map { numbers[Int($0)] }, shape: stored.shape)
  }

  /// Some of the inputs as they are stored, (indices, shape…): bytes or Floats.
  public func inputTensor(_ indices: some Collection<Int>) -> Tensor {
    let size = shape.count
    let shape = Shape([indices.count] + shape.dimensions)
    switch inputs {
    case .bytes(let bytes, _):
      return Tensor(indices.flatMap { bytes[rows[$0] * size..<(rows[$0] + 1) * size] }, shape: shape)
    case .floats(let floats):
      return Tensor(indices.flatMap { floats[rows[$0] * size..<(rows[$0] + 1) * size] }, shape: shape)
    }
  }

  /// Writes examples as a network takes them, in the order given: their inputs as numbers, (indices, shape…), and
  /// their classes or values, whichever they have.
  package func copy(
    _ indices: some Collection<Int>, to input: UnsafeMutablePointer<Float>,
    classes: UnsafeMutableBufferPointer<UInt8>, values: UnsafeMutableBufferPointer<Float>,
    on processor: Processor
  ) {
    let size = shape.count
    switch inputs {
    case .bytes(let bytes, let numbers):
      bytes.withUnsafeBytes { bytes in
        let bytes = bytes.assumingMemoryBound(to: UInt8.self).baseAddress!
        numbers.withUnsafeBufferPointer { numbers in
          for (row, index) in indices.enumerated() {
            processor.lookUp(
              bytes + rows[index] * size, in: numbers.baseAddress!, into: input + row * size, count: size)
          }
        }
      }
    case .floats(let floats):
      floats.withUnsafeBufferPointer { floats in
        for (row, index) in indices.enumerated() {
          (input + row * size).update(from: floats.baseAddress! + rows[index] * size, count: size)
        }
      }
    }
    switch storedTargets {
    case .classes(let stored, _):
      for (row, index) in indices.enumerated() { classes[row] = stored[rows[index]] }
    case .values(let stored, let shape):
      stored.withUnsafeBufferPointer { stored in
        for (row, index) in indices.enumerated() {
          (values.baseAddress! + row * shape.count).update(
            from: stored.baseAddress! + rows[index] * shape.count, count: shape.count)
        }
      }
    }
  }

  // MARK: Digest

  /// SHA-256 of all that a result can depend on: of the inputs as a plain IDX file, of the targets as one, of the
  /// 256 numbers that bytes stand for as one, and of the classes' names, each followed by a line feed.
  ///
  /// IDX is the format of MNIST's files (see `IDXFile`): dimensions (examples, shape…); Floats are elements of its type
  /// 13, big-endian. Inputs that are Floats have no table of numbers, targets that are values no names.
  public var digest: Digest {
    computed.value.withLock { digest in
      if let digest { return digest }
      let new = computedDigest()
      digest = new
      return new
    }
  }

  private func computedDigest() -> Digest {
    var hasher = Digest.Hasher()
    func header(_ type: UInt8, _ dimensions: [Int], _ hasher: inout Digest.Hasher) {
      IDXFile.header(type: type, dimensions: dimensions).withUnsafeBytes { hasher.update($0) }
    }
    func update(_ floats: some Collection<Float>, _ hasher: inout Digest.Hasher) {
      floats.map { ($0.isNaN ? .nan : $0).bitPattern.bigEndian }.withUnsafeBytes { hasher.update($0) }
    }
    func places(_ row: Int, _ size: Int) -> Range<Int> { rows[row] * size..<(rows[row] + 1) * size }
    let size = shape.count
    let dimensions = [count] + shape.dimensions
    switch inputs {
    case .bytes(let bytes, _):
      header(8, dimensions, &hasher)
      bytes.withUnsafeBytes { bytes in
        if case .range(let range) = rows {
          let all = range.lowerBound * size..<range.upperBound * size
          hasher.update(UnsafeRawBufferPointer(rebasing: bytes[all]))
        } else {
          for row in 0..<count { hasher.update(UnsafeRawBufferPointer(rebasing: bytes[places(row, size)])) }
        }
      }
    case .floats(let floats):
      header(13, dimensions, &hasher)
      for row in 0..<count { update(floats[places(row, size)], &hasher) }
    }
    switch storedTargets {
    case .classes(let classes, _):
      header(8, [count], &hasher)
      (0..<count).map { classes[rows[$0]] }.withUnsafeBytes { hasher.update($0) }
    case .values(let values, let shape):
      header(13, [count] + shape.dimensions, &hasher)
      for row in 0..<count { update(values[places(row, shape.count)], &hasher) }
    }
    if case .bytes(_, let numbers) = inputs {
      header(13, [256], &hasher)
      update(numbers, &hasher)
    }
    for name in classNames ?? [] { hasher.update(name + "\n") }
    return hasher.finalize()
  }
}
