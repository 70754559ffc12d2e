import Datasets
import Foundation
import Synchronization

/// The data sets that are in memory, each loaded once and shared by all runs of the process.
public final class DatasetLibrary: Sendable {
  private let loaded = Mutex<[DatasetSettings.Name: ImageDataset]>([:])

  /// A library with nothing loaded.
  public init() {}

  /// The data set of this name; a second caller waits for the first one's loading.
  ///
  /// - Throws: `DatasetError`, which names every source and what was wrong with it.
  public func dataset(_ name: DatasetSettings.Name) throws -> ImageDataset {
    try loaded.withLock { loaded in
      if let data = loaded[name] { return data }
      let data =
        switch name {
        case .fashionMNIST: try IDXDataset.fashionMNIST.load()
        case .mnist: try IDXDataset.mnist.load()
        }
      loaded[name] = data
      return data
    }
  }
}
