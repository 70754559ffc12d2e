internal import CKernels

extension Processor {
  /// Copies samples (N, channels, height, width) into the middle of a frame of zeros that is there already.
  package func pad<S: Scalar>(
    _ x: UnsafePointer<S>, into padded: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry, count: Int
  ) {
    let (paddedHeight, paddedWidth) = (g.height + 2 * g.padding, g.width + 2 * g.padding)
    let planes = count * g.channels
    workers.divide(planes, grain: max(1, 8192 / (g.height * g.width))) { part, _ in
      for plane in part {
        var to = padded + (plane * paddedHeight + g.padding) * paddedWidth + g.padding
        var from = x + plane * g.height * g.width
        for _ in 0..<g.height {
          to.update(from: from, count: g.width)
          to += paddedWidth
          from += g.width
        }
      }
    }
  }

  /// y[n,o] = Σ weight · x over (input channel, kernel row, kernel column), one ascending chain of fused
  /// multiply-adds from +0, then the bias by one addition. Padded taps enter as `fma(w, +0, acc)`.
  ///
  /// - Parameters:
  ///   - padded: (N, channels, height + 2p, width + 2p).
  ///   - scratch: `g.scratchCount` elements.
  package func convolve<S: Scalar>(
    _ padded: UnsafePointer<S>, weight: UnsafePointer<S>, bias: UnsafePointer<S>?,
    into y: UnsafeMutablePointer<S>, scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry, count: Int
  ) {
    let kernels = kernels(S.self)
    kernels.pack_panels(scratch, weight, g.outputs, g.tapCount, g.tapCount, 1, nil)
    divideRows(count, g.pixelCount, costing: g.outputs * g.tapCount) { sample, pixels in
      g.pixelOffsets.withUnsafeBufferPointer { rows in
        g.tapOffsets.withUnsafeBufferPointer { taps in
          g.ascending.withUnsafeBufferPointer { ascending in
            var product = reprise_gathered()
            (product.rows, product.lanes, product.k) = (pixels.count, g.outputs, g.tapCount)
            product.base = UnsafeRawPointer(padded + sample * g.paddedCount)
            product.row_offset = rows.baseAddress! + pixels.lowerBound
            product.k_offset = taps.baseAddress!
            product.panels = UnsafeRawPointer(scratch)
            product.c = UnsafeMutableRawPointer(y + sample * g.outputCount)
            product.c_offset = ascending.baseAddress! + pixels.lowerBound
            product.c_lane = g.pixelCount
            product.bias = bias.map { UnsafeRawPointer($0) }
            kernels.gathered_product(&product)
          }
        }
      }
    }
  }

  /// dx[n,c] = Σ weight · dy over (output channel, kernel row, kernel column), one ascending chain of fused
  /// multiply-adds from +0 over the taps that exist.
  package func convolveBackward<S: Scalar>(
    _ dy: UnsafePointer<S>, weight: UnsafePointer<S>, into dx: UnsafeMutablePointer<S>,
    scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry, count: Int
  ) {
    let kernels = kernels(S.self)
    for group in g.pixelGroups {
      if spreads(group, dy, weight, into: dx, scratch, g, count, kernels) { continue }
      group.weightOffsets.withUnsafeBufferPointer { offsets in
        kernels.pack_panels(
          scratch, weight, g.channels, offsets.count, g.kernel * g.kernel, 1, offsets.baseAddress)
      }
      divideRows(count, group.pixels.count, costing: g.channels * group.tapOffsets.count) { sample, pixels in
        group.outputOffsets.withUnsafeBufferPointer { rows in
          group.tapOffsets.withUnsafeBufferPointer { taps in
            group.pixels.withUnsafeBufferPointer { places in
              var product = reprise_gathered()
              (product.rows, product.lanes, product.k) = (pixels.count, g.channels, taps.count)
              product.base = UnsafeRawPointer(dy + sample * g.outputCount)
              product.row_offset = rows.baseAddress! + pixels.lowerBound
              product.k_offset = taps.baseAddress
              product.panels = UnsafeRawPointer(scratch)
              product.c = UnsafeMutableRawPointer(dx + sample * g.inputCount)
              product.c_offset = places.baseAddress! + pixels.lowerBound
              product.c_lane = g.height * g.width
              kernels.gathered_product(&product)
            }
          }
        }
      }
    }
  }

  /// `convolveBackward` for a group of pixels of an image with few channels, which would fill few lanes: here
  /// the lanes are pixels. Gives `false`, and does nothing, where that does not help.
  private func spreads<S: Scalar>(
    _ group: ConvolutionGeometry.PixelGroup, _ dy: UnsafePointer<S>, _ weight: UnsafePointer<S>,
    into dx: UnsafeMutablePointer<S>, _ scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry,
    _ count: Int,
    _ kernels: reprise_kernels
  ) -> Bool {
    let lanes = group.columns
    guard g.channels <= 8, lanes >= 64 / MemoryLayout<S>.size else { return false }
    for (k, offset) in group.weightOffsets.enumerated() {
      for channel in 0..<g.channels {
        scratch[k * g.channels + channel] = weight[channel * g.kernel * g.kernel + Int(offset)]
      }
    }
    divideRows(count, group.pixels.count / lanes, costing: lanes * g.channels * group.tapOffsets.count) {
      sample, rows in
      group.tapOffsets.withUnsafeBufferPointer { taps in
        for row in rows {
          let first = row * lanes
          var product = reprise_spread()
          (product.rows, product.lanes, product.k) = (g.channels, lanes, taps.count)
          product.weights = UnsafeRawPointer(scratch)
          product.base = UnsafeRawPointer(dy + sample * g.outputCount + Int(group.outputOffsets[first]))
          product.k_offset = taps.baseAddress
          product.c = UnsafeMutableRawPointer(dx + sample * g.inputCount + Int(group.pixels[first]))
          (product.c_row, product.c_lane) = (g.height * g.width, g.stride)
          let isDone = kernels.spread_product(&product)
          precondition(isDone != 0, "a vector has more lanes than 64 bytes hold")
        }
      }
    }
    return true
  }

  /// dweight[o] = Σ dy · x over (image, output row, output column), one ascending chain of fused multiply-adds;
  /// dbias[o] = Σ dy in the same order, one chain of additions.
  ///
  /// - Parameter continues: Goes on from what the gradients hold, instead of starting at +0.
  package func convolveWeightGradient<S: Scalar>(
    _ padded: UnsafePointer<S>, dy: UnsafePointer<S>, into dweight: UnsafeMutablePointer<S>,
    bias dbias: UnsafeMutablePointer<S>?, scratch: UnsafeMutablePointer<S>, _ g: ConvolutionGeometry,
    count: Int, continues: Bool
  ) {
    let kernels = kernels(S.self)
    let room = ConvolutionGeometry.roundedUp(g.outputs)
    // Each thread has some of an output channel's weights (rows) for all output channels (lanes), in a working
    // copy with the lanes side by side.
    workers.divide(g.tapCount, grain: 14) { taps, workspace in
      for tap in taps {
        for output in 0..<g.outputs {
          scratch[tap * room + output] = continues ? dweight[output * g.tapCount + tap] : 0
        }
      }
      let panels = workspace.assumingMemoryBound(to: S.self)
      let part = min(g.pixelCount, Int(REPRISE_MATMUL_WORKSPACE) / 2 / room)
      let sums = panels + part * room
      let sumsBias = dbias != nil && taps.lowerBound == 0
      for output in 0..<room where sumsBias {
        sums[output] = continues && output < g.outputs ? dbias![output] : 0
      }
      for sample in 0..<count {
        for start in stride(from: 0, to: g.pixelCount, by: part) {
          let pixels = min(part, g.pixelCount - start)
          kernels.pack_panels(
            panels, dy + sample * g.outputCount + start, g.outputs, pixels, g.pixelCount, 1, nil)
          g.tapOffsets.withUnsafeBufferPointer { rows in
            g.pixelOffsets.withUnsafeBufferPointer { offsets in
              g.weightRows.withUnsafeBufferPointer { places in
                var product = reprise_gathered()
                (product.rows, product.lanes, product.k) = (taps.count, g.outputs, pixels)
                product.base = UnsafeRawPointer(padded + sample * g.paddedCount)
                product.row_offset = rows.baseAddress! + taps.lowerBound
                product.k_offset = offsets.baseAddress! + start
                product.panels = UnsafeRawPointer(panels)
                product.c = UnsafeMutableRawPointer(scratch)
                product.c_offset = places.baseAddress! + taps.lowerBound
                product.c_lane = 1
                (product.accumulates, product.pads_lanes) = (1, 1)
                kernels.gathered_product(&product)
              }
            }
          }
          if sumsBias { self.addPanelRows(panels, to: sums, g.outputs, pixels, kernels) }
        }
      }
      for tap in taps {
        for output in 0..<g.outputs { dweight[output * g.tapCount + tap] = scratch[tap * room + output] }
      }
      if sumsBias { dbias!.update(from: sums, count: g.outputs) }
    }
  }

  /// Adds the rows of packed panels, pixel by pixel, to one sum a lane.
  private func addPanelRows<S: Scalar>(
    _ panels: UnsafePointer<S>, to sums: UnsafeMutablePointer<S>, _ lanes: Int, _ pixels: Int,
    _ kernels: reprise_kernels
  ) {
    var panel = panels
    var first = 0
    while first < lanes {
      let width = kernels.panel_width(lanes - first)
      kernels.sum_rows(sums + first, panel, pixels, width, width, 1)
      panel += pixels * width
      first += width
    }
  }

  /// Divides the rows of all samples' products among the threads: `body` gets a sample and some of its rows.
  private func divideRows(
    _ samples: Int, _ rows: Int, costing operations: Int, _ body: (_ sample: Int, _ rows: Range<Int>) -> Void
  ) {
    let grain = max(1, 200_000 / max(1, operations))
    workers.divide(samples * rows, grain: grain) { part, _ in
      for sample in part.lowerBound / rows...(part.upperBound - 1) / rows {
        body(sample, part.clamped(to: sample * rows..<(sample + 1) * rows).shifted(by: -sample * rows))
      }
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range { lowerBound + offset..<upperBound + offset }
}
