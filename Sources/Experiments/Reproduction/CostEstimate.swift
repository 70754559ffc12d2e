import Networks
import Tensors

/// About how long a run takes on one core: what comes first, and how much is left, are decided by it. It has no influence
/// on results.
///
/// The constants are those of one machine in 2026; only ratios between runs matter.
struct CostEstimate {
  /// In seconds.
  let seconds: Double

  /// Multiply-adds a second, bytes a second that an optimizer moves, and what a step and an epoch cost besides.
  private static let flops = 4e10, bandwidth = 1e10, step = 2e-5, epoch = 1.5e-2

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
    let steps = (examples / Double(configuration.batchSize)).rounded(.up)
    let perStep = Self.step * (1 + Double(graph.activations.count) / 10) + parameters * 32 / Self.bandwidth
    let perEpoch =
      (6 * examples + 2 * measured) * parameters / Self.flops + steps * perStep + Self.epoch
      + parameters * 16 / Self.bandwidth * 20
    seconds = perEpoch * Double(configuration.epochs)
  }
}
