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

  var name: String { "\(m)×\(n)×\(k)" }
  var layout: String { (transposesA ? "Aᵀ" : "A ") + "·" + (transposesB ? "Bᵀ" : "B ") }
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
