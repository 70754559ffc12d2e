import Datasets
import Tensors

/// Images as a network takes them: bytes in memory, numbers only in the batch at hand.
struct Samples: Sendable {
  let images: LabelledImages
  /// What each value of a byte becomes.
  let values: [Float]

  var count: Int { images.count }
  /// Numbers a sample has.
  var size: Int { images.channels * images.height * images.width }

  /// Writes samples to a batch's input, in the order given.
  func copy(
    _ indices: some Collection<Int>, to input: UnsafeMutablePointer<Float>,
    targets: UnsafeMutableBufferPointer<UInt8>, on processor: Processor
  ) {
    let size = size
    images.pixels.withUnsafeBufferPointer { pixels in
      values.withUnsafeBufferPointer { values in
        for (row, index) in indices.enumerated() {
          targets[row] = images.labels[index]
          processor.lookUp(
            pixels.baseAddress! + index * size, in: values.baseAddress!, into: input + row * size,
            count: size)
        }
      }
    }
  }
}
