import Tensors

/// What the layers that pool in windows have in common: reading their options, and fitting the windows
/// into their input.
struct PoolingOptions {
  let kernel: Int, stride: Int, padding: Int

  enum CodingKeys: String, CodingKey {
    case kernel, stride, padding
  }

  init(kernel: Int, stride: Int?, padding: Int = 0) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  init(from options: KeyedDecodingContainer<CodingKeys>, pads: Bool) throws {
    let kernel = try options.decode(Int.self, forKey: .kernel)
    self.init(
      kernel: kernel, stride: try options.decodeIfPresent(Int.self, forKey: .stride),
      padding: pads ? try options.decodeIfPresent(Int.self, forKey: .padding) ?? 0 : 0)
    func check(_ key: CodingKeys, _ value: Int, _ rule: String, _ holds: Bool) throws {
      guard !holds else { return }
      throw DecodingError.dataCorruptedError(
        forKey: key, in: options, debugDescription: "\(key.stringValue) is \(value), but must be \(rule)")
    }
    try check(.kernel, kernel, "in 1...1024", (1...1024).contains(kernel))
    try check(.stride, stride, "in 1...1024", (1...1024).contains(stride))
    // More would make windows that hold nothing but padding.
    try check(
      .padding, padding, "0 to half the kernel, \(kernel / 2)", (0...kernel / 2).contains(padding))
  }

  /// The windows in an input (channels, height, width), and the output's shape.
  func windows(in shape: Shape, of layer: String, at path: String) throws -> (PoolingShape, Shape) {
    // Winners' indices are kept in the scalar type, in which whole numbers are exact up to 2²⁴.
    guard shape.dimensions.count == 3, shape.count > 0, shape.count / shape.dimensions[0] < 1 << 24,
      let windows = PoolingShape(
        height: shape.dimensions[1], width: shape.dimensions[2], kernel: kernel, stride: stride,
        padding: padding)
    else {
      let least = max(1, kernel - 2 * padding)
      throw GraphError.shape(
        layer: layer, path: path, takes: "(channels, height, width) of at least \(least) × \(least)",
        got: shape)
    }
    return (windows, [shape.dimensions[0], windows.rows, windows.columns])
  }
}
