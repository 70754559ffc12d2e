import CKernels

/// How values of channels lie: x (samples, channels, positions), row-major.
///
/// What is summed over a channel is one ascending chain over (sample, position). An image's positions are
/// its pixels in row-major order; a row of features has one position a channel.
public struct ChannelShape: Equatable, Sendable {
  /// How many samples there are.
  public let samples: Int
  /// How many channels a sample has.
  public let channels: Int
  /// How many positions a channel has in one sample.
  public let positions: Int

  /// A shape of so many samples, channels and positions.
  public init(samples: Int, channels: Int, positions: Int) {
    self.samples = samples
    self.channels = channels
    self.positions = positions
  }

  /// How many values a channel's chain has.
  public var chainCount: Int { samples * positions }

  var kernelShape: reprise_channels {
    reprise_channels(samples: samples, channels: channels, positions: positions)
  }

  /// The channels that are worth giving to a thread of their own, whole blocks of the kernels.
  var grain: Int { max(16, (16384 / max(chainCount, 1) + 15) / 16 * 16) }
}
