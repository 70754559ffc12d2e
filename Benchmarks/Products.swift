import Files
import Foundation
import Tensors

/// A matrix product to be timed.
struct Product {
  let m, n, k: Int
  let transposesA, transposesB: Bool

  /// The shapes of the experiments and squares, each in the three layouts that training uses.
  static let all: [Product] = [
    (32, 1000, 784), (784, 1000, 32), (64, 256, 784), (512, 512, 512), (1024, 1024, 1024),
    (10000, 1000, 784), (32, 10, 1000),
  ].flatMap { m, n, k in
    [(false, false), (false, true), (true, false)].map {
      Product(m: m, n: n, k: k, transposesA: $0, transposesB: $1)
    }
  }

  var name: String {
    "\(m)×\(n)×\(k)".padding(toLength: 15, withPad: " ", startingAt: 0)
      + " \(transposesA ? "Aᵀ" : "A ")·\(transposesB ? "Bᵀ" : "B ")"
  }
  var operations: Double { 2 * Double(m) * Double(n) * Double(k) }

  /// Our product.
  func multiply(_ a: [Float], _ b: [Float], into c: inout [Float], on processor: Processor) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          let viewA = MatrixView(a.baseAddress!, stride: transposesA ? m : k)
          let viewB = MatrixView(b.baseAddress!, stride: transposesB ? k : n)
          processor.multiply(
            transposesA ? viewA.transposed : viewA, transposesB ? viewB.transposed : viewB,
            into: c.baseAddress!, cStride: n, m: m, n: n, k: k)
        }
      }
    }
  }
}

/// Matrix products beside OpenBLAS's with the same instructions, and beside what the processor can do at most.
enum Products {
  /// What this program is called with to say which kernels OpenBLAS picks itself: a process can ask once.
  static let command = "openblas-kernels"

  static func compare(on processor: Processor, rounds: Int) throws -> Section? {
    guard let openBLAS = OpenBLAS(processor.instructionSet) else {
      Benchmarks.note("OpenBLAS is not here; on Debian: apt-get install libopenblas0-pthread")
      return nil
    }
    let own = Program.output(CommandLine.arguments[0], [command]) ?? "none\n"
    let peak = Peak(of: processor.instructionSet)
    let rows = try Product.all.map { product in
      let a = Benchmarks.values(product.m * product.k), b = Benchmarks.values(product.k * product.n)
      var c = [Float](repeating: 0, count: product.m * product.n), d = c
      let samples = try measureInTurns(
        rounds: rounds,
        [
          timing(0.02) { product.multiply(a, b, into: &c, on: processor) },
          timing(0.02) { openBLAS.multiply(product, a, b, into: &d) },
          timing(0.002) { peak?.run() },
        ])
      let error = zip(c, d).reduce(0) { max($0, abs($1.0 - $1.1)) }
      precondition(error < 1e-3, "\(product.name): the two differ by \(error)")
      return Comparison(
        product.name, ours: samples[0], peer: samples[1], operations: product.operations,
        peak: peak.map { (samples[2], $0.operations) })
    }
    return Section(
      title: "Matrix products, Float, \(processor.instructionSet)",
      peer: "\(openBLAS.version), \(openBLAS.kernels) kernels (left alone it picks \(own.dropLast()))",
      unit: .gigaflops,
      rows: rows)
  }
}
