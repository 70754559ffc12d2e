import Datasets
import Reporting
import Settings
import Tensors

/// `samples: { dataset: fashion-mnist, count: 10, seed: 0 }`: random training images of a data set, a row a class.
package struct SamplesFigure: FigureKind {
  /// `samples`.
  package static let kind = "samples"

  /// The data set, whose examples are images.
  @OneOf<DatasetKinds> public private(set) var dataset: any DatasetKind
  /// How many images a class has.
  package let count: Int
  /// The seed of the choice.
  package let seed: UInt64

  /// Reads the options.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    _dataset = try options.value(.dataset)
    count = try options.value(.count, .within(1...100))
    seed = try options.value(.seed, default: 0)
  }

  /// A mosaic of images.
  package func figure(_ context: FigureContext) throws -> any Figure {
    let data = try context.dataset(dataset)
    let examples = data.training
    guard case .classes(let classes, let names) = examples.targets, examples.shape.dimensions.count == 3,
      examples.inputsAreBytes
    else {
      throw RunError.unfitData(
        "the examples of \(data.name), of shape \(examples.shape), are no "
          + "images with classes")
    }
    let random = PhiloxSource(seed: seed)
    return try ImageMosaic(
      caption: context.caption(
        "Training images, chosen at random in each class; data \(examples.digest.hexadecimal.prefix(12))."),
      rows: names.enumerated().map { label, name in
        let members = classes.indices.filter { classes[$0] == label }
        let site = RandomSite(path: "\(context.declaration.name)/\(name)")
        let order = random.stream(.dataGeneration, site: site).permutation(of: members.count)
        return ImageMosaic.Row(
          label: name,
          images: order.prefix(count).map {
            examples.inputTensor(CollectionOfOne(members[$0])).reshaped(to: examples.shape)
          })
      })
  }
}
