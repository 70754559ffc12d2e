import Experiments
import Foundation
import Tensors
import Testing

@Suite struct TensorDistanceTests {
  @Test func equalTensorsAreNothingApart() throws {
    for tensor in [
      Tensor([1, -0.0, .nan, .infinity] as [Float]), Tensor([Double](), shape: [0, 3]),
      Tensor([7] as [UInt8], shape: []),
    ] {
      let distance = try #require(TensorDistance(tensor, tensor))
      #expect(distance.differing == 0 && distance.maximumULPs == .zero && distance.medianULPs == .zero)
      #expect(distance.relativeNorm == 0 && distance.maximumDifference == 0 && distance.first == nil)
      #expect(distance.count == tensor.count)
    }
  }

  @Test func numbersOfAKnownPair() throws {
    let above = (4 as Float).nextUp
    let a = Tensor([3, 4, 0, 0, 1, 0] as [Float], shape: [2, 3])
    let b = Tensor([3, above, -0.0, 12, 1, 0] as [Float], shape: [2, 3])
    let distance = try #require(TensorDistance(a, b))
    #expect(distance.count == 6 && distance.differing == 3)
    #expect(distance.maximumULPs == ULPDistance(0 as Float, 12))
    // 0, 0, 0, 1, 1 and many: the smaller one of the two in the middle.
    #expect(distance.medianULPs == .zero)
    let step = Double(above) - 4
    #expect(distance.relativeNorm == (step * step + 144).squareRoot() / 26.0.squareRoot())
    #expect(distance.maximumDifference == 12)
    let first = try #require(distance.first)
    #expect(first.index == [0, 1] && first.a == .float(4) && first.b == .float(above))
    #expect(first.ulps.count == 1)
  }

  @Test func theMedianIsOfAllElements() throws {
    let zeros = [Double](repeating: 0, count: 5)
    let steps = [4.0, 0, 1, 3, 2].map { $0 * Double.leastNonzeroMagnitude }
    #expect(TensorDistance(Tensor(zeros), Tensor(steps))?.medianULPs.count == 2)
    #expect(
      TensorDistance(Tensor(Array(zeros.dropLast())), Tensor(Array(steps.dropLast())))?.medianULPs.count == 1)
  }

  /// −0 and +0 differ by their bits and by nothing else.
  @Test func signsOfZero() throws {
    let distance = try #require(TensorDistance(Tensor([0.0]), Tensor([-0.0])))
    #expect(distance.differing == 1 && distance.maximumULPs.count == 1)
    #expect(distance.relativeNorm == 0 && distance.maximumDifference == 0)
    #expect(distance.first?.a.bits == "0000000000000000" && distance.first?.b.bits == "8000000000000000")
  }

  @Test func whatIsNotFinite() throws {
    let fromZero = try #require(TensorDistance(Tensor([0.0]), Tensor([1.0])))
    #expect(fromZero.relativeNorm == .infinity)
    let missing = try #require(TensorDistance(Tensor([1.0, 2]), Tensor([1.0, .nan])))
    #expect(missing.maximumULPs == .infinite && missing.maximumDifference == .infinity)
    #expect(missing.relativeNorm == .infinity && missing.first?.index == [1])
    #expect(try #require(TensorDistance(Tensor([.nan, 2.0]), Tensor([.nan, 1.0]))).relativeNorm.isNaN)
  }

  @Test func integersAndBytes() throws {
    let integers = try #require(TensorDistance(Tensor([5, -2] as [Int64]), Tensor([5, 8] as [Int64])))
    #expect(integers.first?.ulps.count == 10 && integers.maximumDifference == 10)
    let bytes = try #require(TensorDistance(Tensor([255, 0] as [UInt8]), Tensor([0, 0] as [UInt8])))
    #expect(bytes.first?.a == .integer(255) && bytes.maximumULPs.count == 255)
  }

  @Test func otherTypesAndShapesHaveNoDistance() {
    #expect(TensorDistance(Tensor([1.0]), Tensor([1.0, 2])) == nil)
    #expect(TensorDistance(Tensor([1.0, 2]), Tensor([1.0, 2], shape: [2, 1])) == nil)
    #expect(TensorDistance(Tensor([1.0]), Tensor([1 as Float])) == nil)
  }
}
