import Tensors
import TestSupport
import Testing

@Suite struct PoolingTests {
  private struct Windows: CustomStringConvertible {
    let shape: PoolingShape

    init(_ height: Int, _ width: Int, _ kernel: Int, _ stride: Int, _ padding: Int, ceilMode: Bool = false) {
      shape = PoolingShape(
        height: height, width: width, kernel: kernel, stride: stride, padding: padding, ceilMode: ceilMode)!
    }

    var description: String { "\(shape)" }

    /// For each window, its elements' indices in the plane and in the window, in row-major order.
    var elements: [[(plane: Int, window: Int)]] {
      (0..<shape.rows * shape.columns).map { o in
        (0..<shape.kernel * shape.kernel).compactMap { t in
          let (ky, kx) = (t / shape.kernel, t % shape.kernel)
          let y = o / shape.columns * shape.stride + ky - shape.padding
          let x = o % shape.columns * shape.stride + kx - shape.padding
          guard (0..<shape.height).contains(y), (0..<shape.width).contains(x) else { return nil }
          return (y * shape.width + x, ky * shape.width + kx)
        }
      }
    }
  }

  private static let windows = [
    Windows(1, 1, 1, 1, 0), Windows(4, 6, 2, 2, 0), Windows(5, 7, 2, 2, 0), Windows(28, 28, 2, 2, 0),
    Windows(9, 11, 3, 2, 1), Windows(9, 40, 3, 1, 1), Windows(8, 37, 3, 1, 0), Windows(7, 35, 5, 3, 2),
    Windows(6, 33, 2, 3, 0), Windows(3, 3, 3, 3, 0), Windows(2, 2, 4, 1, 2), Windows(1, 5, 2, 2, 1),
    Windows(5, 7, 2, 2, 0, ceilMode: true), Windows(4, 6, 2, 2, 0, ceilMode: true),
    Windows(5, 6, 3, 2, 0, ceilMode: true), Windows(6, 5, 3, 2, 0, ceilMode: true),
    Windows(6, 6, 2, 3, 0, ceilMode: true), Windows(8, 140, 3, 2, 1, ceilMode: true),
    Windows(10, 78, 4, 3, 0, ceilMode: true), Windows(7, 35, 5, 3, 2, ceilMode: true),
    Windows(4, 33, 3, 5, 1, ceilMode: true), Windows(6, 7, 4, 3, 0, ceilMode: true),
    Windows(8, 70, 2, 2, 0), Windows(9, 66, 3, 2, 1),
  ]

  private func values<S: Scalar>(_ count: Int) -> [S] {
    // Few different values, so that there are ties; infinities, both zeros and NaN.
    let special: [S] = [-.infinity, .infinity, 0, -0.0, .nan]
    return (Arrays.integers(count, range: 12, seed: 1) as [S]).map { v in
      v > 7 ? special[Int(v) - 8] : v
    }
  }

  private func checkMaximum<S: Scalar>(_: S.Type, _ windows: Windows, on processor: Processor) -> [String] {
    let shape = windows.shape, planes = 5
    let plane = shape.height * shape.width, outputs = shape.rows * shape.columns
    var problems: [String] = []
    for x in [values(planes * plane), [S](repeating: -.infinity, count: planes * plane)] {
      let dy: [S] = Arrays.uniform(planes * outputs, seed: 2)
      var y = [S](repeating: 9, count: planes * outputs), winners = y
      var dx = [S](repeating: 9, count: planes * plane)
      processor.maxPool(x, planes: planes, shape: shape, into: &y, winners: &winners)
      processor.maxPoolBackward(dy, winners: winners, planes: planes, shape: shape, into: &dx)
      var expectedY = y, expectedWinners = winners, expectedDX = [S](repeating: 0, count: x.count)
      for p in 0..<planes {
        for (o, elements) in windows.elements.enumerated() {
          var best = elements[0]
          for element in elements.dropFirst() {
            let (v, m) = (x[p * plane + element.plane], x[p * plane + best.plane])
            if v > m || (v.isNaN && !m.isNaN) { best = element }
          }
          expectedY[p * outputs + o] = x[p * plane + best.plane]
          expectedWinners[p * outputs + o] = S(best.window)
          expectedDX[p * plane + best.plane] = expectedDX[p * plane + best.plane] + dy[p * outputs + o]
        }
      }
      let pairs = [("y", y, expectedY), ("winners", winners, expectedWinners), ("dx", dx, expectedDX)]
      problems += pairs.compactMap { name, a, b in
        mismatch(a, b).map { "\(name) of \(windows): \($0)" }
      }
    }
    return problems
  }

  @Test(arguments: Processor.kinds)
  func theFirstMaximumWinsAndNaNBeforeNumbers(_ processor: Processor) {
    for windows in Self.windows {
      #expect(checkMaximum(Float.self, windows, on: processor) == [])
      #expect(checkMaximum(Double.self, windows, on: processor) == [])
    }
  }

  private func checkMean<S: Scalar>(_: S.Type, _ windows: Windows, on processor: Processor) -> [String] {
    let shape = windows.shape, planes = 5
    let plane = shape.height * shape.width, outputs = shape.rows * shape.columns
    let x: [S] = Arrays.uniform(planes * plane, seed: 1), dy: [S] = Arrays.uniform(planes * outputs, seed: 2)
    var y = [S](repeating: 9, count: planes * outputs), dx = [S](repeating: 9, count: planes * plane)
    processor.averagePool(x, planes: planes, shape: shape, into: &y)
    processor.averagePoolBackward(dy, planes: planes, shape: shape, into: &dx)
    var expectedY = y, expectedDX = [S](repeating: 0, count: x.count)
    for p in 0..<planes {
      for (o, elements) in windows.elements.enumerated() {
        var sum: S = 0
        let q = S(1 / Double(elements.count))
        for element in elements {
          sum = sum + x[p * plane + element.plane]
          expectedDX[p * plane + element.plane] =
            expectedDX[p * plane + element.plane] + dy[p * outputs + o] * q
        }
        expectedY[p * outputs + o] = sum * q
      }
    }
    return [("y", y, expectedY), ("dx", dx, expectedDX)].compactMap { name, a, b in
      mismatch(a, b).map { "\(name) of \(windows): \($0)" }
    }
  }

  @Test(arguments: Processor.kinds)
  func meansAreChainsInTheWindow(_ processor: Processor) {
    for windows in Self.windows where windows.shape.padding == 0 {
      #expect(checkMean(Float.self, windows, on: processor) == [])
      #expect(checkMean(Double.self, windows, on: processor) == [])
    }
  }

  /// As `MaxPool2d(kernel, stride, padding, ceil_mode=True)` of PyTorch has them: (length, kernel, stride, padding).
  @Test(arguments: [
    ([5, 2, 2, 0], 3), ([4, 2, 2, 0], 2), ([6, 3, 2, 0], 3), ([5, 3, 2, 0], 2), ([6, 2, 3, 0], 2),
    ([112, 3, 2, 0], 56), ([112, 3, 2, 1], 57), ([4, 3, 5, 1], 1), ([2, 2, 2, 1], 2), ([3, 3, 3, 1], 2),
    ([7, 3, 1, 1], 7),
  ])
  func whatIsLeftOverHasAWindowIfItBeginsBeforeTheEnd(_ numbers: [Int], _ count: Int) {
    let shape = PoolingShape(
      height: numbers[0], width: numbers[0], kernel: numbers[1], stride: numbers[2], padding: numbers[3],
      ceilMode: true)
    #expect(shape?.rows == count && shape?.columns == count)
  }

  @Test(arguments: Processor.kinds)
  func meansOfPlanesAreSpread(_ processor: Processor) {
    let dy: [Float] = [1, -0.0, 3, .nan, -5] + Arrays.uniform(40, seed: 1)
    var dx = [Float](repeating: 9, count: 45 * 49)
    processor.spreadMeans(dy, planes: 45, positions: 49, into: &dx)
    #expect(mismatch(dx, dx.indices.map { 0 + dy[$0 / 49] * Float(1.0 / 49) }) == nil)
  }

  @Test(arguments: [
    (4, 4, 5, 1, 0), (4, 4, 0, 1, 0), (4, 4, 2, 0, 0), (4, 4, 2, 1, 2), (4, 4, 2, 1, -1), (0, 4, 2, 1, 1),
  ])
  func windowsThatDoNotFitAreRefused(_ h: Int, _ w: Int, _ kernel: Int, _ stride: Int, _ padding: Int) {
    #expect(PoolingShape(height: h, width: w, kernel: kernel, stride: stride, padding: padding) == nil)
  }
}
