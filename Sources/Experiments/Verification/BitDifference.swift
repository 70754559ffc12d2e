import Tensors

/// The first place at which an archive and what was computed again part.
package struct BitDifference: Equatable, Sendable {
  /// What has other bits.
  package enum Subject: String, Encodable, Sendable {
    /// SHA-256 of the parameters after the epoch.
    case model
    /// An element of a parameter.
    case parameter
    /// What was measured.
    case metric
    /// The norm of a parameter's gradient.
    case gradientNorm = "gradient norm"
    /// A value on the probe.
    case activation
    /// An element of the training state: a buffer or an optimizer's array.
    case state
    /// An observation within the epoch.
    case series
    /// An element of what a run without epochs computes.
    case array
    /// An epoch that only one of both has.
    case epoch
    /// The content digest: something that is kept once a run, such as the probe.
    case content
  }

  /// Two numbers at the same place of two arrays.
  package struct Element: Equatable, Sendable {
    /// The place, one index a dimension; empty for a single number.
    package let index: [Int]
    /// How far one is from the other; `nil` for whole numbers.
    package let ulps: ULPDistance?
  }

  /// What differs.
  package let subject: Subject
  /// The path of the tensor or the metric's name; empty for what there is once.
  package let name: String
  /// The epoch; `nil` for what is of no epoch.
  package let epoch: Int?
  /// What the archive has: a digest, or the shortest decimals that read back as the same number.
  package let archived: String
  /// What was computed.
  package let computed: String
  /// Which numbers differ, where it is numbers.
  package let element: Element?

  init(
    _ subject: Subject, _ name: String = "", epoch: Int?, archived: String, computed: String,
    element: Element? = nil
  ) {
    self.subject = subject
    self.name = name
    self.epoch = epoch
    self.archived = archived
    self.computed = computed
    self.element = element
  }

  /// The first difference of two numbers, if they have other bits; NaNs are all the same.
  init?(_ subject: Subject, _ name: String, epoch: Int, archived: Double, computed: Double) {
    self.init(subject, name, epoch: epoch, archived: Tensor([archived]), computed: Tensor([computed]), of: [])
  }

  /// The first difference of two tensors in row-major order, if there is one; NaNs are all the same.
  init?(_ subject: Subject, _ name: String, epoch: Int?, archived: Tensor, computed: Tensor) {
    self.init(
      subject, name, epoch: epoch, archived: archived, computed: computed, of: computed.shape)
  }

  private init?(
    _ subject: Subject, _ name: String, epoch: Int?, archived: Tensor, computed: Tensor, of shape: Shape
  ) {
    guard archived.elementType == computed.elementType, archived.count == computed.count else {
      func form(_ tensor: Tensor) -> String { "\(tensor.elementType.rawValue) \(tensor.shape)" }
      self.init(subject, name, epoch: epoch, archived: form(archived), computed: form(computed))
      return
    }
    func first<T>(_ a: [T], _ b: [T], _ distance: (T, T) -> ULPDistance, inULPs: Bool) -> BitDifference? {
      guard let place = a.indices.first(where: { distance(a[$0], b[$0]) != .zero }) else { return nil }
      return BitDifference(
        subject, name, epoch: epoch, archived: "\(a[place])", computed: "\(b[place])",
        element: Element(
          index: shape.index(ofPlace: place), ulps: inULPs ? distance(a[place], b[place]) : nil))
    }
    let found: BitDifference? =
      switch (archived.elements, computed.elements) {
      case (.float32(let a), .float32(let b)): first(a, b, ULPDistance.init, inULPs: true)
      case (.float64(let a), .float64(let b)): first(a, b, ULPDistance.init, inULPs: true)
      case (.int64(let a), .int64(let b)): first(a, b, ULPDistance.init, inULPs: false)
      case (.uint8(let a), .uint8(let b)):
        first(a, b, { ULPDistance(Int64($0), Int64($1)) }, inULPs: false)
      default: nil
      }
    guard let found else { return nil }
    self = found
  }
}

extension BitDifference: CustomStringConvertible {
  /// `epoch 3: parameter hidden/linear/weight [4, 2] is 0.25 in the archive and 0.25000003 here, 1 ULP apart`.
  package var description: String {
    var text = epoch.map { "epoch \($0): " } ?? ""
    text += subject == .model || subject == .content ? "\(subject.rawValue) digest" : subject.rawValue
    if !name.isEmpty { text += " " + name }
    if let index = element?.index, !index.isEmpty {
      text += " [\(index.map(String.init).joined(separator: ", "))]"
    }
    text += " is \(archived) in the archive and \(computed) here"
    if let ulps = element?.ulps?.count { text += ", \(ulps) \(ulps == 1 ? "ULP" : "ULPs") apart" }
    return text
  }
}

extension BitDifference: Encodable {
  private enum CodingKeys: CodingKey { case subject, name, epoch, index, archived, computed, ulps }

  /// `subject`, `name`, `epoch`, `index`, `archived`, `computed` and `ulps`; what there is not is left out.
  package func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(subject, forKey: .subject)
    if !name.isEmpty { try object.encode(name, forKey: .name) }
    try object.encodeIfPresent(epoch, forKey: .epoch)
    try object.encodeIfPresent(element?.index, forKey: .index)
    try object.encode(archived, forKey: .archived)
    try object.encode(computed, forKey: .computed)
    try object.encodeIfPresent(element?.ulps, forKey: .ulps)
  }
}
