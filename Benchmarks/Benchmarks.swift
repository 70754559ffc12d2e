import ArgumentParser
import Experiments
import Foundation
import Settings
import Tensors

/// `make bench`: ratios to OpenBLAS and PyTorch, measured in turns on this machine.
@main
struct Benchmarks: ParsableCommand {
  /// What can be measured.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case products, convolutions, networks, epochs
  }

  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    discussion: """
      OpenBLAS is measured with the kernels of the instruction set that ours use (REPRISE_ISA chooses); OPENBLAS may \
      name another build of it. PyTorch is measured if PYTHON names a Python that has it. Medians of rounds, \
      quartiles of the ratio.
      """)

  @Argument(
    help: "What to measure, all by default: \(Part.allCases.map(\.rawValue).joined(separator: ", ")).")
  var parts: [Part] = []

  @Option(help: "How often each pair is measured in turns.")
  var rounds = 9

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1.") }
  }

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case Products.command: print(OpenBLAS(nil)?.kernels ?? "none")
      case TrainingSteps.command: try TrainingSteps.serve(Array(arguments.dropFirst()))
      default: try parseOrExit().run()
      }
    } catch {
      exit(withError: error)
    }
  }

  func run() throws {
    let processor = try Processor(threads: 1)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var sections: [Section] = []
    func add(_ section: Section) {
      sections.append(section)
      if !json { print(section.text) }
      fflush(nil)
    }
    if !json {
      print("\(Machine.processor), \(processor.instructionSet), \(threads) cores, \(rounds) rounds")
    }
    let wanted = parts.isEmpty ? Part.allCases : parts
    if wanted.contains(.products), let section = try Products.compare(on: processor, rounds: rounds) {
      add(section)
    }
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? ""
    if python.isEmpty {
      Self.note("PyTorch was not asked for: PYTHON=<a Python that has torch> make bench")
    } else {
      if wanted.contains(.convolutions) {
        add(try Convolutions.compare(with: python, on: processor, rounds: rounds))
      }
      if wanted.contains(.epochs) {
        add(try Epochs.compare(with: python, threads: threads, rounds: rounds))
      }
      if wanted.contains(.networks) {
        add(
          try TrainingSteps.compare(
            with: python, threads: Set([1, threads]).sorted(), rounds: rounds))
      }
    }
    if json {
      print(
        try canonicalJSON(
          Report(
            processor: Machine.processor, instructionSet: processor.instructionSet.rawValue, cores: threads,
            rounds: rounds, sections: sections)))
    }
  }

  /// What `--json` prints; times are seconds.
  private struct Report: Encodable {
    let processor, instructionSet: String
    let cores, rounds: Int
    let sections: [Section]
  }

  /// Writes a line to standard error.
  static func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Uniform in −1..<1.
  static func values(_ count: Int) -> [Float] {
    let stream = PhiloxSource(seed: UInt64(count)).stream(.dataGeneration)
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      stream.fillUniform(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), in: -1..<1)
      initialized = count
    }
  }
}
