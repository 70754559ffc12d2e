import Tensors

/// Layers one after another, each with a name: a loop with names.
///
/// Its coded form is a list. An element is a layer (`relu`, `linear: { outputs: 10 }`), or a name with a
/// list of its own (`hidden: [...]`). A layer without a name is called by its kind; the second of its kind
/// `linear-2`, and so on.
public struct Sequential: Layer {
  /// Its name in configurations and paths.
  public static let kind = "sequential"

  /// The layers and their names, in order.
  public let layers: [(name: String, layer: any Layer)]

  /// Layers with names.
  public init(_ layers: [(name: String, layer: any Layer)]) { self.layers = layers }

  /// Layers that are called by their kinds.
  public init(_ layers: [any Layer]) {
    self.init(Self.named(layers.map { (nil, $0) }))
  }

  private static func named(_ layers: [(name: String?, layer: any Layer)]) -> [(
    name: String, layer: any Layer
  )] {
    var seen: [String: Int] = [:]
    return layers.map { name, layer in
      if let name { return (name, layer) }
      let kind = type(of: layer).kind
      seen[kind, default: 0] += 1
      return (seen[kind] == 1 ? kind : "\(kind)-\(seen[kind]!)", layer)
    }
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    try self.init(reading: &list)
  }

  init(reading list: inout any UnkeyedDecodingContainer) throws {
    var blocks: [(name: String?, layer: any Layer)] = []
    while !list.isAtEnd {
      let block = try list.decode(LayerBlock.self)
      blocks.append((block.name, block.layer))
    }
    self.init(Self.named(blocks))
  }

  /// Writes it as it is read.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for (name, layer) in layers { try list.encode(LayerBlock(name: name, layer: layer)) }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    var value = x
    for (name, layer) in layers {
      value = try x.graph.scope(name) { try layer(value) }
    }
    return value
  }
}
