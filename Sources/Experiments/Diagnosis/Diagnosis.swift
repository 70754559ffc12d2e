import Foundation
import Tensors

/// What this machine has and what is missing: `reprise doctor`.
package struct Diagnosis: Encodable, Sendable {
  /// What a run would be made with now.
  package let machine: Machine
  /// What was looked at, in a fixed order.
  package let checks: [DiagnosticCheck]
  /// What the kernels arrived at; `nil` if they could not be tried.
  package let kernels: KernelDigests?

  /// Looks at everything. What is written goes into folders of its own that are removed; nothing is downloaded.
  package init(_ surroundings: Surroundings = Surroundings()) {
    machine = .current
    // On this thread, whose floating-point mode those that it starts take over.
    let arithmetic = Self.arithmeticCheck()
    // No processor can be made on a thread that does not compute as IEEE 754 says.
    let kernels = Processor.isIEEE ? Result { try KernelDigests() } : nil
    self.kernels = try? kernels?.get()
    let groups: [@Sendable () -> [DiagnosticCheck]] = [
      { surroundings.toolChecks() }, { surroundings.machineChecks() },
      { [arithmetic, Self.kernelCheck(kernels)] }, { surroundings.dataChecks() },
      { surroundings.fileChecks() }, { surroundings.drawingChecks() },
    ]
    checks = ParallelJobs.results(
      of: groups.count, atATime: ProcessInfo.processInfo.activeProcessorCount, Interruption()
    ) { groups[$0]() }.flatMap { (try? $0?.get()) ?? [] }
  }

  /// The laws of IEEE 754 on every instruction set.
  private static func arithmeticCheck() -> DiagnosticCheck {
    let sets = InstructionSet.available.map { ($0, ArithmeticLaw.broken(on: $0)) }
    let broken = ArithmeticLaw.allCases.compactMap { law -> String? in
      let names = sets.filter { $0.1.contains(law) }.map(\.0.rawValue)
      return names.isEmpty ? nil : "not so: \(law.rawValue) (\(names.joined(separator: ", ")))"
    }
    guard broken.isEmpty else {
      return DiagnosticCheck(
        "IEEE 754", .arithmetic, .bad, broken.joined(separator: "; "),
        remedy:
          "results do not repeat here: look for a library or an emulator that changes the floating-point mode, "
          + "and report it with 'reprise doctor --report'")
    }
    let names = sets.map(\.0.rawValue).joined(separator: ", ")
    return DiagnosticCheck(
      "IEEE 754", .arithmetic, .good,
      ArithmeticLaw.allCases.map(\.rawValue).joined(separator: ", ") + " (\(names))")
  }

  private static func kernelCheck(_ kernels: Result<KernelDigests, any Error>?) -> DiagnosticCheck {
    func check(_ state: DiagnosticCheck.State, _ found: String, _ remedy: String? = nil) -> DiagnosticCheck {
      DiagnosticCheck("kernels", .arithmetic, state, found, remedy: remedy)
    }
    let report = "report it with 'reprise doctor --report'"
    guard let kernels else {
      return check(.bad, "not tried, since this thread does not compute as IEEE 754 says")
    }
    switch kernels {
    case .failure(let error): return check(.bad, "not tried: \(error)", report)
    case .success(let digests):
      let sets = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
      guard let first = digests.differing.first else {
        return check(
          .good,
          "a training of every operator has the committed digests on \(sets) (\(digests.results.count) trainings)"
        )
      }
      return check(
        .bad,
        "\(digests.differing.count) of \(digests.results.count) trainings have another digest, first \(first.loss) on "
          + "\(first.instructionSet): \(first.digest.prefix(12))…, not \(first.expected.prefix(12))…",
        "results do not repeat here with that instruction set; " + report)
    }
  }
}
