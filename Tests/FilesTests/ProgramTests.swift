import Files
import Foundation
import Testing

@Suite struct ProgramTests {
  @Test func aProgramIsFoundInTheFirstFolderThatHasIt() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("programs-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a", "b"] {
      let here = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: here, withIntermediateDirectories: true)
      try "#!/bin/sh\necho \(name)\n".write(
        to: here.appendingPathComponent("tool"), atomically: true, encoding: .utf8)
    }
    let (a, b) = ("\(folder.path)/a", "\(folder.path)/b")
    #expect(Program.find("tool", in: "\(a):\(b)") == nil, "neither can be run")
    for path in [a, b] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(path)/tool")
    }
    #expect(Program.find("tool", in: "\(a):\(b)") == "\(a)/tool")
    #expect(Program.find("a", in: folder.path) == nil, "a folder is no program")
    #expect(Program.output("\(b)/tool", []) == "b\n")
  }

  @Test func whatFailsOrDoesNotEndHasNoOutput() {
    #expect(Program.output("/nowhere/program", []) == nil)
    #expect(Program.output("/bin/sh", ["-c", "echo x; exit 1"]) == nil)
    #expect(Program.output("/bin/sh", ["-c", "echo x; exec sleep 60"], seconds: 1) == nil)
    #expect(Program.output("/bin/sh", ["-c", "echo x"]) == "x\n")
  }
}
