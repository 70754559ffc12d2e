/// The lengths of an array's dimensions, outermost first; elements lie in row-major order.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The length of each dimension, outermost first.
  public let dimensions: [Int]

  /// A shape of these dimensions; none of them is negative.
  public init(_ dimensions: [Int]) {
    precondition(dimensions.allSatisfy { $0 >= 0 }, "a dimension is negative: \(dimensions)")
    self.dimensions = dimensions
  }

  /// A shape of these dimensions.
  public init(arrayLiteral dimensions: Int...) { self.init(dimensions) }

  /// How many elements there are; 1 for a shape without dimensions.
  public var count: Int { dimensions.reduce(1, *) }

  /// How many elements there are; `nil` where the product, from the first dimension on, is above what an integer holds:
  /// for shapes that were read from a file, whose array may be empty all the same.
  package var possibleCount: Int? {
    dimensions.reduce(1) { count, length in
      count.flatMap {
        let product = $0.multipliedReportingOverflow(by: length)
        return product.overflow ? nil : product.partialValue
      }
    }
  }

  /// The indices of an element, one a dimension, by its row-major place.
  package func index(ofPlace place: Int) -> [Int] {
    var rest = place
    return dimensions.reversed().map { length in
      defer { rest /= length }
      return rest % length
    }.reversed()
  }

  /// As Python writes it: `(32, 784)`, `(10,)`, `()`.
  public var description: String {
    let inside = dimensions.map(String.init).joined(separator: ", ")
    return dimensions.count == 1 ? "(\(inside),)" : "(\(inside))"
  }
}
