import Foundation
import Tensors

/// Convolutions of a batch of 32, one thread, beside PyTorch's (oneDNN).
enum Convolutions {
  /// (channels, side, outputs, kernel, stride, padding)
  private static let sizes = [
    (64, 32, 64, 3, 1, 1), (64, 32, 128, 3, 2, 1), (3, 128, 64, 7, 2, 3), (64, 32, 128, 1, 2, 0),
  ]
  private static let batch = 32

  static func compare(with python: String, on processor: Processor) throws {
    let lines = sizes.map { "\($0.0) \($0.1) \($0.2) \($0.3) \($0.4) \($0.5)" }.joined(separator: "\n")
    var theirs = try times(python, lines)
    let ours = sizes.map { milliseconds($0, processor) }
    // In turns: what the machine did besides may have met either.
    theirs = zip(theirs, try times(python, lines)).map { zip($0, $1).map(min) }
    print(
      "\nconvolutions, batch \(batch), 1 thread, milliseconds: ours / PyTorch's; ratio = PyTorch's / ours")
    print("kernel  channels  side  stride       forward   input gradient  weight gradient     total  ratio")
    var totals = (0.0, 0.0)
    for ((size, our), their) in zip(zip(sizes, ours), theirs) {
      let cells = zip(our, their).map { String(format: "%6.1f /%6.1f", $0, $1) }
      let (sum, theirSum) = (our.reduce(0, +), their.reduce(0, +))
      totals = (totals.0 + sum, totals.1 + theirSum)
      print(
        String(format: "%d×%d   %6d→%-4d %4d  %4d   ", size.3, size.3, size.0, size.2, size.1, size.4)
          + cells.joined(separator: "  ")
          + String(format: " %6.1f /%6.1f  %.2f", sum, theirSum, theirSum / sum))
    }
    print(String(format: "all: %.1f / %.1f, ratio %.2f", totals.0, totals.1, totals.1 / totals.0))
  }

  private static func times(_ python: String, _ lines: String) throws -> [[Double]] {
    try Benchmarks.output(of: python, ["Benchmarks/convolutions.py"], input: lines + "\n")
      .split(separator: "\n").map { $0.split(separator: " ").map { Double($0)! } }
  }

  private static func milliseconds(_ size: (Int, Int, Int, Int, Int, Int), _ processor: Processor) -> [Double]
  {
    let g = ConvolutionGeometry(
      channels: size.0, height: size.1, width: size.1, outputs: size.2, kernel: size.3, stride: size.4,
      padding: size.5)!
    func buffer(_ count: Int) -> UnsafeMutablePointer<Float> {
      let values = UnsafeMutablePointer<Float>.allocate(capacity: count)
      values.update(from: Benchmarks.values(count), count: count)
      return values
    }
    let x = buffer(batch * g.inputCount)
    let weight = buffer(g.outputs * g.channels * g.kernel * g.kernel), bias = buffer(g.outputs)
    let y = buffer(batch * g.outputCount), dy = buffer(batch * g.outputCount)
    let dx = buffer(batch * g.inputCount), dweight = buffer(g.outputs * g.channels * g.kernel * g.kernel)
    let dbias = buffer(g.outputs), scratch = buffer(g.scratchCount)
    defer { for b in [x, weight, bias, y, dy, dx, dweight, dbias, scratch] { b.deallocate() } }
    func best(_ work: () -> Void) -> Double {
      work()
      return (0..<5).map { _ in
        let start = ContinuousClock.now
        work()
        return start.duration(to: .now) / .milliseconds(1)
      }.min()!
    }
    return [
      best {
        processor.convolve(x, weight: weight, bias: bias, into: y, scratch: scratch, g, count: batch)
      },
      best { processor.convolveBackward(dy, weight: weight, into: dx, scratch: scratch, g, count: batch) },
      best {
        processor.convolveWeightGradient(
          x, dy: dy, into: dweight, bias: dbias, scratch: scratch, g, count: batch, continues: false)
      },
    ]
  }
}
