internal import CKernels

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
    pack(
      reprise_weights(
        from: weight, rows: g.outputs, channels: g.channels, taps: g.kernel * g.kernel,
        row_stride: g.tapCount, channel_stride: g.kernel * g.kernel, places: nil),
      into: scratch)
    withPatches(of: x, g, count: count) { patches in
      multiply(
        reprise_patch_product(
          patches: patches, weights: scratch, outputs: g.outputs, bias: bias, y: y,
          y_sample: g.outputCount, y_output: g.pixelCount, y_row: g.outputWidth, y_column: 1), S.self)
    }
  }

  /// dx[n,c] = Σ weight · dy over (output channel, kernel row, kernel column), one ascending chain of fused
  /// multiply-adds from +0 over the taps that exist.
  package func convolveBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, weight: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>,
    scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry, count: Int
  ) {
    let window = g.kernel * g.kernel
    let mayPad =
      g.inputLattices.count == g.inputGroups.count
      || zerosMayEnter(weight, count: g.outputs * g.tapCount, dy, count: count * g.outputCount)
    for group in mayPad ? g.inputLattices : g.inputGroups {
      group.taps.places.withUnsafeBufferPointer { places in
        pack(
          reprise_weights(
            from: weight, rows: g.channels, channels: g.outputs, taps: places.count, row_stride: window,
            channel_stride: g.tapCount, places: places.baseAddress), into: scratch)
      }
      group.taps.down.withUnsafeBufferPointer { down in
        group.taps.right.withUnsafeBufferPointer { right in
          multiply(
            reprise_patch_product(
              patches: reprise_patches(
                x: dy, samples: count, channels: g.outputs, height: g.outputHeight, width: g.outputWidth,
                rows: group.rows, columns: group.columns, step: 1, taps: down.count, down: down.baseAddress,
                right: right.baseAddress),
              weights: scratch, outputs: g.channels, bias: nil, y: dx + group.top * g.width + group.left,
              y_sample: g.inputCount, y_output: g.height * g.width, y_row: g.stride * g.width,
              y_column: g.stride), S.self)
        }
      }
    }
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
    let panel = Int(REPRISE_PANEL_LANES)
    let dividesOutputs = g.tapCount < 256 && (room / panel).isMultiple(of: threads)
    withPatches(of: x, g, count: count) { patches in
      var gradient = reprise_weight_gradient()
      (gradient.patches, gradient.dy, gradient.outputs, gradient.room) = (
        patches, UnsafeRawPointer(dy), g.outputs, room
      )
      (gradient.sums, gradient.bias, gradient.continues) = (
        UnsafeMutableRawPointer(scratch), dbias.map { UnsafeMutableRawPointer($0) }, continues ? 1 : 0
      )
      workers.divide(dividesOutputs ? g.outputs : g.tapCount, grain: dividesOutputs ? panel : 14) {
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

  /// Whether a product of one array's element with +0 in a chain of the two arrays' products leaves it as it is.
  ///
  /// That is so while no sum is −0 and no `a` is infinite or NaN. Every element is a whole multiple of the last place of
  /// its array's smallest magnitude, so every product is one of the product of the two places. If that is not below
  /// the smallest subnormal number, each exact sum is a whole multiple of it as well, is therefore not rounded to 0
  /// unless it is 0, and then it is +0: a chain that starts from +0 never becomes −0.
  private func zerosMayEnter<S: Scalar>(
    _ a: UnsafePointer<S>, count aCount: Int, _ b: UnsafePointer<S>, count bCount: Int
  ) -> Bool {
    let (exponentA, isFinite) = leastExponent(a, count: aCount)
    guard isFinite else { return false }
    let places = 2 * S.significandBitCount
    let smallest = Int(S.leastNonzeroMagnitude.exponent)
    return exponentA + leastExponent(b, count: bCount).exponent - places >= smallest
  }

  /// The exponent of the smallest magnitude that is not 0, subnormal ones counted as normal, and whether all are finite.
  private func leastExponent<S: Scalar>(_ x: UnsafePointer<S>, count: Int) -> (exponent: Int, isFinite: Bool)
  {
    let kernel = kernels(S.self).least_exponent!
    let grain = max(8192, (count + threads - 1) / threads)
    return withUnsafeTemporaryAllocation(of: (exponent: Int, isFinite: Bool).self, capacity: threads) {
      parts in
      // Larger than any, where there is nothing.
      parts.initialize(repeating: (1 << 16, true))
      workers.divide(count, grain: grain) { part, _ in
        var isFinite: Int32 = 0
        let exponent = kernel(x + part.lowerBound, part.count, &isFinite)
        parts[part.lowerBound / grain] = (Int(exponent), isFinite != 0)
      }
      return (parts.map(\.exponent).min()!, parts.allSatisfy(\.isFinite))
    }
  }

  private func withPatches<S: Scalar>(
    of x: UnsafePointer<S>, _ g: ConvolutionGeometry, count: Int, _ body: (reprise_patches) -> Void
  ) {
    g.taps.down.withUnsafeBufferPointer { down in
      g.taps.right.withUnsafeBufferPointer { right in
        body(
          reprise_patches(
            x: x, samples: count, channels: g.channels, height: g.height, width: g.width,
            rows: g.outputHeight, columns: g.outputWidth, step: g.stride, taps: down.count,
            down: down.baseAddress, right: right.baseAddress))
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
  private func multiply<S: Scalar>(_ product: reprise_patch_product, _: S.Type) {
    let kernel = kernels(S.self).patch_product!, patches = product.patches
    let panel = Int(REPRISE_PANEL_LANES)
    let operations = product.outputs * patches.channels * max(1, patches.taps) * panel
    workers.divide(
      patches.samples * patches.rows * patches.columns, grain: panel * max(1, 200_000 / operations)
    ) { lanes, workspace in
      withUnsafePointer(to: product) { kernel($0, lanes.lowerBound, lanes.upperBound, workspace) }
    }
  }
}
