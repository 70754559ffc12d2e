import Archive
import Experiments
import Foundation
import Tensors
import Testing

/// The command `reprise diff`: what it prints where, and how it ends.
@Suite struct DiffCommandTests {
  private func diff(_ arguments: String...) throws -> ToolProcess.Ending {
    try ToolProcess.run(["diff"] + arguments)
  }

  private func run(_ path: String, _ set: [String] = []) throws {
    try TinyExperiment.run(path, set).perform(on: Processor())
  }

  @Test func sameAndDifferent() throws {
    let scratch = try Scratch()
    try run(scratch("a"))
    try run(scratch("b"))
    try run(scratch("c"), ["seed=4"])
    let same = try diff(scratch("a"), scratch("b/run.h5"))
    #expect(same.code == 0 && same.errors.isEmpty && same.output.contains("Every bit"))
    let different = try diff(scratch("a"), scratch("c"))
    #expect(different.code == 1 && different.errors.isEmpty)
    #expect(
      different.output.contains("The models part at epoch 0.") && different.output.contains("‖a−b‖/‖a‖"))

    let text = try diff(scratch("a"), scratch("c"), "--json")
    #expect(text.code == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.output.utf8)) as? [String: Any])
    #expect(object["is-same"] as? Bool == false)
    #expect((object["models"] as? [String: Any])?["parted"] as? Int == 0)
    let parts = try #require(object["parts"] as? [[String: Any]])
    let place = try #require(parts[0]["first"] as? [String: Any])
    #expect(parts[0]["part"] as? String == "parameters" && place["index"] as? [Int] == [0, 0])
    #expect(((place["a"] as? [String: Any])?["bits"] as? String)?.count == 8)
    let distances = try #require(object["distances"] as? [[String: Any]])
    #expect(distances.count == 16)
  }

  /// A diverged run has values that JSON has no numbers for.
  @Test func whatIsNotFiniteIsText() throws {
    let scratch = try Scratch()
    try run(scratch("a"))
    try run(scratch("b"), ["optimizer={ sgd: { learning-rate: 1e38 } }"])
    let text = try diff(scratch("a"), scratch("b"), "--json")
    #expect(text.code == 1 && text.output.contains(#""maximum-ulps":"inf""#), "\(text.errors)")
    #expect(try JSONSerialization.jsonObject(with: Data(text.output.utf8)) is [String: Any])
  }

  @Test func wrongUsageIsTrouble() throws {
    for arguments in [[], ["a"], ["a", "b", "--unknown"]] {
      let result = try ToolProcess.run(["diff"] + arguments)
      #expect(result.code == 2 && result.output.isEmpty && result.errors.contains("Usage: reprise diff"))
    }
    #expect(try diff("--help").code == 0)
  }

  @Test func trouble() throws {
    let scratch = try Scratch()
    try run(scratch("a"))
    let whole = try Data(contentsOf: URL(fileURLWithPath: scratch("a/run.h5")))
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    try damaged.write(to: URL(fileURLWithPath: scratch("damaged.h5")))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: scratch("short.h5")))
    try scratch.write("no run", to: "text.h5")
    try FileManager.default.createDirectory(atPath: scratch("empty"), withIntermediateDirectories: true)
    for name in ["none", "damaged.h5", "short.h5", "text.h5", "empty"] {
      for arguments in [(scratch("a"), scratch(name)), (scratch(name), scratch("a"))] {
        let result = try diff(arguments.0, arguments.1)
        #expect(result.code == 2 && result.output.isEmpty, "\(name): \(result)")
        #expect(result.errors.hasPrefix("reprise: ") && result.errors.contains(name), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      }
    }
  }
}
