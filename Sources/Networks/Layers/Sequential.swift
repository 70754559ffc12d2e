import Settings
import Tensors

/// Layers one after another, each with a name: a loop with names.
///
/// Its coded form is a list. An element is a layer (`relu`, `linear: { outputs: 10 }`) or a group: a name with a
/// list of its own (`hidden: [...]`). A layer without a name is called by its kind; the second of its kind
/// `linear-2`, and so on.
public struct Sequential: Layer {
  /// What a group without a name is called in paths.
  public static let kind = "sequential"

  /// The layers and their names, in order.
  public let layers: [(name: String, layer: any Layer)]

  /// Layers with names.
  public init(_ layers: [(name: String, layer: any Layer)]) { self.layers = layers }

  /// Layers that are called by their kinds.
  public init(_ layers: [any Layer]) {
    self.init(Self.named(layers.map { (nil, $0) }))
  }

  private static func named(
    _ layers: [(name: String?, layer: any Layer)]
  ) -> [(name: String, layer: any Layer)] {
    var seen: [String: Int] = [:]
    return layers.map { name, layer in
      if let name { return (name, layer) }
      let kind = type(of: layer).kind
      seen[kind, default: 0] += 1
      return (seen[kind] == 1 ? kind : "\(kind)-\(seen[kind]!)", layer)
    }
  }

  /// Records the layers, each in a scope of its name.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    var value = x
    for (name, layer) in layers {
      value = try x.graph.scope(name) { try x.graph.wire(layer, on: value) }
    }
    return value
  }
}

// MARK: - Coding

extension Sequential {
  /// Reads a list of layers and groups.
  ///
  /// - Throws: for an unknown layer, and for a group whose name cannot be part of a path.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var elements: [(name: String?, layer: any Layer)] = []
    while !list.isAtEnd {
      let element = try list.decode(Element.self)
      elements.append((element.group, element.layer))
    }
    self.init(Self.named(elements))
  }

  /// Writes the list as it is read.
  ///
  /// - Throws: `EncodingError` for a layer with a name of its own that is no group: no configuration can say that.
  public func encode(to encoder: any Encoder) throws {
    let elements = layers.map { Element(group: $0.layer is Sequential ? $0.name : nil, layer: $0.layer) }
    for (layer, readable) in zip(layers, Self.named(elements.map { ($0.group, $0.layer) }))
    where layer.name != readable.name {
      throw EncodingError.invalidValue(
        self,
        .init(
          codingPath: encoder.codingPath,
          debugDescription: "'\(layer.name)' names a layer: in a configuration only groups have names"))
    }
    var list = encoder.unkeyedContainer()
    for element in elements { try list.encode(element) }
  }

  /// One element of the list: a layer, or a group with its name.
  private struct Element: Codable {
    let group: String?
    let layer: any Layer

    init(group: String?, layer: any Layer) {
      self.group = group
      self.layer = layer
    }

    init(from decoder: any Decoder) throws {
      let choice = try Choice(from: decoder, of: Layers.noun, among: Layers.names, orLists: true)
      if choice.isKnown {
        self.init(group: nil, layer: try Layers.value(of: choice))
        return
      }
      if let problem = NamedTensor.problem(inComponent: choice.name) {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "the name '\(choice.name)' of a group of layers \(problem)"))
      }
      self.init(group: choice.name, layer: try choice.options(Sequential.self))
    }

    func encode(to encoder: any Encoder) throws {
      try Choice.encode(group ?? type(of: layer).kind, options: layer, to: encoder)
    }
  }
}
