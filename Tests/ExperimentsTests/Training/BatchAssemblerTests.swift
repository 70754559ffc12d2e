import Datasets
import Experiments
import Networks
import Tensors
import Testing

@Suite struct BatchAssemblerTests {
  private static let changes = [
    "augmentation=[horizontal-flip: { probability: 0.5 }, rotation: { degrees: 30 }, gaussian-noise: { standard-deviation: 0.1 }]"
  ]

  private struct Batch: Equatable {
    var inputs: [Float]
    var classes: [UInt8]
    var values: [Float]
  }

  /// What a batch of training examples becomes.
  private func batch(_ set: [String], _ indices: [Int], epoch: Int = 1, evaluated: Bool = false) throws
    -> Batch
  {
    let trainer = try Trainer(TinyExperiment.configuration(set), data: TinyExperiment.data, on: Processor())
    let places = BatchPlaces(as: trainer.memory, trainer.graph)
    defer { places.deallocate() }
    let examples = TinyExperiment.data.training
    if evaluated {
      trainer.assembler.copy(examples, indices, into: places)
    } else {
      trainer.assembler.assemble(examples, indices, epoch: epoch, into: places)
    }
    return Batch(
      inputs: Array(UnsafeBufferPointer(start: places.inputs, count: indices.count * 16)),
      classes: Array(places.classes.prefix(indices.count)),
      values: Array(places.values.prefix(indices.count * 3)))
  }

  @Test func anExampleIsTheSameInAnyBatch() throws {
    for set in [Self.changes, Self.changes + ["mixup={ alpha: 0.4 }"]] {
      let together = try batch(set, [4, 9, 2])
      for (place, index) in [4, 9, 2].enumerated() {
        let alone = try batch(set, [index])
        #expect(alone.inputs == Array(together.inputs[place * 16..<(place + 1) * 16]))
        #expect(alone.values == Array(together.values[place * 3..<(place + 1) * 3]))
      }
      #expect(try batch(set, [4], epoch: 2).inputs != batch(set, [4]).inputs)
    }
  }

  @Test func examplesAreMeasuredAsTheyAre() throws {
    #expect(try batch(Self.changes, [4, 9], evaluated: true) == batch([], [4, 9]))
    let normalized = ["augmentation=[normalize: { mean: [0.5], standard-deviation: [0.5] }]"]
    #expect(try batch(normalized, [4, 9], evaluated: true) == batch(normalized, [4, 9]))
    #expect(try batch(normalized, [4]).inputs == batch([], [4]).inputs.map { ($0 - 0.5) / 0.5 })
  }

  @Test func mixupMixesClassesAsInputs() throws {
    let mixed = try batch(["mixup={ alpha: 1 }"], Array(0..<12))
    for row in 0..<12 {
      let q = mixed.values[row * 3..<row * 3 + 3]
      #expect(abs(q.reduce(0, +) - 1) < 1e-6)
      #expect(q[row * 3 + row % 3] > 0)
    }
    let plain = try batch([], Array(0..<12))
    #expect(mixed.inputs != plain.inputs)
    #expect(try batch(["mixup={ alpha: 1 }"], [0, 1], evaluated: true).values == [1, 0, 0, 0, 1, 0])
  }

  @Test func theLoaderGivesTheSameBatchesOneAhead() throws {
    let trainer = try Trainer(
      TinyExperiment.configuration(Self.changes), data: TinyExperiment.data, on: Processor())
    let examples = TinyExperiment.data.training
    let make = { @Sendable [assembler = trainer.assembler] (number: Int, places: BatchPlaces) in
      let indices = number * 16..<min(number * 16 + 16, 100)
      assembler.assemble(examples, indices, epoch: 1, into: places)
      return indices.count
    }
    let loader = BatchLoader(for: trainer.memory, trainer.graph, startingAt: 2, make)
    let places = BatchPlaces(trainer.memory, trainer.graph)
    for number in 2..<7 {
      loader.take(into: places, next: number < 6 ? number + 1 : nil)
      let expected = try batch(Self.changes, Array(number * 16..<min(number * 16 + 16, 100)))
      #expect(
        Array(UnsafeBufferPointer(start: places.inputs, count: expected.inputs.count)) == expected.inputs)
      #expect(Array(places.classes.prefix(expected.classes.count)) == expected.classes)
    }
  }
}
