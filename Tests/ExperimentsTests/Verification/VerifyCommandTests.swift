import Archive
import Experiments
import Foundation
import Testing

/// What `reprise verify` prints, and with which code it ends.
@Suite struct VerifyCommandTests {
  private func verify(_ arguments: [String], in folder: String) throws -> ToolProcess.Ending {
    try ToolProcess.run(["verify", "--quiet"] + arguments, in: folder)
  }

  @Test func eachEndHasItsCode() throws {
    let scratch = try Scratch()
    let yaml = "compute: { activation-curves: { span: 4 } }"
    try scratch.write(yaml, to: "configs/001/curves.yaml")
    let none = try verify(["--sample", "1"], in: scratch.path)
    #expect(none.code == 0 && none.output.isEmpty)
    let archive = try computedArchive(yaml, scratch, "results/001/curves")
    let equal = try verify(["--sample", "1"], in: scratch.path)
    #expect(equal.code == 0)
    #expect(equal.output.hasPrefix("001/curves  equal        content digest compared, "))

    let forged = try forgedComputation(of: archive, in: scratch("forged"))
    let differs = try verify([forged.path, "001"], in: scratch.path)
    #expect(differs.code == 104)
    let lines = differs.output.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[0].contains("  differs      array curves/") && lines[1].contains("equal"))
    #expect(lines[0].contains(", 1 ULP apart; "))

    try scratch.write("not an archive", to: "broken.h5")
    #expect(try verify([scratch("broken.h5")], in: scratch.path).code == 65)
    #expect(try verify([scratch("absent.h5")], in: scratch.path).code == 74)
    #expect(try verify(["--sample", "0"], in: scratch.path).code == 64)
    let json = try verify([forged.path, scratch("broken.h5"), "--json"], in: scratch.path)
    #expect(json.code == 104)
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["state"] as? String } == ["differs", "failed"])
    let difference = try #require(rows[0]["difference"] as? [String: Any])
    #expect(difference["ulps"] as? Int == 1 && difference["index"] as? [Int] == [3])
    #expect((rows[1]["error"] as? String)?.contains("broken.h5") == true)
  }
}
