import CKernels

extension Processor {
  /// Writes 1 where an element is kept and 0 where it is dropped: `RandomStream.fillMask` from the first
  /// element on, bit for bit, on vectors and on all threads.
  public func fillMask(
    _ mask: UnsafeMutableBufferPointer<UInt8>, keeping rule: DropoutRule, from stream: RandomStream
  ) {
    guard rule.threshold > 0 else { return mask.update(repeating: 0) }
    guard let start = mask.baseAddress else { return }
    precondition(
      mask.count <= RandomStream.wordCount, "a mask of \(mask.count) elements is longer than a stream")
    let kernel = kernels(Float.self).philox_mask!
    let words = reprise_philox(
      key: (stream.key.x, stream.key.y), site: stream.site.word, step: stream.step)
    // A part begins at a multiple of 8192 elements, so at the first of a block's four words.
    divideElements(mask.count) { part, _ in
      withUnsafePointer(to: words) {
        kernel(
          start + part.lowerBound, part.count, $0, UInt32(part.lowerBound / 4), UInt32(rule.threshold - 1))
      }
    }
  }
}
