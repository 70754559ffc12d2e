import Datasets
import Settings
import Tensors

/// An augmentation written in flow style: `[rotation: { degrees: 10 }]`.
func augmentation(_ yaml: String) throws -> Augmentation {
  try StrictDecoder().decode(from: SettingsTree(yaml: "\(yaml)\n"))
}

/// What the reading of an augmentation says; tells also that it could be read.
func augmentationProblem(_ yaml: String) -> String {
  do {
    _ = try augmentation(yaml)
    return "no error"
  } catch { return "\(error)" }
}

/// An image whose values are those of a Philox stream, uniform in 0…1.
func sampleImage(_ shape: Shape, number: Int = 0) -> Tensor {
  var values = [Float](repeating: 0, count: shape.count)
  values.withUnsafeMutableBufferPointer {
    RandomStream(seed: 5, purpose: .dataGeneration, site: RandomSite(index: number)).fillUniform(
      $0, in: Float(0)..<1)
  }
  return Tensor(values, shape: shape)
}

extension Augmentation {
  /// The image of a sample in an epoch, under seed 1.
  func image(_ image: Tensor, epoch: Int = 0, index: Int = 0) throws -> Tensor {
    try self(image, seed: 1, epoch: epoch, index: index)
  }
}

extension Tensor {
  /// The values of an image.
  var values: [Float] { floats ?? [] }

  /// The image whose value at (channel, row, column) is this one's at a place.
  func permuted(_ place: (_ row: Int, _ column: Int) -> (row: Int, column: Int)) -> Tensor {
    let (channels, height, width) = (shape.dimensions[0], shape.dimensions[1], shape.dimensions[2])
    var result: [Float] = []
    for channel in 0..<channels {
      for row in 0..<height {
        for column in 0..<width {
          let from = place(row, column)
          result.append(values[(channel * height + from.row) * width + from.column])
        }
      }
    }
    return Tensor(result, shape: shape)
  }
}
