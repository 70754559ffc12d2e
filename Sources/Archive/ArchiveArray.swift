import Foundation

/// An array as it is stored: a shape and its elements in row-major order.
///
/// Two arrays are equal when type, shape and every element's *bits* are equal, so −0 differs from +0 and a
/// NaN equals itself. A NaN's bits are outside the contract: files hold 7fc00000 and 7ff8000000000000.
public struct ArchiveArray: Sendable {
  /// The elements, in one of the four types that files may hold.
  public enum Elements: Sendable {
    /// IEEE binary32, little-endian in the file.
    case float32([Float])
    /// IEEE binary64, little-endian in the file.
    case float64([Double])
    /// Signed 64-bit integers, little-endian in the file.
    case int64([Int64])
    /// Bytes, as of images.
    case uint8([UInt8])
  }

  /// The extents, outermost first; empty for a scalar.
  public let shape: [Int]
  /// The elements in row-major order, as many as the product of the extents.
  public let elements: Elements

  /// An array of a shape and as many elements as it has places.
  ///
  /// - Precondition: no extent is negative and `elements` has exactly the product of the extents.
  public init(shape: [Int], elements: Elements) {
    precondition(shape.allSatisfy { $0 >= 0 }, "negative extent in \(shape)")
    precondition(
      shape.reduce(1, *) == elements.count, "\(elements.count) elements do not fill the shape \(shape)")
    self.shape = shape
    self.elements = elements
  }

  /// A float array, `[elements.count]` unless a shape is given.
  public init(_ elements: [Float], shape: [Int]? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .float32(elements))
  }

  /// A double array, `[elements.count]` unless a shape is given.
  public init(_ elements: [Double], shape: [Int]? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .float64(elements))
  }

  /// An integer array, `[elements.count]` unless a shape is given.
  public init(_ elements: [Int64], shape: [Int]? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .int64(elements))
  }

  /// A byte array, `[elements.count]` unless a shape is given.
  public init(_ elements: [UInt8], shape: [Int]? = nil) {
    self.init(shape: shape ?? [elements.count], elements: .uint8(elements))
  }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The elements if they are floats, else `nil`.
  public var floats: [Float]? { if case .float32(let values) = elements { values } else { nil } }

  /// The elements if they are doubles, else `nil`.
  public var doubles: [Double]? { if case .float64(let values) = elements { values } else { nil } }

  /// The elements if they are integers, else `nil`.
  public var integers: [Int64]? { if case .int64(let values) = elements { values } else { nil } }

  /// The elements if they are bytes, else `nil`.
  public var bytes: [UInt8]? { if case .uint8(let values) = elements { values } else { nil } }
}

extension ArchiveArray: Equatable {
  /// Whether type, shape and every bit are equal.
  public static func == (a: ArchiveArray, b: ArchiveArray) -> Bool {
    guard a.shape == b.shape, a.elements.type == b.elements.type else { return false }
    return a.elements.withUnsafeBytes { x in
      b.elements.withUnsafeBytes { y in
        guard let x = x.baseAddress, let start = y.baseAddress, !y.isEmpty else { return true }
        return memcmp(x, start, y.count) == 0
      }
    }
  }
}

/// An array with the path under which it is stored, such as `hidden/linear/weight`.
public struct NamedArray: Equatable, Sendable {
  /// Components joined by `/`; each becomes a group, the last one the dataset.
  public var path: String
  /// The values.
  public var array: ArchiveArray

  /// Names an array.
  public init(_ path: String, _ array: ArchiveArray) {
    self.path = path
    self.array = array
  }
}
