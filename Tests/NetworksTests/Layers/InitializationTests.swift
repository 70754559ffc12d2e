import Networks
import Settings
import Tensors
import Testing

@Suite struct InitializationTests {
  /// Weight (300, 200) and bias of a layer that starts so.
  private func first(_ initialization: Initialization) throws -> (weight: [Double], bias: [Float]) {
    let graph = try Graph<Float>(
      input: [200], layer: Linear(outputs: 300, initialization: initialization))
    let memory = graph.memory(1, gradients: false, seed: 5)
    let values = graph.parameters.map { memory.values(of: $0, samples: 1) }
    return (values[0].map(Double.init), values[1])
  }

  private func deviation(_ x: [Double]) -> (mean: Double, deviation: Double) {
    let mean = x.reduce(0, +) / Double(x.count)
    return (mean, (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)).squareRoot())
  }

  @Test(
    arguments: [
      (.torch, 1 / 200.0.squareRoot()), (.kaimingUniform, (6 / 200.0).squareRoot()),
      (.xavierUniform, (6 / 500.0).squareRoot()), (.uniform(bound: 0.3), 0.3),
    ] as [(Initialization, Double)])
  func uniformNumbersFillTheirBounds(_ initialization: Initialization, _ bound: Double) throws {
    let weight = try first(initialization).weight
    let largest = weight.reduce(0) { max($0, abs($1)) }
    #expect(largest <= bound * (1 + 1e-7))
    #expect(largest > bound * 0.999)
    let (mean, deviation) = deviation(weight)
    #expect(abs(mean) < 0.02 * bound)
    #expect(abs(deviation / (bound / 3.0.squareRoot()) - 1) < 0.01)
  }

  @Test(
    arguments: [
      (.kaimingNormal, 0, (2 / 200.0).squareRoot()), (.xavierNormal, 0, (2 / 500.0).squareRoot()),
      (.normal(mean: 3, standardDeviation: 0.5), 3, 0.5),
    ] as [(Initialization, Double, Double)])
  func normalNumbersHaveTheirMoments(
    _ initialization: Initialization, _ mean: Double, _ spread: Double
  ) throws {
    let moments = deviation(try first(initialization).weight)
    #expect(abs(moments.mean - mean) < 0.02 * spread)
    #expect(abs(moments.deviation / spread - 1) < 0.01)
  }

  @Test func theBiasStartsAtZeroUnlessItIsTorchs() throws {
    #expect(try first(.torch).bias.contains { $0 != 0 })
    #expect(try first(.kaimingNormal).bias.allSatisfy { $0 == 0 })
    #expect(try first(.zeros).weight.allSatisfy { $0 == 0 })
  }

  @Test func fansOfAKernelCountItsElements() {
    #expect(
      Initialization.kaimingNormal.weight([8, 4, 3, 5])
        == .normal(mean: 0, standardDeviation: 2.0.squareRoot() / 60.0.squareRoot()))
    #expect(
      Initialization.xavierNormal.weight([8, 4, 3, 5])
        == .normal(mean: 0, standardDeviation: (2.0 / (60 + 120)).squareRoot()))
  }

  @Test(
    arguments: [
      ("kaiming-uniform", .kaimingUniform, #"{"kaiming-uniform":{}}"#),
      ("kaiming-normal", .kaimingNormal, #"{"kaiming-normal":{}}"#),
      ("xavier-uniform", .xavierUniform, #"{"xavier-uniform":{}}"#),
      ("xavier-normal: {}", .xavierNormal, #"{"xavier-normal":{}}"#),
      ("zeros", .zeros, #"{"zeros":{}}"#),
      ("uniform: { bound: 0.5 }", .uniform(bound: 0.5), #"{"uniform":{"bound":0.5}}"#),
      (
        "normal: { mean: 1, standard-deviation: 2 }", .normal(mean: 1, standardDeviation: 2),
        #"{"normal":{"mean":1,"standard-deviation":2}}"#
      ),
      (
        "normal: { standard-deviation: 2 }", .normal(mean: 0, standardDeviation: 2),
        #"{"normal":{"standard-deviation":2}}"#
      ),
    ] as [(String, Initialization, String)])
  func aLayerNamesIt(_ text: String, _ expected: Initialization, _ canonical: String) throws {
    let layer = Linear(outputs: 3, initialization: try read(Initialization.self, text))
    #expect(layer == Linear(outputs: 3, initialization: expected))
    #expect(try written(layer) == #"{"initialization":\#(canonical),"outputs":3}"#)
    #expect(try read(Linear.self, written(layer)) == layer)
    #expect(try read(Linear.self, canonicalJSON(layer)) == layer)
  }

  @Test func theDefaultIsNotWritten() throws {
    let layer = try read(Linear.self, "{ outputs: 3, initialization: torch }")
    #expect(try written(layer) == #"{"outputs":3}"#)
  }

  @Test(arguments: [
    ("normal", "'standard-deviation' of 'normal' is missing"),
    ("glorot", "no initialization is called 'glorot'"),
    ("kaiming-unifrom", "did you mean 'kaiming-uniform'?"),
    ("uniform: {}", "'bound' of 'uniform' is missing"), ("uniform: { bound: 0 }", "must be positive"),
    ("uniform: { bound: 3.5e38 }", "must be positive, as a Float too, and at most 1.7e38"),
    ("uniform: { bound: 1.8e38 }", "must be positive, as a Float too, and at most 1.7e38"),
    ("uniform: { bound: 1e-50 }", "must be positive, as a Float too, and at most 1.7e38"),
    ("normal: { mean: 1e39, standard-deviation: 1 }", "must be finite, as a Float too"),
    ("normal: { standard-deviation: -1 }", "must be positive"), ("zeros: { mean: 1 }", "unknown key 'mean'"),
    ("{ zeros: {}, torch: {} }", "zeros, torch given"),
  ])
  func impossibleOnesAreRefused(_ text: String, _ reason: String) {
    #expect(problem(Initialization.self, text).contains(reason), "\(problem(Initialization.self, text))")
  }
}
