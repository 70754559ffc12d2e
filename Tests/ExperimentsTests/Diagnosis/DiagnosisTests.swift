import Archive
import Datasets
import Experiments
import Files
import Foundation
import Tensors
import Testing

/// The checks of `reprise doctor`, in surroundings that are broken in one way each.
@Suite struct DiagnosisTests {
  private func surroundings(_ scratch: Scratch, path: String = "") -> Surroundings {
    Surroundings(
      environment: ["PATH": path], root: scratch.path,
      sources: DatasetSources(includesSystemFolders: false, cacheFolder: scratch("cache")))
  }

  private func check(_ name: String, _ checks: [DiagnosticCheck]) throws -> DiagnosticCheck {
    try #require(checks.first { $0.name == name }, "\(checks.map(\.name))")
  }

  /// A program in a folder that is then a `PATH`.
  private func program(_ name: String, _ lines: String, in scratch: Scratch) throws -> String {
    let file = try scratch.write("#!/bin/sh\n\(lines)\n", to: "bin/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return scratch("bin")
  }

  /// Nothing is bad in an empty folder: data that were never fetched are none.
  @Test func anEmptyFolderIsWell() throws {
    let scratch = try Scratch()
    let surroundings = surroundings(scratch)
    let checks = surroundings.dataChecks() + surroundings.fileChecks() + surroundings.machineChecks()
    #expect(checks.filter { $0.state == .bad }.map(\.name) == [])
    let data = try check("data: fashion-mnist", checks)
    #expect(data.state == .note && data.found == "not here" && data.remedy != nil)
    #expect(try check("locks and renames", checks).state == .good)
    #expect(try check("cache", checks).state == .good)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [], "something was left")
  }

  @Test func aDataFileCutShortIsBad() throws {
    let scratch = try Scratch()
    var surroundings = surroundings(scratch)
    try scratch.write("short", to: "data/fashion-mnist/train-labels-idx1-ubyte")
    surroundings.sources.userFolder = scratch("data")
    let found = try check("data: fashion-mnist", surroundings.dataChecks())
    #expect(found.state == .bad && found.found == "has 5 bytes, expected 60008")
    #expect(found.place == scratch("data/fashion-mnist/train-labels-idx1-ubyte"))
    #expect(found.remedy?.contains("remove") == true)
    #expect(try check("data: mnist", surroundings.dataChecks()).state == .note)
  }

  // MARK: Files

  /// A file stands where the cache's folder is: that costs a download each time and no more.
  @Test func aCacheThatCannotBeWrittenIsNoted() throws {
    let scratch = try Scratch()
    var surroundings = surroundings(scratch)
    surroundings.sources.cacheFolder = try scratch.write("", to: "cache")
    let found = try check("cache", surroundings.fileChecks())
    #expect(found.state == .note && found.found.contains("Not a directory"), "\(found.found)")
    #expect(found.remedy?.contains("XDG_CACHE_HOME") == true)
    surroundings.sources.cacheFolder = nil
    #expect(try check("cache", surroundings.fileChecks()).state == .note)
  }

  /// A file system that gives every lock to everybody, and one that gives none.
  @Test func aFolderWithoutLocksIsBad() throws {
    let scratch = try Scratch()
    var surroundings = surroundings(scratch)
    surroundings.lock = { $0 }
    let ignored = try check("locks and renames", surroundings.fileChecks())
    #expect(ignored.state == .bad && ignored.found.contains("does not keep a second one out"))
    surroundings.lock = { throw FileError(attempt: "lock", path: $0, code: ENOLCK) }
    let refused = try check("locks and renames", surroundings.fileChecks())
    #expect(refused.state == .bad && refused.found.contains("No locks available"), "\(refused.found)")
    #expect(refused.remedy?.contains("local disk") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
  }

  @Test(arguments: [ENOSPC, EROFS, EXDEV]) func aDiskThatRefusesToWriteIsBad(_ code: Int32) throws {
    let scratch = try Scratch()
    var surroundings = surroundings(scratch)
    surroundings.operations = FileOperations(waits: false) { step in
      if case .rename(let from, _) = step { throw FileError(attempt: "rename", path: from, code: code) }
    }
    let found = try check("locks and renames", surroundings.fileChecks())
    #expect(found.state == .bad && found.found.contains(String(cString: strerror(code))))
    #expect(found.remedy?.isEmpty == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
  }

  // MARK: Programs

  @Test func aMissingGnuplotIsBad() throws {
    let scratch = try Scratch()
    let missing = try check("gnuplot", surroundings(scratch).drawingChecks())
    #expect(missing.state == .bad)
    for way in ["apt-get install gnuplot-nox", "dnf install gnuplot", "brew install gnuplot"] {
      #expect(missing.remedy?.contains(way) == true)
    }
    let path = try program("dnf", "exit 0", in: scratch)
    #expect(
      try check("gnuplot", surroundings(scratch, path: path).drawingChecks()).remedy
        == "install it: dnf install gnuplot", "only the package manager that is here is named")
  }

  /// A gnuplot that was built without cairo, an old one, and a program that is none.
  @Test func aGnuplotThatCannotDrawIsBad() throws {
    let scratch = try Scratch()
    let path = try program(
      "gnuplot",
      """
      if [ "$1" = --version ]; then echo "gnuplot 6.0 patchlevel 1"; exit 0; fi
      case "$3" in *png*) echo "line 5: unknown or ambiguous terminal name" >&2; exit 1;; *) echo "<svg/>";; esac
      """, in: scratch)
    let without = try check("gnuplot", surroundings(scratch, path: path).drawingChecks())
    #expect(without.state == .bad && without.found == "6.0 patchlevel 1, but png is not drawn")
    #expect(without.remedy?.contains("unknown or ambiguous terminal name") == true)
    _ = try program("gnuplot", "echo gnuplot 5.0 patchlevel 1", in: scratch)
    let old = try check("gnuplot", surroundings(scratch, path: path).drawingChecks())
    #expect(old.state == .bad && old.found.contains("5.4 or later"))
    _ = try program("gnuplot", "exit 3", in: scratch)
    #expect(try check("gnuplot", surroundings(scratch, path: path).drawingChecks()).state == .bad)
  }

  @Test func theSwiftThatWouldBuildIsNoted() throws {
    let scratch = try Scratch()
    let missing = try check("Swift", surroundings(scratch).toolChecks())
    #expect(missing.state == .note && missing.remedy?.contains("6.2") == true)
    let path = try program("swift", "echo Apple Swift version 5.10.1 '(x)'", in: scratch)
    #expect(try check("Swift", surroundings(scratch, path: path).toolChecks()).state == .note)
    _ = try program("swift", "echo Swift version 6.10 '(swift-6.10-RELEASE)'", in: scratch)
    let new = try check("Swift", surroundings(scratch, path: path).toolChecks())
    #expect(new.state == .good && new.found == "6.10")
  }

  @Test func anInstructionSetThatThereIsNotIsBad() throws {
    let scratch = try Scratch()
    var surroundings = surroundings(scratch)
    surroundings.environment["REPRISE_ISA"] = "mmx"
    let found = try check("instruction sets", surroundings.machineChecks())
    #expect(found.state == .bad && found.found.contains("mmx") && found.remedy?.contains("unset") == true)
    surroundings.environment["REPRISE_ISA"] = "scalar"
    #expect(try check("instruction sets", surroundings.machineChecks()).found.contains("scalar is used"))
  }

  @Test func aLocaleOfOtherSignsIsNoted() throws {
    let scratch = try Scratch()
    var surroundings = surroundings(scratch)
    for (locale, state) in [
      ("de_DE.ISO-8859-1", DiagnosticCheck.State.note), ("de_DE.UTF-8", .good), ("C.utf8", .good),
      ("C", .good),
      ("", .good),
    ] {
      surroundings.environment["LANG"] = locale
      #expect(try check("locale", surroundings.drawingChecks()).state == state, "\(locale)")
    }
  }

  // MARK: Arithmetic

  @Test func theKernelsHaveTheCommittedDigests() throws {
    let kernels = try KernelDigests()
    #expect(kernels.results.count == 3 * InstructionSet.available.count)
    #expect(kernels.differing.map(\.instructionSet) == [])
  }

  /// On a thread that rounds otherwise no processor can be made; that is told, and does not end the program.
  @Test func aThreadThatRoundsOtherwiseIsBad() async throws {
    let scratch = try Scratch()
    let surroundings = surroundings(scratch)
    let diagnosis = await withCheckedContinuation { (done: CheckedContinuation<Diagnosis, Never>) in
      Thread {
        fesetround(FE_DOWNWARD)
        let diagnosis = Diagnosis(surroundings)
        fesetround(FE_TONEAREST)
        done.resume(returning: diagnosis)
      }.start()
    }
    #expect(diagnosis.kernels == nil)
    let arithmetic = try check("IEEE 754", diagnosis.checks)
    #expect(arithmetic.state == .bad && arithmetic.found.contains("not so: round to nearest"))
    #expect(arithmetic.remedy?.contains("doctor --report") == true)
    #expect(try check("kernels", diagnosis.checks).state == .bad)
  }
}
