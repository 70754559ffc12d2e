import Archive
import Datasets
import Foundation
import Reporting
import Tensors

/// What a result was made with, as far as another machine may have something else: none of it changes a bit, unless
/// something is broken. Names of users, hosts and folders are no part of it.
package struct Machine: Codable, Equatable, Sendable {
  /// The processor, with the numbers that tell its generation.
  package var processor: String
  /// The instruction set that the kernels used.
  package var instructionSet: String
  /// The operating system.
  package var system: String
  /// The project's version, the compilers of its Swift and of its kernels, and `debug` for a build that is not optimized.
  package var program: String
  /// libhdf5's version.
  package var hdf5: String
  /// zlib's version.
  package var zlib: String
  /// gnuplot's version; `nil` where there is none or nothing was drawn.
  package var gnuplot: String?

  /// This machine and this build, without gnuplot.
  package init(instructionSet: InstructionSet) {
    processor = Self.processor
    self.instructionSet = instructionSet.rawValue
    system = ProcessInfo.processInfo.operatingSystemVersionString
    program = "Reprise \(Reprise.version), \(Provenance.compilerVersion), \(Processor.compiler)"
    hdf5 = HDF5.version
    zlib = Gzip.zlibVersion
    #if DEBUG
      program += ", debug"
    #endif
  }

  /// Label and value of each property, in a fixed order.
  package var properties: [(label: String, value: String)] {
    [
      ("processor", processor), ("instruction set", instructionSet), ("system", system), ("program", program),
      ("libhdf5", hdf5), ("zlib", zlib), ("gnuplot", gnuplot ?? "none"),
    ]
  }

  /// What names the machine in a file: the first 12 digits of SHA-256 over its properties.
  package var key: String {
    String(
      Digest(of: properties.map { "\($0.label): \($0.value)\n" }.joined()).hexadecimal.prefix(12))
  }
}

extension Machine {
  /// This machine with the instruction set that a run would use now, and its gnuplot.
  package static var current: Machine {
    // A run refuses an instruction set that there is not; here the widest one stands in for it.
    let set = (try? InstructionSet.preferred()) ?? InstructionSet.available.last ?? .scalar
    var machine = Machine(instructionSet: set)
    machine.gnuplot = installedGnuplot
    return machine
  }

  /// The version of the gnuplot that is found, which does not change while the program runs.
  static let installedGnuplot: String? = (try? Gnuplot.find())?.version

  /// The processor's name, such as `AMD EPYC, family 25, model 17, stepping 1`.
  package static let processor: String = {
    #if os(Linux)
      let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      return processor(inCPUInfo: text) ?? "unknown"
    #elseif canImport(Darwin)
      var size = 0
      guard sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0) == 0, size > 0 else {
        return "unknown"
      }
      var name = [CChar](repeating: 0, count: size)
      guard sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0 else { return "unknown" }
      return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return "unknown"
    #endif
  }()

  /// The first processor of Linux's `/proc/cpuinfo`: its model's name where there is one, else (ARM) the numbers of
  /// implementer and part, and what tells its generation; `nil` if the text says none of it.
  package static func processor(inCPUInfo text: String) -> String? {
    var values: [String: String] = [:]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty, !values.isEmpty { break }
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    let name = values["model name"] ?? values["CPU implementer"].map { "ARM, implementer \($0)" }
    guard let name else { return nil }
    let numbers = [
      ("cpu family", "family"), ("model", "model"), ("stepping", "stepping"), ("CPU part", "part"),
      ("CPU variant", "variant"), ("CPU revision", "revision"),
    ]
    return ([name] + numbers.compactMap { key, word in values[key].map { "\(word) \($0)" } })
      .joined(separator: ", ")
  }
}
