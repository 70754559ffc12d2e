/// One element of a network's list: a layer of any kind, and its name if it has one.
///
/// Read: `relu`, `linear: { outputs: 10 }` or `hidden: [ … ]`. Written: always the layer's options under
/// its kind, under its name where the name is not the kind.
struct LayerBlock: Codable {
  /// Every kind of layer that a configuration can name.
  static let kinds: [any Layer.Type] = [
    Linear.self, ReLU.self, Conv2d.self,
    BatchNorm.self, LayerNorm.self, MaxPool2d.self, AvgPool2d.self, AdaptiveAvgPool2d.self,
    LeakyReLU.self, Sigmoid.self, Tanh.self, Flatten.self, Dropout.self, Residual.self,
  ]

  let name: String?
  let layer: any Layer

  init(name: String?, layer: any Layer) {
    self.name = name
    self.layer = layer
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// What stands under a layer's name: layers, or `nil` if it is no list, so that the name is a misspelt kind.
  private struct NamedList: Decodable {
    let layers: Sequential?

    init(from decoder: any Decoder) throws {
      guard var list = try? decoder.unkeyedContainer() else {
        layers = nil
        return
      }
      layers = try Sequential(reading: &list)
    }
  }

  init(from decoder: any Decoder) throws {
    let names = Self.kinds.map { $0.kind }.joined(separator: ", ")
    func problem(_ text: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
    }
    if let kind = try? decoder.singleValueContainer().decode(String.self) {
      guard let type = Self.kinds.first(where: { $0.kind == kind }) else {
        throw problem("no layer is called '\(kind)'; there are \(names)")
      }
      guard let layer = type.withDefaults else {
        throw problem("the layer '\(kind)' needs options, as in '\(kind): { … }'")
      }
      self.init(name: nil, layer: layer)
      return
    }
    let block = try decoder.container(keyedBy: Key.self)
    guard block.allKeys.count == 1, let key = block.allKeys.first else {
      throw problem("a layer's block has one key, its kind (\(names)) or the name of a list of layers")
    }
    if let type = Self.kinds.first(where: { $0.kind == key.stringValue }) {
      self.init(name: nil, layer: try block.decode(type, forKey: key))
    } else if let layers = try block.decode(NamedList.self, forKey: key).layers {
      guard !key.stringValue.isEmpty, !key.stringValue.contains("/") else {
        throw problem("'\(key.stringValue)' cannot name a layer: names are part of a path")
      }
      self.init(name: key.stringValue, layer: layers)
    } else {
      throw problem("no layer is called '\(key.stringValue)'; there are \(names)")
    }
  }

  func encode(to encoder: any Encoder) throws {
    var block = encoder.container(keyedBy: Key.self)
    if let list = layer as? Sequential {
      try block.encode(list, forKey: Key(stringValue: name ?? Sequential.kind))
    } else {
      try block.encode(layer, forKey: Key(stringValue: type(of: layer).kind))
    }
  }
}
