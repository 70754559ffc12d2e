internal import CKernels

/// How values of channels lie: x (samples, channels, positions), row-major.
///
/// What is summed over a channel is one ascending chain over (sample, position). An image's positions are
/// its pixels in row-major order; a row of features has one position a channel.
package struct ChannelShape: Equatable, Sendable {
  /// How many samples there are.
  package let samples: Int
  /// How many channels a sample has.
  package let channels: Int
  /// How many positions a channel has in one sample.
  package let positions: Int

  /// A shape of so many samples, channels and positions.
  package init(samples: Int, channels: Int, positions: Int) {
    self.samples = samples
    self.channels = channels
    self.positions = positions
  }

  /// How many values a channel's chain has.
  package var chainCount: Int { samples * positions }

  var kernelShape: reprise_channels {
    reprise_channels(samples: samples, channels: channels, positions: positions)
  }

  /// The channels that are worth giving to a thread of their own, whole blocks of the kernels.
  var grain: Int { max(16, (16384 / max(chainCount, 1) + 15) / 16 * 16) }
}

extension Processor {
  /// mean = Σx · q and variance = Σ(d·d) · q with d = x − mean and q = 1/N, for each channel's N values.
  ///
  /// - Parameters:
  ///   - mean: (channels,), written.
  ///   - variance: (channels,), written, or `nil` where only the mean is wanted.
  package func channelStatistics<S: Scalar>(
    _ x: UnsafePointer<S>, shape: ChannelShape, mean: UnsafeMutablePointer<S>,
    variance: UnsafeMutablePointer<S>?
  ) {
    let kernel = kernels(S.self).channel_statistics!
    let scale = Double(S(1 / Double(shape.chainCount)))
    workers.divide(shape.channels, grain: shape.grain) { part, _ in
      withUnsafePointer(to: shape.kernelShape) {
        kernel(mean, variance, x, $0, scale, part.lowerBound, part.upperBound)
      }
    }
  }

  /// deviation = √(variance + ε), element by element.
  package func deviations<S: Scalar>(
    of variance: UnsafePointer<S>, epsilon: Double, into deviation: UnsafeMutablePointer<S>, count: Int
  ) {
    kernels(S.self).deviations!(deviation, variance, Double(S(epsilon)), count)
  }

  /// average = average · (1 − momentum) + (x · factor) · momentum, element by element: three products and a
  /// sum, each rounded; 1 − momentum and the factor are rounded from Double.
  package func updateRunningAverage<S: Scalar>(
    _ average: UnsafeMutablePointer<S>, with x: UnsafePointer<S>, factor: Double = 1, momentum: Double,
    count: Int
  ) {
    kernels(S.self).running_average!(
      average, x, Double(S(1 - momentum)), Double(S(momentum)), Double(S(factor)), count)
  }

  /// y = ((x − mean) / deviation) · gamma + beta, each of the value's channel.
  package func normalizeChannels<S: Scalar>(
    _ x: UnsafePointer<S>, shape: ChannelShape, mean: UnsafePointer<S>, deviation: UnsafePointer<S>,
    gamma: UnsafePointer<S>, beta: UnsafePointer<S>, into y: UnsafeMutablePointer<S>
  ) {
    let kernel = kernels(S.self).normalize_channels!
    workers.divide(shape.channels, grain: shape.grain) { part, _ in
      withUnsafePointer(to: shape.kernelShape) {
        kernel(y, x, mean, deviation, gamma, beta, $0, part.lowerBound, part.upperBound)
      }
    }
  }

  /// The gradients of `normalizeChannels` and, unless they are constant, of the statistics.
  ///
  /// With G = dy, σ = deviation, q = 1/N and d = x − mean: s = ΣG; a = (−γ/σ)·s;
  /// b = Σ((G·(mean − x)) · (γ/(((2·σ)·σ)·σ))); h = (b·q)·d; h = h + h; dx = ((γ/σ)·G + h) + (a − Σh)·q;
  /// dγ = Σ((d/σ)·G); dβ = s. Each letter and each operation is one rounded step, each sum one ascending
  /// chain. With constant statistics dx = (γ/σ)·G.
  ///
  /// Ioffe and Szegedy, "Batch Normalization", 2015, arXiv:1502.03167; the order of the steps is RepDL's.
  ///
  /// - Parameters:
  ///   - gamma: (channels,), or `nil` for ones.
  ///   - dx: Where to write it, or `nil`; it may be `dy`.
  ///   - dGamma: Where to write it, or `nil`, and whether the chains there are continued; `dBeta` likewise.
  package func channelGradients<S: Scalar>(
    _ dy: UnsafePointer<S>, x: UnsafePointer<S>, shape: ChannelShape, mean: UnsafePointer<S>,
    deviation: UnsafePointer<S>, gamma: UnsafePointer<S>?, dx: UnsafeMutablePointer<S>?,
    dGamma: (start: UnsafeMutablePointer<S>, continues: Bool)? = nil,
    dBeta: (start: UnsafeMutablePointer<S>, continues: Bool)? = nil, constantStatistics: Bool = false
  ) {
    let kernel = kernels(S.self).channel_gradients!
    let arguments = reprise_channel_gradients(
      shape: shape.kernelShape, x: x, dy: dy, mean: mean, deviation: deviation, gamma: gamma, dx: dx,
      dgamma: dGamma?.start, dbeta: dBeta?.start, scale: Double(S(1 / Double(shape.chainCount))),
      continues_gamma: dGamma?.continues == true ? 1 : 0, continues_beta: dBeta?.continues == true ? 1 : 0,
      constant_statistics: constantStatistics ? 1 : 0)
    workers.divide(shape.channels, grain: shape.grain) { part, _ in
      withUnsafePointer(to: arguments) { kernel($0, part.lowerBound, part.upperBound) }
    }
  }

  /// `normalizeChannels` for x (rows, columns), with the row's mean and deviation and the column's gamma and beta;
  /// without them the quotient alone.
  package func normalizeRows<S: Scalar>(
    _ x: UnsafePointer<S>, rows: Int, columns: Int, mean: UnsafePointer<S>, deviation: UnsafePointer<S>,
    affine: (gamma: UnsafePointer<S>, beta: UnsafePointer<S>)?, into y: UnsafeMutablePointer<S>
  ) {
    let kernel = kernels(S.self).normalize_rows!
    workers.divide(rows, grain: max(1, 8192 / max(columns, 1))) { part, _ in
      let start = part.lowerBound * columns
      kernel(
        y + start, x + start, mean + part.lowerBound, deviation + part.lowerBound, affine?.gamma,
        affine?.beta, part.count, columns)
    }
  }

  /// dγ of `normalizeRows`: total (columns,) = Σ over the rows of ((x − mean) / deviation) · dy, each one
  /// chain in ascending row order, with the row's mean and deviation.
  ///
  /// - Parameter continues: Goes on from what `total` holds, instead of starting at +0.
  package func sumNormalized<S: Scalar>(
    _ x: UnsafePointer<S>, times dy: UnsafePointer<S>, rows: Int, columns: Int, mean: UnsafePointer<S>,
    deviation: UnsafePointer<S>, into total: UnsafeMutablePointer<S>, continues: Bool = false
  ) {
    let kernel = kernels(S.self).sum_normalized!
    workers.divide(columns, grain: max(64, 16384 / max(rows, 1))) { part, _ in
      let start = part.lowerBound
      kernel(
        total + start, x + start, mean, deviation, dy + start, rows, part.count, columns, continues ? 1 : 0)
    }
  }

  /// y (rows, columns) = x · factor, with one factor a column.
  package func multiplyRows<S: Scalar>(
    _ x: UnsafePointer<S>, by factor: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, rows: Int,
    columns: Int
  ) {
    let kernel = kernels(S.self).multiply_rows!
    workers.divide(rows, grain: max(1, 8192 / max(columns, 1))) { part, _ in
      kernel(y + part.lowerBound * columns, x + part.lowerBound * columns, factor, part.count, columns)
    }
  }
}
