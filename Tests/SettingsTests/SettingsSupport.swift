import Settings
import Foundation

/// A folder for one test's files, removed with the value.
final class SettingsFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "settings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// Reads a value from a YAML text.
func decodeSettings<Value: Decodable>(_ type: Value.Type = Value.self, _ yaml: String) throws -> Value {
  try StrictDecoder().decode(type, from: SettingsTree(yaml: yaml))
}

/// What an error says about a YAML text that must not be readable; empty if it is readable after all.
func settingsFailure<Value: Decodable>(_ type: Value.Type, _ yaml: String) -> String {
  do {
    let value = try decodeSettings(type, yaml)
    return "read as \(value)"
  } catch let error as SettingsError {
    return error.description
  } catch {
    return "another error: \(error)"
  }
}

/// What an error of any kind says; tells also that none was thrown or that it was not a `SettingsError`.
func settingsFailure(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as SettingsError {
    return error.description
  } catch {
    return "another error: \(error)"
  }
}
