import Tensors

/// Layers with a way past them: y = body(x) + shortcut(x), one addition an element.
///
/// Without a shortcut it is x itself. The body's layers have `body` in their paths, the shortcut's
/// `shortcut`, and the result is `sum`. The gradient of x is that of the way past the body, to which the
/// body's is added.
///
/// He et al., "Deep Residual Learning for Image Recognition", 2015, arXiv:1512.03385.
public struct Residual: Layer {
  /// Its name in configurations and paths.
  public static let kind = "residual"

  /// The layers that are passed.
  public let body: Sequential
  /// The layers on the way past the body, such as a projection; `nil` for none.
  public let shortcut: Sequential?

  /// A body and the way past it.
  public init(body: Sequential, shortcut: Sequential? = nil) {
    self.body = body
    self.shortcut = shortcut
  }

  private enum CodingKeys: String, CodingKey {
    case body, shortcut
  }

  /// Reads its block of a configuration.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    body = try options.decode(Sequential.self, forKey: .body)
    shortcut = try options.decodeIfPresent(Sequential.self, forKey: .shortcut)
    for (key, layers) in [(CodingKeys.body, body), (.shortcut, shortcut)] where layers?.layers.isEmpty == true
    {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: options,
        debugDescription: "a residual's \(key.stringValue) needs at least 1 layer"
          + (key == .shortcut ? "; leave it out to add the input itself" : ""))
    }
  }

  /// Records it.
  public func callAsFunction<S: Scalar>(_ x: Node<S>) throws -> Node<S> {
    let graph = x.graph
    let through = try graph.scope("body") { try body(x) }
    let past = try shortcut.map { layers in try graph.scope("shortcut") { try layers(x) } } ?? x
    guard through.shape == past.shape else {
      let remedy =
        shortcut == nil
        ? "its input has \(past.shape): give it a shortcut of layers that change the shape"
        : "its shortcut gives \(past.shape): both must be the same"
      throw GraphError.option(
        layer: Self.kind, path: graph.path,
        problem: "its body gives \(through.shape) per sample, but \(remedy)")
    }
    // A scope of its own: in a file of arrays, what holds others cannot be an array too.
    return try graph.scope("sum") {
      graph.record(
        Addition<S>(a: through.slot, b: past.slot, output: try graph.activation(through.shape)))
    }
  }
}
