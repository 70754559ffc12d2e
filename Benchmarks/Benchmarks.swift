import Experiments
import Foundation
import Tensors

/// `make bench`: ratios to OpenBLAS and PyTorch, measured in turns on this machine.
@main
enum Benchmarks {
  static func main() throws {
    if CommandLine.arguments.dropFirst().first == TrainingSteps.command {
      return try TrainingSteps.measure(Array(CommandLine.arguments.dropFirst(2)))
    }
    let processor = try Processor(threads: 1)
    print("processor: \(processorName), \(processor.instructionSet)")
    if let openBLAS = OpenBLAS() {
      products(processor, openBLAS)
    } else {
      print("OpenBLAS is not here; on Debian: apt-get install libopenblas0-pthread")
    }
    if let python = ProcessInfo.processInfo.environment["PYTHON"], !python.isEmpty {
      try Convolutions.compare(with: python, on: processor)
      try TrainingSteps.compare(with: python)
      try epochs(python)
    } else {
      print("PyTorch was not asked for: PYTHON=<a Python that has torch> make bench")
    }
  }

  private static func products(_ processor: Processor, _ openBLAS: OpenBLAS) {
    print("\nmatrix products, Float, 1 thread; ratio = OpenBLAS's time / ours (\(openBLAS.name))")
    print("m×n×k            layout   ours GF/s   OpenBLAS GF/s   ratio")
    var ratios: [Double] = []
    for product in Product.all {
      let a = values(product.m * product.k), b = values(product.k * product.n)
      var c = [Float](repeating: 0, count: product.m * product.n), d = c
      let calls = max(1, min(2000, Int(2e8 / product.operations)))
      let (ours, theirs) = best(
        { product.multiply(a, b, into: &c, on: processor) },
        against: { openBLAS.multiply(product, a, b, into: &d) }, rounds: 7, calls: calls)
      let error = zip(c, d).reduce(0) { max($0, abs($1.0 - $1.1)) }
      precondition(error < 1e-3, "\(product.name): the two differ by \(error)")
      ratios.append(theirs / ours)
      print(
        product.name.padding(toLength: 16, withPad: " ", startingAt: 0), product.layout,
        String(
          format: " %10.1f  %14.1f   %5.2f", product.operations / ours / 1e9,
          product.operations / theirs / 1e9,
          theirs / ours))
    }
    let mean = exp(ratios.map(log).reduce(0, +) / Double(ratios.count))
    print(String(format: "geometric mean %.2f, smallest %.2f", mean, ratios.min()!))
  }

  /// A training epoch of `configs/001/batch-32.yaml` here and in PyTorch, in turns, both with all cores.
  private static func epochs(_ python: String) throws {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let configuration = try ExperimentConfiguration(contentsOf: "configs/001/batch-32.yaml")
    let data = try DatasetLibrary().dataset(configuration.dataset)
    let trainer = try Trainer(configuration, data: data, on: Processor(threads: threads))
    func file(_ name: String) -> String {
      switch data.origins[name] {
      case .file(let path)?: path
      case .download(_, let path)?, .made(_, let path)?: path ?? ""
      case nil: ""
      }
    }
    print("\ntraining epoch of 001/batch-32 (60,000 images, Adam), \(threads) threads, seconds")
    var ours: [Double] = [], theirs: [Double] = []
    for round in 1...3 {
      let start = ContinuousClock.now
      _ = try trainer.trainEpoch()
      ours.append(start.duration(to: .now) / .seconds(1))
      // The first epoch of a process is PyTorch's warm-up.
      let times = try output(
        of: python,
        [
          "Benchmarks/epoch.py", "\(threads)", "2", file("train-images-idx3-ubyte"),
          file("train-labels-idx1-ubyte"),
        ])
      theirs.append(times.split(separator: "\n").compactMap { Double($0) }.min()!)
      print(String(format: "round %d: ours %.2f, PyTorch %.2f", round, ours.last!, theirs.last!))
    }
    print(
      String(
        format: "best: ours %.2f, PyTorch %.2f, ratio %.2f", ours.min()!, theirs.min()!,
        theirs.min()! / ours.min()!))
  }

  /// What a program prints, given some text on its standard input.
  static func output(of program: String, _ arguments: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe(), feed = Pipe()
    process.standardOutput = pipe
    process.standardInput = feed
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try feed.fileHandleForWriting.close()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    precondition(process.terminationStatus == 0, "\(program) failed: does it have torch and numpy?")
    return String(decoding: data, as: UTF8.self)
  }

  /// Uniform in −1..<1.
  static func values(_ count: Int) -> [Float] {
    let stream = PhiloxSource(seed: UInt64(count)).stream(.dataGeneration)
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      stream.fillUniform(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), in: -1..<1)
      initialized = count
    }
  }

  private static var processorName: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
  }
}
