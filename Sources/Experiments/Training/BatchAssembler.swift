import Datasets
import Dispatch
import Networks
import Tensors

/// Where a batch is written: inputs, classes and target values of as many examples as a memory has room for.
package struct BatchPlaces: @unchecked Sendable {
  /// (examples, input's shape…).
  package let inputs: UnsafeMutablePointer<Float>
  /// A class an example.
  package let classes: UnsafeMutableBufferPointer<UInt8>
  /// (examples, outputs).
  package let values: UnsafeMutableBufferPointer<Float>

  /// A memory's own places.
  package init(_ memory: Memory<Float>, _ graph: Graph<Float>) {
    inputs = memory.pointer(to: graph.input)
    classes = memory.targets
    values = memory.targetValues
  }

  /// Places of their own, as large as others; to be deallocated.
  package init(as memory: Memory<Float>, _ graph: Graph<Float>) {
    inputs = UnsafeMutableBufferPointer.zeros(memory.capacity * graph.input.shape.count).baseAddress!
    classes = .zeros(memory.targets.count)
    values = .zeros(memory.targetValues.count)
  }

  /// Gives places of their own back.
  package func deallocate() {
    inputs.deallocate()
    classes.deallocate()
    values.deallocate()
  }

  /// Copies the first `count` examples.
  func copy(_ count: Int, from other: BatchPlaces, inputSize: Int, outputSize: Int) {
    inputs.update(from: other.inputs, count: count * inputSize)
    classes.baseAddress!.update(from: other.classes.baseAddress!, count: count)
    values.baseAddress!.update(from: other.values.baseAddress!, count: count * outputSize)
  }
}

/// Makes batches: examples as numbers, changed as the configuration says.
///
/// What becomes of an example is a pure function of the seed, the epoch and its number in its data set, so neither the
/// batch nor the thread matters.
package final class BatchAssembler: @unchecked Sendable {
  private let augmentation: Augmentation
  private let mixup: Mixup?
  private let seed: UInt64
  private let outputSize: Int
  private let processor: Processor

  /// What makes batches of a configuration's training examples.
  ///
  /// - Throws: `DatasetError.unfit` where the augmentation or mixup does not fit the examples.
  init(_ configuration: ExperimentConfiguration, _ examples: Examples, outputs: Int, on processor: Processor)
    throws
  {
    augmentation = configuration.augmentation
    mixup = configuration.mixup
    seed = configuration.seed
    outputSize = outputs
    self.processor = processor
    try augmentation.check(examples)
    if configuration.adversarial != nil, !examples.areInUnitRange {
      throw RunError.unfitData(
        "attacks move inputs within 0…1: bytes with the data set's 'divisor' at 255 are needed")
    }
    if configuration.trainingAccuracy == .running, examples.classNames == nil {
      throw RunError.unfitData(
        "a running training accuracy needs classes, and the targets of these data are values")
    }
    if mixup != nil, examples.classNames == nil {
      throw RunError.unfitData("mixup mixes classes, and the targets of these data are values")
    }
  }

  /// Whether examples change from epoch to epoch, so that to make them takes time.
  static func changesExamples(_ configuration: ExperimentConfiguration) -> Bool {
    !configuration.augmentation.isEmpty || configuration.mixup != nil
  }

  /// What a loss has as targets: with mixup the probabilities of classes, which are values.
  func targetKind(_ examples: Examples) -> TargetKind {
    examples.classNames == nil || mixup != nil ? .values : .classes
  }

  /// Writes examples as an epoch of training sees them.
  package func assemble(
    _ examples: Examples, _ indices: some Collection<Int>, epoch: Int, into places: BatchPlaces
  ) {
    examples.copy(indices, to: places.inputs, classes: places.classes, values: places.values, on: processor)
    apply(augmentation, to: places.inputs, examples, indices, epoch: epoch)
    guard let mixup else { return }
    fillProbabilities(indices.count, places)
    mix(mixup, examples, indices, epoch: epoch, places)
  }

  /// `Mixup.mix` of inputs and of probabilities with those of the partner, which is as this epoch sees it too.
  private func mix(
    _ mixup: Mixup, _ examples: Examples, _ indices: some Collection<Int>, epoch: Int, _ places: BatchPlaces
  ) {
    let size = examples.shape.count
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size) { partner in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { partnerClass in
        for (row, index) in indices.enumerated() {
          let (other, weight) = mixup.draw(
            seed: seed, epoch: epoch, index: examples.storedIndex(index), count: examples.count)
          // Examples with classes write no values.
          examples.copy(
            CollectionOfOne(other), to: partner.baseAddress!, classes: partnerClass, values: places.values,
            on: processor)
          apply(augmentation, to: partner.baseAddress!, examples, CollectionOfOne(other), epoch: epoch)
          Mixup.mix(places.inputs + row * size, with: partner.baseAddress!, weight: weight, count: size)
          let q = places.values.baseAddress! + row * outputSize
          for i in 0..<outputSize { q[i] = weight * q[i] }
          q[Int(partnerClass[0])] += 1 - weight
        }
      }
    }
  }

  /// Writes examples as they are measured: only what is not random becomes of them.
  package func copy(_ examples: Examples, _ indices: some Collection<Int>, into places: BatchPlaces) {
    examples.copy(indices, to: places.inputs, classes: places.classes, values: places.values, on: processor)
    apply(augmentation.inEvaluation, to: places.inputs, examples, indices, epoch: 0)
    if mixup != nil { fillProbabilities(indices.count, places) }
  }

  /// Changes inputs that lie one behind the other.
  private func apply(
    _ augmentation: Augmentation, to inputs: UnsafeMutablePointer<Float>, _ examples: Examples,
    _ indices: some Collection<Int>, epoch: Int
  ) {
    guard !augmentation.isEmpty else { return }
    let size = examples.shape.count
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size) { scratch in
      for (row, index) in indices.enumerated() {
        augmentation.apply(
          to: inputs + row * size, scratch: scratch.baseAddress!, shape: examples.shape,
          stream: Augmentation.stream(seed: seed, epoch: epoch, index: examples.storedIndex(index)))
      }
    }
  }

  /// 1 at each example's class, 0 elsewhere.
  private func fillProbabilities(_ count: Int, _ places: BatchPlaces) {
    for row in 0..<count {
      for output in 0..<outputSize {
        places.values[row * outputSize + output] = output == Int(places.classes[row]) ? 1 : 0
      }
    }
  }
}

/// The batches of an epoch in order, each made one ahead on a thread of its own.
package final class BatchLoader {
  private let staging: BatchPlaces
  private let queue = DispatchQueue(label: "batches")
  private let inputSize: Int
  private let outputSize: Int
  private let make: @Sendable (_ batch: Int, _ places: BatchPlaces) -> Int
  private let made = Made()

  /// How many examples the last batch that was made has; written on the queue, read behind it.
  private final class Made: @unchecked Sendable { var count = 0 }

  /// Starts with a batch.
  ///
  /// - Parameter make: Makes a batch by its number and gives how many examples it has.
  package init(
    for memory: Memory<Float>, _ graph: Graph<Float>, startingAt batch: Int,
    _ make: @escaping @Sendable (_ batch: Int, _ places: BatchPlaces) -> Int
  ) {
    staging = BatchPlaces(as: memory, graph)
    (inputSize, outputSize) = (graph.input.shape.count, graph.output.shape.count)
    self.make = make
    begin(batch)
  }

  deinit {
    queue.sync {}
    staging.deallocate()
  }

  private func begin(_ batch: Int) {
    queue.async { [made, make, staging] in
      Processor.requireIEEE()
      made.count = make(batch, staging)
    }
  }

  /// Hands out the batch that was begun, and begins another one if there is one.
  package func take(into places: BatchPlaces, next: Int?) {
    queue.sync {}
    places.copy(made.count, from: staging, inputSize: inputSize, outputSize: outputSize)
    if let next { begin(next) }
  }
}
