import Archive
import Tensors

/// What two lists have in common, and what only one has; each in the order of its list.
struct Overlap<Item: Hashable & Sendable>: Sendable {
  let common, onlyInA, onlyInB: [Item]

  /// - Parameters:
  ///   - a: Without repetitions, as is `b`; what is common stands in its order.
  init(_ a: [Item], _ b: [Item]) {
    let inA = Set(a), inB = Set(b)
    common = a.filter(inB.contains)
    onlyInA = a.filter { !inB.contains($0) }
    onlyInB = b.filter { !inA.contains($0) }
  }
}

/// One part of two runs, such as all metrics or all activations, compared as far as both have it.
package struct PartComparison: Encodable, Sendable {
  /// The parts, as JSON names them.
  package enum Part: String, Encodable, Sendable, CaseIterable {
    /// Of the raw value's name.
    case metrics, series, parameters, activations, states, computed
    /// A number for each parameter and epoch.
    case gradientNorms = "gradient-norms"
  }

  /// The first place where both have a value and the bits differ.
  package struct Place: Encodable, Equatable, Sendable {
    /// The epoch; `nil` for computed arrays.
    package let epoch: Int?
    /// What differs, such as `loss/train` or `hidden/linear/weight`.
    package let name: String
    /// The element, an index a dimension; empty for a single value.
    package var index: [Int] = []
    /// The values.
    package let a, b: StoredValue
    /// Their distance; `nil` for texts.
    package var ulps: ULPDistance?
  }

  /// An array that has one type and shape in the one run and another in the other, and is not compared.
  package struct OtherShape: Encodable, Equatable, Sendable {
    /// The array's path.
    package let name: String
    /// `float32 (8, 16)`.
    package let a, b: String
  }

  /// What is compared.
  package let part: Part
  /// How many names both have with the same type and shape.
  package internal(set) var compared = 0
  /// The epochs at which both keep something that is compared.
  package internal(set) var epochs: [Int] = []
  /// The epochs at which only one keeps something of this part.
  package internal(set) var epochsOnlyInA: [Int] = [], epochsOnlyInB: [Int] = []
  /// Names that only one has.
  package internal(set) var onlyInA: [String] = [], onlyInB: [String] = []
  /// Names that both have in different forms.
  package internal(set) var otherShapes: [OtherShape] = []
  /// The first difference: of the earliest epoch, there the first name in declared order, there the first element.
  package internal(set) var first: Place?

  /// A part that nothing is known of.
  init(_ part: Part) { self.part = part }

  /// Whether nothing differs and neither has a name that the other lacks.
  package var isSame: Bool {
    first == nil && onlyInA.isEmpty && onlyInB.isEmpty && otherShapes.isEmpty
  }

  /// Notes the names of both.
  ///
  /// - Returns: Those that both have.
  mutating func take(_ names: Overlap<String>) -> [String] {
    (onlyInA, onlyInB) = (names.onlyInA, names.onlyInB)
    compared = names.common.count
    return names.common
  }

  /// Notes the epochs at which each keeps something.
  ///
  /// - Returns: Those at which both do.
  mutating func take(_ epochs: Overlap<Int>) -> [Int] {
    (epochsOnlyInA, epochsOnlyInB) = (epochs.onlyInA, epochs.onlyInB)
    return epochs.common
  }

  /// Notes an array's forms.
  ///
  /// - Returns: Whether they are the same, so that the array can be compared.
  mutating func take(
    _ name: String, _ a: RunArchive.ArrayOutline, _ b: RunArchive.ArrayOutline
  ) -> Bool {
    guard a != b else { return true }
    compared -= 1
    otherShapes.append(OtherShape(name: name, a: a.description, b: b.description))
    return false
  }

  /// Notes a difference, unless there was one before.
  mutating func note(_ element: TensorDistance.Element?, of name: String, at epoch: Int?) {
    guard first == nil, let element else { return }
    first = Place(
      epoch: epoch, name: name, index: element.index, a: element.a, b: element.b, ulps: element.ulps)
  }

  /// Notes two numbers if they differ, unless there was a difference before.
  mutating func note(_ a: Double, _ b: Double, of name: String, at epoch: Int) {
    let ulps = ULPDistance(a, b)
    guard first == nil, ulps != .zero else { return }
    first = Place(epoch: epoch, name: name, a: .double(a), b: .double(b), ulps: ulps)
  }
}

/// An array's distance in two runs.
package struct ArrayDistance: Encodable, Sendable {
  /// The epoch; `nil` for computed arrays.
  package let epoch: Int?
  /// The array's path.
  package let name: String
  /// How far the arrays are apart.
  package let distance: TensorDistance
}
