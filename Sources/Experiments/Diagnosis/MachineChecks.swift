import Archive
import Datasets
import Files
import Foundation
import Images
import Tensors

extension Surroundings {
  /// What the program is made of: its compiler, the Swift that would build it, its libraries.
  package func toolChecks() -> [DiagnosticCheck] {
    [build(), swift()] + libraries()
  }

  private func build() -> DiagnosticCheck {
    let found = "Reprise \(Reprise.version) by \(Provenance.compilerVersion) and \(Processor.compiler)"
    #if DEBUG
      return DiagnosticCheck(
        "this build", .machine, .note, found + ", not optimized: it computes the same and takes far longer",
        remedy: "'make build' makes an optimized one")
    #else
      return DiagnosticCheck("this build", .machine, .good, found)
    #endif
  }

  private func swift() -> DiagnosticCheck {
    let remedy = "'make' needs Swift 6.2 or later to build: swift.org"
    guard let swift = program("swift") else {
      return DiagnosticCheck("Swift", .machine, .note, "there is none in PATH", remedy: remedy)
    }
    let words = Program.output(swift, ["--version"])?.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let words, let version = words.firstIndex(of: "version").map({ words.dropFirst($0 + 1) })?.first
    else {
      return DiagnosticCheck(
        "Swift", .machine, .note, "does not tell its version", place: swift, remedy: remedy)
    }
    let numbers = version.split(separator: ".").map { Int($0) ?? 0 } + [0, 0]
    let isEnough = (numbers[0], numbers[1]) >= (6, 2)
    return DiagnosticCheck(
      "Swift", .machine, isEnough ? .good : .note, version, place: swift, remedy: isEnough ? nil : remedy)
  }

  /// At run time, but for libjpeg-turbo, whose library does not tell.
  private func libraries() -> [DiagnosticCheck] {
    let hdf5 = HDF5.version
    return [
      DiagnosticCheck(
        "libraries", .machine, hdf5 == "unknown" ? .bad : .good,
        [
          "libhdf5 \(hdf5)", "zlib \(Gzip.zlibVersion)", "libpng \(ImageFile.pngVersion)",
          "libjpeg-turbo \(ImageFile.jpegVersion) (headers)", Digest.library,
        ].joined(separator: ", "),
        remedy: hdf5 == "unknown" ? install(apt: "libhdf5-dev", dnf: "hdf5-devel", brew: "hdf5") : nil)
    ]
  }

  /// The processor, its instruction sets, memory.
  package func machineChecks() -> [DiagnosticCheck] {
    let process = ProcessInfo.processInfo
    return [
      DiagnosticCheck(
        "processor", .machine, .good,
        "\(Machine.processor); \(process.activeProcessorCount) cores; \(process.operatingSystemVersionString)"
      ),
      instructionSets(), memory(process.physicalMemory),
    ]
  }

  private func instructionSets() -> DiagnosticCheck {
    let available = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    do {
      let chosen = try InstructionSet.preferred(environment: environment)
      let isForced = !(environment["REPRISE_ISA"] ?? "").isEmpty
      return DiagnosticCheck(
        "instruction sets", .machine, .good,
        "\(available); \(chosen) is used" + (isForced ? ", as REPRISE_ISA says" : ""))
    } catch {
      return DiagnosticCheck(
        "instruction sets", .machine, .bad,
        "\(available); REPRISE_ISA is \(environment["REPRISE_ISA"] ?? ""), which is none of them",
        remedy: "unset REPRISE_ISA to use the widest")
    }
  }

  /// The largest of the experiments, and two of them at once, need less than this.
  private static let enoughMemory: UInt64 = 4_000_000_000

  private func memory(_ bytes: UInt64) -> DiagnosticCheck {
    DiagnosticCheck(
      "memory", .machine, bytes < Self.enoughMemory ? .note : .good, byteText(bytes),
      remedy: bytes < Self.enoughMemory ? "run one experiment at a time: 'reprise reproduce --jobs 1'" : nil)
  }
}
