internal import CKernels
import Synchronization

extension Processor {
  /// y[n,o] = Σ weight · x over (input channel, kernel row, kernel column), one ascending chain of fused
  /// multiply-adds from +0, then the bias by one addition. Padded taps enter as `fma(w, +0, acc)`.
  ///
  /// - Parameters:
  ///   - x: (N, channels, height, width).
  ///   - scratch: `g.scratchCount` elements.
  package func convolve<S: Scalar>(
    _ x: UnsafePointer<S>, weight: UnsafePointer<S>, bias: UnsafePointer<S>?,
    into y: UnsafeMutablePointer<S>, scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry, count: Int
  ) {
    let window = g.kernel * g.kernel
    pack(
      reprise_weights(
        from: weight, rows: g.outputs, channels: g.channels, taps: window, row_stride: g.tapCount,
        channel_stride: window), into: scratch)
    func multiply(_ group: ConvolutionGeometry.PixelGroup) {
      self.multiply(
        reprise_patch_product(
          patches: reprise_patches(
            x: x, samples: count, channels: g.channels, height: g.height, width: g.width, rows: group.rows,
            columns: group.columns, step: g.stride, taps: 0, down: nil, right: nil),
          weights: scratch, window: window, places: nil, outputs: g.outputs, bias: bias,
          y: y + group.top * g.outputWidth + group.left, y_sample: g.outputCount, y_output: g.pixelCount,
          y_row: g.outputWidth, y_column: 1), group.taps, S.self)
    }
    if !g.outputGroups.isEmpty,
      zerosMayBeLeftOut(weight, count: g.outputs * g.tapCount, x, count: count * g.inputCount)
    {
      for group in g.outputGroups { multiply(group) }
    } else {
      multiply(g.outputPixels)
    }
  }

  /// dx[n,c] = Σ weight · dy over (output channel, kernel row, kernel column), one ascending chain of fused
  /// multiply-adds from +0 over the taps that exist.
  package func convolveBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, weight: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>,
    scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry, count: Int
  ) {
    let window = g.kernel * g.kernel
    pack(
      reprise_weights(
        from: weight, rows: g.channels, channels: g.outputs, taps: window, row_stride: window,
        channel_stride: g.tapCount), into: scratch)
    // Zeros in place of taps that do not exist make fewer, larger groups.
    let padsTaps =
      !g.skipsInputTaps
      && (g.tapsExist
        || zerosMayBeLeftOut(weight, count: g.outputs * g.tapCount, dy, count: count * g.outputCount))
    func multiply(_ group: ConvolutionGeometry.PixelGroup) {
      self.multiply(
        reprise_patch_product(
          patches: reprise_patches(
            x: dy, samples: count, channels: g.outputs, height: g.outputHeight, width: g.outputWidth,
            rows: group.rows, columns: group.columns, step: 1, taps: 0, down: nil, right: nil),
          weights: scratch, window: window, places: nil, outputs: g.channels, bias: nil,
          y: dx + group.top * g.width + group.left, y_sample: g.inputCount, y_output: g.height * g.width,
          y_row: g.stride * g.width, y_column: g.stride), group.taps, S.self)
    }
    if padsTaps { g.inputLattices.forEach(multiply) } else { g.forEachInputGroup(multiply) }
  }

  /// dweight[o] = Σ dy · x over (image, output row, output column), one ascending chain of fused multiply-adds;
  /// dbias[o] = Σ dy in the same order, one chain of additions.
  ///
  /// - Parameter continues: Goes on from what the gradients hold, instead of starting at +0.
  package func convolveWeightGradient<S: Scalar>(
    _ x: UnsafePointer<S>, dy: UnsafePointer<S>, into dweight: UnsafeMutablePointer<S>,
    bias dbias: UnsafeMutablePointer<S>?, scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry,
    count: Int, continues: Bool
  ) {
    let kernels = kernels(S.self)
    let room = ConvolutionGeometry.roundedUp(g.outputs)
    if let dbias, !continues { dbias.update(repeating: 0, count: g.outputs) }
    // Each thread has some weights of every output, or every weight of some outputs where that divides better.
    let panel = Int(REPRISE_PANEL_LANES), window = g.kernel * g.kernel
    let dividesOutputs = g.tapCount < 256 && (room / panel).isMultiple(of: threads)
    let skips =
      !continues && g.pixelCount == 1 && window > 1
      && zerosMayBeLeftOut(dy, count: count * g.outputCount, x, count: count * g.inputCount)
    withPatches(
      reprise_patches(
        x: x, samples: count, channels: g.channels, height: g.height, width: g.width, rows: g.outputHeight,
        columns: g.outputWidth, step: g.stride, taps: 0, down: nil, right: nil), g.outputPixels.taps
    ) { patches, _ in
      let gradient = reprise_weight_gradient(
        patches: patches, dy: dy, outputs: g.outputs, room: room, sums: scratch, bias: dbias,
        continues: continues ? 1 : 0, skips: skips ? 1 : 0)
      workers.divide(
        dividesOutputs ? g.outputs : g.tapCount, grain: dividesOutputs ? panel : skips ? window : 14
      ) {
        part, workspace in
        let taps = dividesOutputs ? 0..<g.tapCount : part, outputs = dividesOutputs ? part : 0..<g.outputs
        let first = dweight + outputs.lowerBound * g.tapCount + taps.lowerBound
        let sums = scratch + taps.lowerBound * room + outputs.lowerBound
        if continues { kernels.transpose(sums, room, first, g.tapCount, outputs.count, taps.count) }
        withUnsafePointer(to: gradient) {
          kernels.weight_gradient(
            $0, taps.lowerBound, taps.upperBound, outputs.lowerBound, outputs.upperBound, workspace)
        }
        kernels.transpose(first, g.tapCount, sums, room, taps.count, outputs.count)
      }
    }
  }

  /// Whether a product of an `a` with +0 in a chain of products of an `a` and a `b` leaves the sum as it is, so that it
  /// may be left out or put in.
  ///
  /// That is so while no sum is −0 and no `a` is infinite or NaN. Every element is a whole multiple of the last place of
  /// its array's smallest magnitude, so every product is one of the product of the two places. If that is not below
  /// the smallest subnormal number, each exact sum is a whole multiple of it as well, is therefore not rounded to 0
  /// unless it is 0, and then it is +0: a chain that starts from +0 never becomes −0.
  private func zerosMayBeLeftOut<S: Scalar>(
    _ a: UnsafePointer<S>, count aCount: Int, _ b: UnsafePointer<S>, count bCount: Int
  ) -> Bool {
    let (exponentA, isFinite) = leastExponent(a, count: aCount)
    guard isFinite else { return false }
    // The last place of a number of exponent e is that of 2^(e − significandBitCount).
    let places = 2 * S.significandBitCount
    let smallest = Int(S.leastNonzeroMagnitude.exponent)
    return exponentA + leastExponent(b, count: bCount).exponent - places >= smallest
  }

  /// The exponent of the smallest magnitude that is not 0, subnormal ones counted as normal, and whether all are finite.
  private func leastExponent<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> (exponent: Int, isFinite: Bool)
  {
    let kernel = kernels(S.self).least_exponent!
    // Larger than any, where there is nothing.
    let least = Atomic(1 << 16), areFinite = Atomic(true)
    workers.divide(count, grain: 8192) { part, _ in
      var isFinite: Int32 = 0
      let exponent = kernel(x + part.lowerBound, part.count, &isFinite)
      least.min(Int(exponent), ordering: .relaxed)
      if isFinite == 0 { areFinite.store(false, ordering: .relaxed) }
    }
    return (least.load(ordering: .relaxed), areFinite.load(ordering: .relaxed))
  }

  /// Gives the patches their taps; the places are those of `reprise_patch_product`.
  private func withPatches(
    _ patches: reprise_patches, _ taps: ConvolutionGeometry.Taps,
    _ body: (_ patches: reprise_patches, _ places: UnsafePointer<Int32>?) -> Void
  ) {
    taps.down.withUnsafeBufferPointer { down in
      taps.right.withUnsafeBufferPointer { right in
        taps.places.withUnsafeBufferPointer { places in
          var patches = patches
          (patches.taps, patches.down, patches.right) = (places.count, down.baseAddress, right.baseAddress)
          body(patches, places.baseAddress)
        }
      }
    }
  }

  private func pack<S: Scalar>(_ weights: reprise_weights, into packed: UnsafeMutablePointer<S>) {
    let kernels = kernels(S.self)
    let grain = max(1, 8192 / max(1, weights.channels * weights.taps * 8))
    workers.divide(kernels.tile_count(weights.rows), grain: grain) { tiles, _ in
      withUnsafePointer(to: weights) { kernels.pack_weights(packed, $0, tiles.lowerBound, tiles.upperBound) }
    }
  }

  /// Divides the lanes among the threads, in whole panels.
  private func multiply<S: Scalar>(
    _ product: reprise_patch_product, _ taps: ConvolutionGeometry.Taps, _: S.Type
  ) {
    let kernel = kernels(S.self).patch_product!, panel = Int(REPRISE_PANEL_LANES)
    withPatches(product.patches, taps) { patches, places in
      var product = product
      product.patches = patches
      product.places = patches.taps == product.window ? nil : places
      let operations = product.outputs * patches.channels * max(1, patches.taps) * panel
      let lanes = patches.samples * patches.rows * patches.columns
      workers.divide(lanes, grain: panel * max(1, 200_000 / operations)) { lanes, workspace in
        withUnsafePointer(to: product) { kernel($0, lanes.lowerBound, lanes.upperBound, workspace) }
      }
    }
  }
}
