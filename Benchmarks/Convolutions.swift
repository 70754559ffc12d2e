import Foundation
import Tensors

/// Convolutions of a batch of 32, one thread, beside PyTorch's (oneDNN) and beside what the processor can do at most.
enum Convolutions {
  private struct Size {
    let channels, side, outputs, kernel, stride, padding: Int

    var name: String { "\(kernel)×\(kernel) \(channels)→\(outputs) /\(stride) on \(side)×\(side)" }

    static let all = [
      Size(channels: 64, side: 32, outputs: 64, kernel: 3, stride: 1, padding: 1),
      Size(channels: 64, side: 32, outputs: 128, kernel: 3, stride: 2, padding: 1),
      Size(channels: 3, side: 128, outputs: 64, kernel: 7, stride: 2, padding: 3),
      Size(channels: 64, side: 32, outputs: 128, kernel: 1, stride: 2, padding: 0),
    ]
  }
  private static let batch = 32

  static func compare(with python: String, on processor: Processor, rounds: Int) throws -> Section {
    let partner = try Partner(python, ["Benchmarks/PyTorch/convolutions.py", "1"])
    let rows = try Size.all.flatMap { try measure($0, partner, processor, rounds) }
    return Section(
      title: "Convolutions, Float, batch \(batch), \(processor.instructionSet)", peer: "PyTorch",
      unit: .milliseconds, rows: rows)
  }

  /// Forward, input gradient and weight gradient.
  private static func measure(
    _ size: Size, _ partner: Partner, _ processor: Processor, _ rounds: Int
  ) throws -> [Comparison] {
    let g = ConvolutionGeometry(
      channels: size.channels, height: size.side, width: size.side, outputs: size.outputs,
      kernel: size.kernel, stride: size.stride, padding: size.padding)!
    func buffer(_ count: Int) -> UnsafeMutablePointer<Float> {
      let values = UnsafeMutablePointer<Float>.allocate(capacity: count)
      values.update(from: Benchmarks.values(count), count: count)
      return values
    }
    let weights = g.outputs * g.channels * g.kernel * g.kernel
    let x = buffer(batch * g.inputCount), dx = buffer(batch * g.inputCount)
    let y = buffer(batch * g.outputCount), dy = buffer(batch * g.outputCount)
    let weight = buffer(weights), dweight = buffer(weights)
    let bias = buffer(g.outputs), dbias = buffer(g.outputs), scratch = buffer(g.scratchCount)
    defer { for b in [x, weight, bias, y, dy, dx, dweight, dbias, scratch] { b.deallocate() } }
    let passes: [(name: String, work: () -> Double)] = [
      (
        "forward",
        timing(0.05) {
          processor.convolve(x, weight: weight, bias: bias, into: y, scratch: scratch, g, count: batch)
        }
      ),
      (
        "input gradient",
        timing(0.05) {
          processor.convolveBackward(dy, weight: weight, into: dx, scratch: scratch, g, count: batch)
        }
      ),
      (
        "weight gradient",
        timing(0.05) {
          processor.convolveWeightGradient(
            x, dy: dy, into: dweight, bias: dbias, scratch: scratch, g, count: batch, continues: false)
        }
      ),
    ]
    let peak = Peak(of: processor.instructionSet)
    var theirs: [[Double]] = []
    let request = [size.channels, size.side, size.outputs, size.kernel, size.stride, size.padding, 3]
      .map(String.init).joined(separator: " ")
    let samples = try measureInTurns(
      rounds: rounds,
      [
        {
          theirs.append(try partner.numbers(request))
          return 0
        }
      ] + passes.map(\.work) + [timing(0.002) { peak?.run() }])
    // Every output element is a chain over channels and kernel; borders count as if they were there.
    let operations = 2 * Double(batch * g.outputCount) * Double(g.channels * g.kernel * g.kernel)
    return passes.indices.map { index in
      Comparison(
        "\(size.name), \(passes[index].name)", ours: samples[1 + index],
        peer: theirs.map { $0[index] }, operations: operations,
        peak: peak.map { (samples[4], $0.operations) })
    }
  }
}
