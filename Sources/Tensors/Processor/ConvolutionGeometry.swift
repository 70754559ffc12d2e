internal import CKernels

/// The sizes of a two-dimensional convolution, and where its taps lie.
///
/// Input (channels, height, width), weight (outputs, channels, kernel, kernel), output
/// (outputs, outputHeight, outputWidth).
package struct ConvolutionGeometry: Sendable {
  /// Channels of the input and of the output.
  package let channels, outputs: Int
  /// The input's sides.
  package let height, width: Int
  /// The sides of the square kernel, its step, and the zeros around the input.
  package let kernel, stride, padding: Int
  /// The output's sides.
  package let outputHeight, outputWidth: Int

  /// Where each output pixel's first tap lies in a padded channel.
  let pixelOffsets: [Int32]
  /// Where each tap (channel, kernel row, kernel column) lies behind a pixel's first.
  let tapOffsets: [Int32]
  /// 0, 1, 2, …: rows that are neighbors in the result.
  let ascending: [Int32]
  /// Where each tap's row lies in the weight gradient's working copy.
  let weightRows: [Int32]
  /// The input's pixels, grouped by which taps reach them.
  let pixelGroups: [PixelGroup]

  /// Pixels of the input that the same kernel rows and columns reach.
  struct PixelGroup: Sendable {
    /// Where each pixel lies in a channel of the input.
    var pixels: [Int32] = []
    /// Where the output pixel of the first tap would lie, for kernel row 0 and column 0.
    var outputOffsets: [Int32] = []
    /// Where each tap (output channel, kernel row, kernel column) lies in the output, relative to that.
    var tapOffsets: [Int32] = []
    /// Where each tap's weight lies in the weights of an input channel.
    var weightOffsets: [Int32] = []
    /// How many neighboring pixels of a row there are, each one output pixel further; 0 if they are irregular.
    var columns = 0
  }

  /// The geometry of a convolution, or `nil` if the kernel does not fit into the padded input, there are more
  /// outputs than a workspace holds (327,680), or places do not fit into 32 bits.
  package init?(
    channels: Int, height: Int, width: Int, outputs: Int, kernel: Int, stride: Int, padding: Int
  ) {
    guard [channels, height, width, outputs, kernel, stride, padding].allSatisfy({ $0 <= Int32.max }),
      channels > 0, height > 0, width > 0, outputs > 0, kernel > 0, stride > 0, padding >= 0,
      // The weight's gradient packs at least one pixel of all outputs into half of a workspace.
      Self.roundedUp(outputs) <= Int(REPRISE_MATMUL_WORKSPACE) / 2,
      height + 2 * padding >= kernel, width + 2 * padding >= kernel,
      // Places are 32-bit numbers.
      Double(channels) * Double(height + 2 * padding) * Double(width + 2 * padding) < 0x1p31,
      Double(max(channels, 32)) * Double(outputs + 31) * Double(kernel * kernel) < 0x1p31,
      Double(outputs) * Double(height + 2 * padding) * Double(width + 2 * padding) < 0x1p31
    else { return nil }
    (self.channels, self.height, self.width) = (channels, height, width)
    (self.outputs, self.kernel, self.stride, self.padding) = (outputs, kernel, stride, padding)
    let (outputHeight, outputWidth) = (
      (height + 2 * padding - kernel) / stride + 1, (width + 2 * padding - kernel) / stride + 1
    )
    (self.outputHeight, self.outputWidth) = (outputHeight, outputWidth)
    let (paddedHeight, paddedWidth) = (height + 2 * padding, width + 2 * padding)
    pixelOffsets = (0..<outputHeight * outputWidth).map {
      Int32($0 / outputWidth * stride * paddedWidth + $0 % outputWidth * stride)
    }
    let window = kernel * kernel
    tapOffsets = (0..<channels * window).map { tap in
      let (channel, row, column) = (tap / window, tap % window / kernel, tap % kernel)
      return Int32((channel * paddedHeight + row) * paddedWidth + column)
    }
    ascending = (0..<Int32(outputHeight * outputWidth)).map { $0 }
    let room = Self.roundedUp(outputs)
    weightRows = (0..<channels * window).map { Int32($0 * room) }

    // A kernel row reaches input row y if (y + padding − row) is a multiple of the stride within the output.
    func reaching(_ position: Int, _ size: Int) -> [Int] {
      (0..<kernel).filter { tap in
        let place = position + padding - tap
        return place >= 0 && place % stride == 0 && place / stride < size
      }
    }
    let rows = Self.grouped(0..<height) { reaching($0, outputHeight) }
    let columns = Self.grouped(0..<width) { reaching($0, outputWidth) }
    pixelGroups = rows.flatMap { rowTaps, ys in
      columns.map { columnTaps, xs in
        var group = PixelGroup()
        // A tap's output row is (y + padding − tap) / stride; relative to any one tap of the group, the
        // others lie a whole number of rows away.
        let (firstRow, firstColumn) = (rowTaps.first ?? 0, columnTaps.first ?? 0)
        for y in ys {
          for x in xs {
            group.pixels.append(Int32(y * width + x))
            group.outputOffsets.append(
              Int32((y + padding - firstRow) / stride * outputWidth + (x + padding - firstColumn) / stride))
          }
        }
        let isRegular = xs.indices.dropFirst().allSatisfy { xs[$0] - xs[$0 - 1] == stride }
        group.columns = isRegular ? xs.count : 0
        for output in 0..<outputs {
          for row in rowTaps {
            for column in columnTaps {
              let (down, right) = ((row - firstRow) / stride, (column - firstColumn) / stride)
              group.tapOffsets.append(
                Int32(output * outputHeight * outputWidth - down * outputWidth - right))
              group.weightOffsets.append(Int32(output * channels * window + row * kernel + column))
            }
          }
        }
        return group
      }
    }
  }

  /// Values that share a key, by key, in the order in which the keys first come.
  private static func grouped(_ values: Range<Int>, by key: (Int) -> [Int]) -> [([Int], [Int])] {
    var groups: [([Int], [Int])] = []
    for value in values {
      let key = key(value)
      if let index = groups.firstIndex(where: { $0.0 == key }) {
        groups[index].1.append(value)
      } else {
        groups.append((key, [value]))
      }
    }
    return groups
  }

  static func roundedUp(_ lanes: Int) -> Int {
    let panel = Int(REPRISE_PANEL_LANES)
    return (lanes + panel - 1) / panel * panel
  }

  /// Elements of one padded input sample.
  package var paddedCount: Int { channels * (height + 2 * padding) * (width + 2 * padding) }
  /// Elements of one sample of the input.
  package var inputCount: Int { channels * height * width }
  /// Pixels of one channel of the output.
  var pixelCount: Int { outputHeight * outputWidth }
  /// Elements of one sample of the output.
  package var outputCount: Int { outputs * pixelCount }
  /// Taps of one output: weights of one output channel.
  var tapCount: Int { channels * kernel * kernel }
  /// Scratch elements that the three passes need, whatever the batch.
  package var scratchCount: Int {
    max(tapCount * Self.roundedUp(outputs), outputs * kernel * kernel * Self.roundedUp(channels))
  }
}
