import Archive
import Datasets
import Foundation
import Settings
import Tensors

/// The machine and the builds of the program that worked on a run: `host.json`, beside the run and never in it.
struct HostRecord: Codable {
  /// SHA-256 of each executable that worked on the run, in order.
  var builds: [String]
  var cores = ProcessInfo.processInfo.activeProcessorCount
  var memoryBytes = ProcessInfo.processInfo.physicalMemory
  var name = ProcessInfo.processInfo.hostName
  var instructionSets = InstructionSet.available.map(\.rawValue)
  /// What the last of the builds computed with.
  var machine: Machine

  /// This machine, which works with an instruction set, and this build, after the builds of an earlier record.
  init(after earlier: HostRecord?, instructionSet: InstructionSet) {
    machine = Machine(instructionSet: instructionSet)
    builds = (earlier?.builds ?? []).filter { $0 != Self.build } + [Self.build]
  }

  /// The record of a run's directory, if there is one that can be read.
  init?(in directory: String) {
    guard let text = RunDirectory.host(in: directory),
      let record = try? StrictDecoder().decode(HostRecord.self, from: SettingsTree(yaml: text))
    else { return nil }
    self = record
  }

  /// Whether this build alone made the run.
  var isOfThisBuild: Bool { builds == [Self.build] && Self.build != Self.unknown }

  private static let unknown = "unknown"

  /// SHA-256 of the running executable; `unknown` if it cannot be read.
  static let build: String = {
    guard let path = Bundle.main.executablePath, let bytes = try? Bytes(mapping: path) else {
      return unknown
    }
    return bytes.withUnsafeBytes { Digest(of: $0).hexadecimal }
  }()
}

extension ExperimentRun {
  /// What made the run as far as `host.json` tells, else what would make it now; with this machine's gnuplot, which draws
  /// it.
  var machine: Machine {
    var machine = HostRecord(in: directory)?.machine ?? Machine.current
    machine.gnuplot = Machine.installedGnuplot
    return machine
  }
}
