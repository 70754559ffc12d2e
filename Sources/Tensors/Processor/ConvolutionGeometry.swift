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

  /// All output pixels, with every tap (kernel row, kernel column).
  let outputPixels: PixelGroup
  /// The output's pixels by which of their taps lie inside of the input; empty where it saves little to leave out the
  /// others.
  let outputGroups: [PixelGroup]
  /// The input's pixels, those that lie a multiple of the stride apart together, with every tap that reaches any
  /// of them.
  let inputLattices: [PixelGroup]
  /// The input's pixels by which taps reach them: its rows and its columns.
  private let inputRows: [Stretch], inputColumns: [Stretch]
  /// The groups of these, where they do not take much memory.
  private let keptInputGroups: [PixelGroup]?
  /// Whether every tap of `inputLattices` reaches every pixel.
  let tapsExist: Bool
  /// Whether it saves much to go by `forEachInputGroup`.
  let skipsInputTaps: Bool

  /// Taps of a kernel, in the order of their places.
  struct Taps: Sendable {
    /// How far down and to the right of a position, in pixels of what is read, each lies.
    var down: [Int32] = [], right: [Int32] = []
    /// Which place of the kernel each is, row-major.
    var places: [Int32] = []
  }

  /// Pixels of the input or the output in rows and columns, and the taps that reach them.
  ///
  /// Of the output, pixels side by side: pixel (i, j) of the group from input pixel (i · stride + down,
  /// j · stride + right). Of the input, pixels a stride apart: from output pixel (i + down, j + right).
  struct PixelGroup: Sendable {
    /// The first pixel.
    var top: Int, left: Int
    /// How many there are below and beside each other.
    var rows: Int, columns: Int
    var taps: Taps
  }

  /// The geometry of a convolution, or `nil` if the kernel does not fit into the padded input or there are more
  /// numbers than places are counted for.
  package init?(
    channels: Int, height: Int, width: Int, outputs: Int, kernel: Int, stride: Int, padding: Int
  ) {
    guard
      [channels, height, width, outputs, kernel, stride, padding].allSatisfy({ $0 <= Int32.max }),
      channels > 0, height > 0, width > 0, outputs > 0, kernel > 0, stride > 0, padding >= 0,
      height + 2 * padding >= kernel, width + 2 * padding >= kernel,
      Double(channels) * Double(height + 2 * padding) * Double(width + 2 * padding) < 0x1p31,
      Double(channels + 32) * Double(outputs + 32) * Double(kernel * kernel) < 0x1p31,
      Double(outputs) * Double(height + 2 * padding) * Double(width + 2 * padding) < 0x1p31
    else { return nil }
    (self.channels, self.height, self.width) = (channels, height, width)
    (self.outputs, self.kernel, self.stride, self.padding) = (outputs, kernel, stride, padding)
    let (outputHeight, outputWidth) = (
      (height + 2 * padding - kernel) / stride + 1, (width + 2 * padding - kernel) / stride + 1
    )
    (self.outputHeight, self.outputWidth) = (outputHeight, outputWidth)
    let (outputRows, outputColumns) = (
      Stretch.outputs(outputHeight, kernel, padding), Stretch.outputs(outputWidth, kernel, padding)
    )
    outputPixels = Self.groups([outputRows], [outputColumns], kernel)[0]
    let (rowParts, columnParts) = (
      outputRows.parts(height, step: stride), outputColumns.parts(width, step: stride)
    )
    outputGroups =
      Self.areKept(rowParts, columnParts)
        && Self.saves((rowParts, columnParts), of: ([outputRows], [outputColumns]), rows: outputs)
      ? Self.groups(rowParts, columnParts, kernel) : []
    let rows = Stretch.lattices(height, kernel, stride, padding)
    let columns = Stretch.lattices(width, kernel, stride, padding)
    inputLattices = Self.groups(rows, columns, kernel)
    (inputRows, inputColumns) = (
      rows.flatMap { $0.parts(outputHeight) }, columns.flatMap { $0.parts(outputWidth) }
    )
    func taps(_ stretches: [Stretch]) -> [[Int]] { stretches.map { $0.taps.map(\.tap) } }
    tapsExist = taps(rows) == taps(inputRows) && taps(columns) == taps(inputColumns)
    skipsInputTaps = Self.saves((inputRows, inputColumns), of: (rows, columns), rows: channels)
    keptInputGroups =
      Self.areKept(inputRows, inputColumns) ? Self.groups(inputRows, inputColumns, kernel) : nil
  }

  /// Calls `body` with the input's pixels by which taps reach them, group by group.
  func forEachInputGroup(_ body: (PixelGroup) -> Void) {
    if let keptInputGroups { return keptInputGroups.forEach(body) }
    for row in inputRows {
      for column in inputColumns { body(Self.group(row, column, kernel)) }
    }
  }

  /// Whether the groups of these rows and columns take little memory: a kernel of 3 × 3 has 9 with 36 taps together, one
  /// of 100 × 100 as many as take a gigabyte.
  private static func areKept(_ rows: [Stretch], _ columns: [Stretch]) -> Bool {
    func taps(_ stretches: [Stretch]) -> Int { stretches.reduce(0) { $0 + $1.taps.count } }
    return taps(rows) * taps(columns) <= 1 << 20
  }

  /// Whether leaving out what lies outside saves a quarter of the work, and there is work to be saved.
  private static func saves(
    _ parts: (rows: [Stretch], columns: [Stretch]), of all: (rows: [Stretch], columns: [Stretch]), rows: Int
  ) -> Bool {
    // How often a tap reaches a pixel, of each side.
    func work(_ stretches: [Stretch]) -> Double {
      stretches.reduce(0) { $0 + Double($1.count) * Double($1.taps.count) }
    }
    return rows >= 256
      && 4 * work(parts.rows) * work(parts.columns) <= 3 * work(all.rows) * work(all.columns)
  }

  private static func groups(_ rows: [Stretch], _ columns: [Stretch], _ kernel: Int) -> [PixelGroup] {
    rows.flatMap { row in columns.map { group(row, $0, kernel) } }
  }

  private static func group(_ row: Stretch, _ column: Stretch, _ kernel: Int) -> PixelGroup {
    var taps = Taps()
    for down in row.taps {
      for right in column.taps {
        taps.down.append(Int32(down.offset))
        taps.right.append(Int32(right.offset))
        taps.places.append(Int32(down.tap * kernel + right.tap))
      }
    }
    return PixelGroup(top: row.first, left: column.first, rows: row.count, columns: column.count, taps: taps)
  }

  /// Positions along one side, a stride apart, and the taps that reach them: position number i from i · step + offset.
  private struct Stretch: Sendable {
    var first: Int, count: Int
    var taps: [(tap: Int, offset: Int)]
    let stride: Int

    /// All positions of the output.
    static func outputs(_ size: Int, _ kernel: Int, _ padding: Int) -> Stretch {
      Stretch(first: 0, count: size, taps: (0..<kernel).map { ($0, $0 - padding) }, stride: 1)
    }

    /// The positions of the input that leave each remainder, with every tap that reaches a multiple of the stride from
    /// them.
    static func lattices(_ size: Int, _ kernel: Int, _ stride: Int, _ padding: Int) -> [Stretch] {
      (0..<min(stride, size)).map { first in
        Stretch(
          first: first, count: (size - first + stride - 1) / stride,
          taps: (0..<kernel).compactMap { tap in
            let distance = first + padding - tap
            return distance.isMultiple(of: stride) ? (tap, distance / stride) : nil
          }, stride: stride)
      }
    }

    /// Parts whose positions the same taps reach, each from inside 0..<size.
    func parts(_ size: Int, step: Int = 1) -> [Stretch] {
      var parts: [Stretch] = []
      for number in 0..<count {
        let inside = taps.filter { (0..<size).contains(number * step + $0.offset) }
        if let last = parts.last, last.taps.map(\.tap) == inside.map(\.tap) {
          parts[parts.count - 1].count += 1
        } else {
          // In the part, the position is number 0.
          parts.append(
            Stretch(
              first: first + number * stride, count: 1,
              taps: inside.map { ($0.tap, $0.offset + number * step) }, stride: stride))
        }
      }
      return parts
    }
  }

  static func roundedUp(_ lanes: Int) -> Int {
    let panel = Int(REPRISE_PANEL_LANES)
    return (lanes + panel - 1) / panel * panel
  }

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
    // Packed weights have a gap of a vector behind each tile; sums have whole panels of lanes.
    let gaps = 2 * max(outputs, channels) + 32
    return max(
      outputs * tapCount + gaps, tapCount * Self.roundedUp(outputs))
  }
}
