import Foundation

/// The answers of an independent program: see `Tests/Goldens/README.md`.
public struct Golden: @unchecked Sendable, CustomStringConvertible {
  private let fields: [String: Any]
  private let number: Int

  /// All of RepDL's answers for one operation.
  public static func repdl(_ operation: String) -> [Golden] {
    all.filter { $0.fields["op"] as? String == operation }
  }

  private static let all: [Golden] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Goldens/repdl.json")
    let cases = try! JSONSerialization.jsonObject(with: Data(contentsOf: file)) as! [[String: Any]]
    return cases.enumerated().map { Golden(fields: $1, number: $0) }
  }()

  /// Its place in the file, and its operation.
  public var description: String { "golden \(number) (\(fields["op"]!))" }

  /// A Float array's elements.
  public func floats(_ name: String) -> [Float] { Self.elements(fields[name]!, "f32") }

  /// A list of Float arrays, each one's elements.
  public func floatLists(_ name: String) -> [[Float]] {
    (fields[name] as! [Any]).map { Self.elements($0, "f32") }
  }

  /// An integer array's elements.
  public func integers(_ name: String) -> [Int64] { Self.elements(fields[name]!, "i64") }

  /// An array's shape.
  public func shape(_ name: String) -> [Int] { (fields[name] as! [String: Any])["shape"] as! [Int] }

  /// A number.
  public func double(_ name: String) -> Double { (fields[name] as! NSNumber).doubleValue }

  /// A truth value.
  public func bool(_ name: String) -> Bool { (fields[name] as! NSNumber).boolValue }

  /// A list of whole numbers.
  public func integerList(_ name: String) -> [Int] { fields[name] as! [Int] }

  private static func elements<T>(_ array: Any, _ key: String) -> [T] {
    let bytes = Data(base64Encoded: (array as! [String: Any])[key] as! String)!
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / MemoryLayout<T>.size).map {
        raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<T>.size, as: T.self)
      }
    }
  }
}
