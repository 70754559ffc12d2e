import Experiments
import Settings
import Testing

@Suite struct KeyDifferenceTests {
  private func differences(_ a: String, _ b: String) throws -> [String] {
    try KeyDifference.between(SettingsTree(yaml: a), SettingsTree(yaml: b)).map { key in
      "\(key.kind) \(key.key) \(key.a ?? "–") \(key.b ?? "–")"
    }
  }

  @Test(arguments: [
    (#"{"a":1,"b":{"c":2}}"#, #"{"b":{"c":2},"a":1}"#, []),
    (#"{"a":1}"#, #"{"a":2}"#, ["changed a 1 2"]),
    (#"{"a":1}"#, #"{"a":"1"}"#, [#"changed a 1 "1""#]),
    (#"{"a":{"x":1,"y":2}}"#, #"{"a":{"y":2,"z":null}}"#, ["removed a.x 1 –", "added a.z – null"]),
    (#"{"a":[1,2]}"#, #"{"a":[1,3,4]}"#, ["changed a.1 2 3", "added a.2 – 4"]),
    (#"{"a":[],"b":{}}"#, #"{"b":[]}"#, ["removed a [] –", "removed b {} –", "added b – []"]),
    (#"{"a":{"sgd":{"rate":1}}}"#, #"{"a":"none"}"#, ["removed a.sgd.rate 1 –", #"added a – "none""#]),
    (#"{"a":[]}"#, #"{"a":[{"b":true}]}"#, ["added a.0.b – true"]),
  ])
  func addedRemovedAndChanged(_ a: String, _ b: String, _ expected: [String]) throws {
    #expect(try differences(a, b) == expected)
  }
}
