import Networks
import Tensors

/// About how long a run takes on one core: what comes first, and how much is left, are decided by it. It has no influence
/// on results.
///
/// The constants are those of one machine in 2026; only ratios between runs matter.
struct CostEstimate {
  /// In seconds.
  let seconds: Double

  /// Operations a second of full layers and of convolutions, bytes a second that an optimizer moves, and what a step and
  /// an epoch cost besides.
  private static let flops = 4e10, convolutionFlops = 1.2e11, bandwidth = 1e10, step = 2e-5, epoch = 1.5e-2

  /// The estimate for a whole run; a network that cannot be wired costs nothing, since it fails at once.
  init(of run: ExperimentRun) {
    guard let configuration = run.configuration as? ExperimentConfiguration, let data = run.data,
      let graph = try? Graph<Float>(
        input: configuration.dataset.inputShape(of: data.training), layer: configuration.network)
    else {
      seconds = 0.1
      return
    }
    let parameters = Double(graph.parameters.reduce(0) { $0 + $1.shape.count })
    let examples = Double(data.training.count)
    let measured = Double(data.parts.reduce(0) { $0 + ($1.part == .test ? 0 : $1.examples.count) })
    // A parameter is used once for each pixel of what its layer gives; a multiply-add is two operations.
    let outputs = Dictionary(uniqueKeysWithValues: graph.activations.map { ($0.path, $0.shape) })
    let forward = graph.parameters.reduce(0) { seconds, slot in
      let layer = slot.path.prefix(upTo: slot.path.lastIndex(of: "/") ?? slot.path.startIndex)
      let uses = (outputs[String(layer)]?.count ?? 1) / max(slot.shape.dimensions.first ?? 1, 1)
      return seconds + 2 * Double(slot.shape.count * max(uses, 1))
        / (uses > 1 ? Self.convolutionFlops : Self.flops)
    }
    // Forward and backward are three times the forward, a step of an attack is two times.
    let passes = configuration.adversarial.map { 6 + 2 * Double($0.steps) } ?? 3
    let steps = (examples / Double(configuration.batchSize)).rounded(.up)
    let perStep = Self.step * (1 + Double(graph.activations.count) / 10) + parameters * 32 / Self.bandwidth
    let perEpoch =
      (passes * examples + measured) * forward + steps * perStep + Self.epoch
      + parameters * 16 / Self.bandwidth * 20
    seconds = perEpoch * Double(configuration.epochs)
  }
}
