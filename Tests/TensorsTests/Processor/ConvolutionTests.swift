import Tensors
import TestSupport
import Testing

/// A convolution as the contract states it, and the kernels' answers to the same.
private struct Problem<S: Scalar> {
  let g: ConvolutionGeometry
  let count: Int
  var x, weight, bias, dy: [S]

  init(_ g: ConvolutionGeometry, count: Int, seed: Int) {
    self.g = g
    self.count = count
    x = Arrays.uniform(count * g.inputCount, seed: seed)
    weight = Arrays.uniform(g.outputs * g.channels * g.kernel * g.kernel, seed: seed + 1)
    bias = Arrays.uniform(g.outputs, seed: seed + 2)
    dy = Arrays.uniform(count * g.outputCount, seed: seed + 3)
  }

  struct Answer {
    var y, dx, dweight, dbias: [S]
  }

  /// x at an input place, +0 outside.
  private func input(_ n: Int, _ c: Int, _ y: Int, _ x: Int) -> S {
    guard (0..<g.height).contains(y), (0..<g.width).contains(x) else { return 0 }
    return self.x[((n * g.channels + c) * g.height + y) * g.width + x]
  }

  func naive() -> Answer {
    var answer = Answer(y: [], dx: [], dweight: [], dbias: [])
    let window = g.kernel * g.kernel
    for n in 0..<count {
      for o in 0..<g.outputs {
        for p in 0..<g.outputHeight * g.outputWidth {
          let (oy, ox) = (p / g.outputWidth * g.stride - g.padding, p % g.outputWidth * g.stride - g.padding)
          var sum: S = 0
          for tap in 0..<g.channels * window {
            let value = input(n, tap / window, oy + tap % window / g.kernel, ox + tap % g.kernel)
            sum.addProduct(weight[o * g.channels * window + tap], value)
          }
          answer.y.append(sum + bias[o])
        }
      }
    }
    for n in 0..<count {
      for c in 0..<g.channels {
        for place in 0..<g.height * g.width {
          var sum: S = 0
          for o in 0..<g.outputs {
            for tap in 0..<window {
              let (down, right) = (
                place / g.width + g.padding - tap / g.kernel, place % g.width + g.padding - tap % g.kernel
              )
              guard down >= 0, right >= 0, down % g.stride == 0, right % g.stride == 0,
                down / g.stride < g.outputHeight, right / g.stride < g.outputWidth
              else { continue }
              let pixel = down / g.stride * g.outputWidth + right / g.stride
              sum.addProduct(
                weight[(o * g.channels + c) * window + tap],
                dy[(n * g.outputs + o) * g.outputHeight * g.outputWidth + pixel])
            }
          }
          answer.dx.append(sum)
        }
      }
    }
    for o in 0..<g.outputs {
      var total: S = 0
      for tap in 0..<g.channels * window {
        var sum: S = 0
        for n in 0..<count {
          for p in 0..<g.outputHeight * g.outputWidth {
            let (oy, ox) = (
              p / g.outputWidth * g.stride - g.padding, p % g.outputWidth * g.stride - g.padding
            )
            let value = input(n, tap / window, oy + tap % window / g.kernel, ox + tap % g.kernel)
            sum.addProduct(dy[(n * g.outputs + o) * g.outputHeight * g.outputWidth + p], value)
          }
        }
        answer.dweight.append(sum)
      }
      for n in 0..<count {
        for p in 0..<g.outputHeight * g.outputWidth {
          total += dy[(n * g.outputs + o) * g.outputHeight * g.outputWidth + p]
        }
      }
      answer.dbias.append(total)
    }
    return answer
  }

  func computed(on processor: Processor, withBias: Bool = true) -> Answer {
    func zeros(_ count: Int) -> UnsafeMutableBufferPointer<S> {
      let buffer = UnsafeMutableBufferPointer<S>.allocate(capacity: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    let scratch = zeros(g.scratchCount)
    let y = zeros(count * g.outputCount), dx = zeros(count * g.inputCount)
    let dweight = zeros(weight.count), dbias = zeros(g.outputs)
    defer { for buffer in [scratch, y, dx, dweight, dbias] { buffer.deallocate() } }
    // What is not written must not look right by chance.
    for buffer in [y, dx, dweight, dbias] { buffer.update(repeating: .nan) }
    bias.withUnsafeBufferPointer { bias in
      processor.convolve(
        x, weight: weight, bias: withBias ? bias.baseAddress! : nil, into: y.baseAddress!,
        scratch: scratch.baseAddress!, g, count: count)
    }
    processor.convolveBackward(
      dy, weight: weight, into: dx.baseAddress!, scratch: scratch.baseAddress!, g, count: count)
    processor.convolveWeightGradient(
      x, dy: dy, into: dweight.baseAddress!, bias: dbias.baseAddress!,
      scratch: scratch.baseAddress!, g, count: count, continues: false)
    return Answer(y: Array(y), dx: Array(dx), dweight: Array(dweight), dbias: Array(dbias))
  }
}

@Suite struct ConvolutionTests {
  /// (channels, height, width, outputs, kernel, stride, padding, samples)
  static let sizes = [
    (1, 1, 1, 1, 1, 1, 0, 1), (1, 6, 6, 1, 3, 1, 0, 1), (2, 5, 7, 3, 3, 1, 1, 2), (3, 9, 8, 5, 3, 2, 1, 3),
    (3, 16, 15, 33, 7, 2, 3, 2), (4, 7, 7, 6, 1, 2, 0, 3), (5, 9, 9, 17, 5, 1, 2, 2),
    (2, 12, 12, 16, 3, 3, 1, 4),
    (17, 4, 4, 40, 3, 1, 1, 2), (2, 3, 3, 4, 2, 3, 2, 1), (6, 14, 14, 16, 5, 1, 0, 2),
    (33, 3, 5, 70, 3, 1, 1, 1),
    (1, 28, 28, 6, 5, 1, 2, 3), (3, 5, 70, 4, 7, 2, 3, 2), (7, 4, 40, 3, 3, 1, 1, 2),
    // Planes of few pixels, whose lanes reach over samples; more taps than one part of k; odd sides with strides.
    (70, 1, 1, 20, 3, 1, 1, 65), (100, 2, 2, 35, 3, 1, 1, 17), (5, 7, 5, 15, 3, 2, 1, 33),
    (3, 9, 7, 8, 4, 3, 2, 5),
    (1, 20, 40, 9, 3, 1, 1, 1), (256, 2, 2, 256, 3, 1, 1, 2), (3, 1, 1, 260, 3, 1, 1, 35),
    (2, 3, 3, 4, 1, 3, 1, 4), (1, 5, 5, 3, 5, 1, 4, 2),
    // Packed tiles that are higher than a vector of Doubles is long, with as many taps as it has lanes.
    (6, 5, 6, 9, 2, 1, 0, 2),
  ]

  private func geometry(_ index: Int) -> ConvolutionGeometry {
    let s = Self.sizes[index]
    return ConvolutionGeometry(
      channels: s.0, height: s.1, width: s.2, outputs: s.3, kernel: s.4, stride: s.5, padding: s.6)!
  }

  private func expectEqual<S>(_ computed: Problem<S>.Answer, _ naive: Problem<S>.Answer) {
    #expect(mismatch(computed.y, naive.y) == nil)
    #expect(mismatch(computed.dx, naive.dx) == nil)
    #expect(mismatch(computed.dweight, naive.dweight) == nil)
    #expect(mismatch(computed.dbias, naive.dbias) == nil)
  }

  @Test(arguments: Processor.kinds, sizes.indices)
  func equalsTheNaiveChains(_ processor: Processor, _ index: Int) {
    func check<S: Scalar>(_: S.Type) {
      let problem = Problem<S>(geometry(index), count: Self.sizes[index].7, seed: 10 * index)
      expectEqual(problem.computed(on: processor), problem.naive())
    }
    check(Float.self)
    check(Double.self)
  }

  /// ⟨conv(x), y⟩ = ⟨x, convᵀ(y)⟩ = ⟨weight, gradient⟩, exactly, on whole numbers.
  @Test(arguments: sizes.indices)
  func isItsAdjointsAdjoint(_ index: Int) throws {
    var problem = Problem<Float>(geometry(index), count: Self.sizes[index].7, seed: 1)
    problem.x = Arrays.integers(problem.x.count, range: 3, seed: 2)
    problem.weight = Arrays.integers(problem.weight.count, range: 3, seed: 3)
    problem.dy = Arrays.integers(problem.dy.count, range: 3, seed: 4)
    let answer = problem.computed(on: try Processor(), withBias: false)
    func inner(_ a: [Float], _ b: [Float]) -> Int { zip(a, b).reduce(0) { $0 + Int($1.0) * Int($1.1) } }
    let product = inner(answer.y, problem.dy)
    #expect(product == inner(problem.x, answer.dx))
    #expect(product == inner(problem.weight, answer.dweight))
  }

  @Test(arguments: Processor.kinds, Golden.repdl("conv2d"))
  func agreesWithRepDL(_ processor: Processor, _ golden: Golden) throws {
    let (x, weight) = (golden.shape("x"), golden.shape("weight"))
    let g = try #require(
      ConvolutionGeometry(
        channels: x[1], height: x[2], width: x[3], outputs: weight[0], kernel: weight[2],
        stride: Int(golden.double("stride")), padding: Int(golden.double("padding"))))
    var problem = Problem<Float>(g, count: x[0], seed: 0)
    problem.x = golden.floats("x")
    problem.weight = golden.floats("weight")
    problem.dy = golden.floats("grad_y")
    let answer = problem.computed(on: processor, withBias: false)
    #expect(mismatch(answer.y, golden.floats("y")) == nil)
    #expect(mismatch(answer.dx, golden.floats("grad_x")) == nil)
    #expect(mismatch(answer.dweight, golden.floats("grad_weight")) == nil)
  }

  /// A weight that is not finite must not reach pixels through taps that do not exist.
  @Test func missingTapsDoNotEnterTheInputsGradient() throws {
    let g = ConvolutionGeometry(
      channels: 1, height: 4, width: 4, outputs: 1, kernel: 3, stride: 1, padding: 1)!
    var problem = Problem<Float>(g, count: 1, seed: 5)
    problem.weight[8] = .infinity
    let dx = problem.computed(on: try Processor()).dx
    #expect(dx[0].isFinite && dx[1].isFinite && dx[4].isFinite)
    #expect(!dx[5].isFinite)
  }

  /// The same, where each pixel has taps of its own and a chain of padded ones would be NaN: the forward has them.
  @Test func paddedTapsEnterTheForward() throws {
    let g = ConvolutionGeometry(
      channels: 1, height: 1, width: 1, outputs: 256, kernel: 3, stride: 1, padding: 1)!
    var problem = Problem<Float>(g, count: 3, seed: 5)
    expectEqual(problem.computed(on: try Processor()), problem.naive())
    problem.weight[9 * 7] = .infinity
    let answer = problem.computed(on: try Processor())
    #expect(answer.y[7].isNaN && answer.y[8].isFinite && answer.dx[0].isFinite)
    #expect(mismatch(answer.dx, problem.naive().dx) == nil)
    problem.weight[9 * 7] = 1
    problem.dy[5] = .infinity
    let gradient = problem.computed(on: try Processor()).dweight
    #expect(gradient[9 * 5].isNaN && gradient[9 * 6].isFinite)
  }

  /// Products that vanish leave −0, which a padded tap would make +0 of: it may not take part in the input's gradient, and
  /// must in the other two.
  @Test(arguments: [1, 4]) func signsOfZerosAreKept(_ side: Int) throws {
    let g = ConvolutionGeometry(
      channels: 256, height: side, width: side, outputs: 256, kernel: 3, stride: 1, padding: 1)!
    var problem = Problem<Float>(g, count: 1, seed: 5)
    for index in problem.weight.indices { problem.weight[index] *= 0x1p-80 }
    for index in problem.x.indices { problem.x[index] *= 0x1p-80 }
    for index in problem.dy.indices { problem.dy[index] *= 0x1p-80 }
    for index in problem.bias.indices { problem.bias[index] = -0.0 }
    let answer = problem.computed(on: try Processor()), naive = problem.naive()
    expectEqual(answer, naive)
    #expect(naive.dx.contains { $0 == 0 && $0.sign == .minus })
  }

  @Test func kernelsThatDoNotFitAreRefused() {
    #expect(
      ConvolutionGeometry(channels: 1, height: 2, width: 5, outputs: 1, kernel: 3, stride: 1, padding: 0)
        == nil)
  }

  /// More outputs than are worked on at once, and more weights.
  @Test func manyOutputsAreComputed() throws {
    let g = try #require(
      ConvolutionGeometry(
        channels: 1, height: 1, width: 2, outputs: 327_680, kernel: 1, stride: 1, padding: 0))
    let problem = Problem<Float>(g, count: 1, seed: 5)
    expectEqual(problem.computed(on: Processor.kinds.last!), problem.naive())
  }
}
