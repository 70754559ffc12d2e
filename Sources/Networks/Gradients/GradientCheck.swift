import Tensors

/// Compares the gradients that a network computes with differences of its values, in Double.
///
/// The difference is the fourth-order central one with a step h that is a power of two, so that x ± h are
/// exact: f′(x) ≈ (8 (f(x+h) − f(x−h)) − (f(x+2h) − f(x−2h))) / 12h, with an error of h⁴ f⁽⁵⁾ / 30.
/// h is 2⁻¹⁰ times the smallest power of two that is at least |x| and at least 1/16. Points within four steps
/// of a kink (ReLU at 0) have no derivative to compare with and are left out, which is counted.
///
/// The error of an element is |computed − difference| relative to the largest element of its array's
/// gradient or difference: against the rounding of a difference, an element that is far smaller than its
/// neighbors has no digits of its own.
public struct GradientCheck {
  /// How one network fared.
  public struct Result: Sendable {
    /// The largest error of all elements.
    public let worstError: Double
    /// The array in which it is, and the element's index.
    public let worstAt: String
    /// Elements that were compared.
    public let compared: Int
    /// Elements that were left out, since a kink is near.
    public let nearKink: Int

    /// Whether something was compared and every error is at most `GradientCheck.tolerance`.
    public var passes: Bool { compared > 0 && worstError <= GradientCheck.tolerance }
  }

  /// The largest error that passes.
  public static let tolerance = 1e-8

  private let graph: Graph<Double>
  private let loss: (any LossOp<Double>)?
  private let penalties: [Penalty]
  private let memory: Memory<Double>
  private let pass: Pass
  /// The objective's weights of the outputs, where there is no loss.
  private let weights: [Double]

  /// Checks every parameter and the input of a layer applied to random samples.
  ///
  /// - Parameters:
  ///   - layer: What is checked.
  ///   - input: One sample's shape.
  ///   - loss: The objective; without one a sum of all outputs with random weights.
  ///   - targets: What the loss compares the outputs with; values are uniform in 0..<1.
  ///   - penalties: Terms of the objective that depend on the parameters alone.
  ///   - range: The samples' numbers are uniform in it.
  ///   - samples: The batch's size.
  ///   - seed: Of the samples, the parameters, the weights, the targets and what layers draw in training.
  /// - Throws: `GraphError` when the layer does not fit the input.
  public static func run(
    _ layer: some Layer, input: Shape, loss: (any Loss)? = nil, targets: TargetKind = .classes,
    penalties: [Penalty] = [], range: Range<Double> = -1..<1, samples: Int = 3, seed: UInt64 = 1,
    on processor: Processor
  ) throws -> Result {
    let graph = try Graph<Double>(input: input, layer: layer, differentiatesInput: true)
    return try GradientCheck(
      graph, loss: loss?.record(on: graph, targets: targets), penalties: penalties, range: range,
      samples: samples, seed: seed, on: processor
    ).run()
  }

  private init(
    _ graph: Graph<Double>, loss: (any LossOp<Double>)?, penalties: [Penalty], range: Range<Double>,
    samples: Int, seed: UInt64, on processor: Processor
  ) throws {
    self.graph = graph
    self.loss = loss
    self.penalties = penalties
    memory = Memory(graph, capacity: samples, gradients: true)
    var source = PhiloxSource(seed: seed)
    // Philox's numbers depend on the step alone, so every forward draws the same.
    pass = Pass(.training, count: samples, random: SharedRandomSource(source), on: processor)
    graph.initialize(memory, from: &source)
    func uniform(_ name: String, _ count: Int, in range: Range<Double> = -1..<1) -> [Double] {
      let stream = source.stream(.dataGeneration, site: RandomSite(path: name))
      return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
        stream.fillUniform(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), in: range)
        initialized = count
      }
    }
    weights = uniform("weights", graph.output.shape.count * samples)
    let inputs = uniform("input", graph.input.shape.count * samples, in: range)
    memory.pointer(to: graph.input).update(from: inputs, count: inputs.count)
    let targets = uniform("targets", samples)
    for (index, target) in targets.enumerated() {
      memory.targets[index] = UInt8((target + 1) / 2 * Double(graph.output.shape.count))
    }
    let values = uniform("target values", memory.targetValues.count, in: 0..<1)
    _ = memory.targetValues.update(fromContentsOf: values)
  }

  private func run() -> Result {
    computeGradients()
    var worst = (error: 0.0, at: "–")
    var compared = 0, nearKink = 0
    for slot in graph.parameters + [graph.input] {
      let count = memory.count(of: slot, samples: pass.count)
      let computed = Array(UnsafeBufferPointer(start: memory.gradientPointer(to: slot), count: count))
      let differences = (0..<count).map { difference(at: memory.pointer(to: slot) + $0) }
      let scale = zip(computed, differences).reduce(0) { largest, pair in
        max(largest, abs(pair.0), abs(pair.1 ?? 0))
      }
      for (index, pair) in zip(computed, differences).enumerated() {
        guard let difference = pair.1 else {
          nearKink += 1
          continue
        }
        compared += 1
        // Equal zeros have no error; a NaN is the worst there is.
        let distance = abs(pair.0 - difference)
        let error = distance == 0 ? 0 : distance / scale
        if !(error <= worst.error) { worst = (error.isNaN ? .infinity : error, "\(slot.path)[\(index)]") }
      }
    }
    return Result(worstError: worst.error, worstAt: worst.at, compared: compared, nearKink: nearKink)
  }

  private func computeGradients() {
    _ = objective()
    if let loss {
      loss.backward(memory, pass)
    } else {
      memory.gradientPointer(to: graph.output).update(from: weights, count: weights.count)
    }
    graph.backward(memory, pass)
    for penalty in penalties { penalty.apply(graph, memory, on: pass.processor) }
  }

  /// The objective at the present values, and on which side of every kink they are.
  private func objective() -> (value: Double, kinks: KinkSignature) {
    graph.forward(memory, pass)
    var kinks = graph.kinkSignature(memory, pass)
    var value = 0.0
    if let loss {
      loss.forward(memory, pass)
      value = loss.mean(memory, pass)
    } else {
      let outputs = memory.pointer(to: graph.output)
      value = weights.indices.reduce(0) { $0 + weights[$1] * outputs[$1] }
    }
    for penalty in penalties {
      value += penalty.value(graph, memory, on: pass.processor)
      penalty.addKinks(graph, memory, to: &kinks)
    }
    return (value, kinks)
  }

  /// The derivative along one value, or `nil` if a kink is within four steps.
  private func difference(at place: UnsafeMutablePointer<Double>) -> Double? {
    let x = place.pointee
    defer { place.pointee = x }
    var scale = 0x1p-4
    while scale < abs(x) { scale *= 2 }
    let h = scale * 0x1p-10
    let kinks = objective().kinks
    var values: [Double] = []
    for multiple in [-4.0, -2, -1, 1, 2, 4] {
      place.pointee = x + multiple * h
      let (value, signature) = objective()
      guard signature == kinks else { return nil }
      values.append(value)
    }
    return (8 * (values[3] - values[2]) - (values[4] - values[1])) / (12 * h)
  }
}

// MARK: - Cases

/// What a gradient check is run for: every layer, loss and penalty brings its cases.
package protocol GradientChecked {
  /// The networks that are checked; at least one.
  static var gradientChecks: [GradientCheck.Case] { get }
}

extension GradientCheck {
  /// The cases of every layer, loss and penalty, in the order of their lists.
  package static let cases: [Case] =
    Layers.list.flatMap { $0.gradientChecks } + Losses.list.flatMap { $0.gradientChecks }
    + Penalty.gradientChecks

  /// A network whose gradients are checked, under a name.
  package struct Case: Sendable {
    /// What tables and failures call the network.
    package let name: String
    private let check: @Sendable (Processor) throws -> Result

    /// A case; the parameters are those of `GradientCheck.run`.
    init(
      _ name: String, _ layer: some Layer, input: Shape, loss: (any Loss)? = nil,
      targets: TargetKind = .classes, penalties: [Penalty] = [], range: Range<Double> = -1..<1
    ) {
      self.name = name
      check = {
        try GradientCheck.run(
          layer, input: input, loss: loss, targets: targets, penalties: penalties, range: range, on: $0)
      }
    }

    /// Compares every gradient of the network with differences, as `GradientCheck.run` does.
    package func run(on processor: Processor) throws -> Result { try check(processor) }
  }
}
