import Settings
import Tensors

/// Projected gradient descent: inputs that a network takes for something else, within ε of the true ones in each
/// element and in 0…1 (Madry et al. 2018, arXiv:1706.06083; torchattacks' `PGD`).
public struct ProjectedGradientDescent: Codable, Sendable, Equatable {
  /// The farthest that an element may move.
  public let epsilon: Double
  /// How far an element moves in one step.
  public let stepSize: Double
  /// The number of steps.
  public let steps: Int
  /// Whether the first step starts at a random place within ε; otherwise at the input.
  public let randomStart: Bool

  /// An attack; the defaults are those of document 004.
  public init(
    epsilon: Double = 0.3, stepSize: Double = 0.01, steps: Int = 40, randomStart: Bool = true
  ) {
    self.epsilon = epsilon
    self.stepSize = stepSize
    self.steps = steps
    self.randomStart = randomStart
  }

  /// Reads `epsilon` (above 0, at most 1), `step-size` (above 0, at most 1), `steps` (1 to 1000), `random-start`.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    let standard = ProjectedGradientDescent()
    let distance = Rule<Double>("above 0, as a Float too, and at most 1") { Float($0) > 0 && $0 <= 1 }
    epsilon = try options.value(.epsilon, default: standard.epsilon, distance)
    stepSize = try options.value(.stepSize, default: standard.stepSize, distance)
    steps = try options.value(.steps, default: standard.steps, .within(1...1000))
    randomStart = try options.value(.randomStart, default: standard.randomStart)
  }

  /// Replaces a memory's input by an attack on it.
  ///
  /// The loss is that of the memory's targets, the network in evaluation mode; its parameters and buffers stay as they
  /// are, their gradients too. With x the input and g the gradient of the mean loss by a: a = x, or with a random start
  /// a = min(max(x + u, 0), 1), u uniform in −ε ..< ε; then `steps` times `Processor.projectedStep`.
  ///
  /// - Parameters:
  ///   - graph: Recorded with `differentiatesInput`.
  ///   - loss: The loss behind the network.
  ///   - memory: Holds gradients, the input and the targets.
  ///   - clean: Room for the input of all samples; holds x afterwards.
  ///   - streams: A sample's random numbers: word i is that of its element i.
  package func attack(
    _ graph: Graph<Float>, _ loss: any LossOp<Float>, _ memory: Memory<Float>, count: Int,
    clean: UnsafeMutableBufferPointer<Float>, on processor: Processor,
    streams: (_ sample: Int) -> RandomStream
  ) {
    let size = graph.input.shape.count
    precondition(clean.count >= count * size, "room for the input of \(count) samples is needed")
    let x = clean.baseAddress!, input = memory.pointer(to: graph.input)
    x.update(from: input, count: count * size)
    if randomStart {
      let range = -Float(epsilon)..<Float(epsilon)
      for sample in 0..<count {
        let values = UnsafeMutableBufferPointer(start: input + sample * size, count: size)
        streams(sample).fillUniform(values, in: range)
        for i in 0..<size { values[i] = min(max(x[sample * size + i] + values[i], 0), 1) }
      }
    }
    var pass = Pass(.evaluation, count: count, on: processor)
    pass.gradients = .input
    for _ in 0..<steps {
      graph.forward(memory, pass)
      loss.forward(memory, pass)
      loss.backward(memory, pass)
      graph.backward(memory, pass)
      processor.projectedStep(
        input, from: x, gradient: memory.gradientPointer(to: graph.input), size: Float(stepSize),
        epsilon: Float(epsilon), count: count * size)
    }
  }
}
