/// What can be wrong with a request for a processor.
public enum ProcessorError: Error, CustomStringConvertible {
  /// `REPRISE_ISA` names no instruction set, or one that this machine cannot run.
  case unknownInstructionSet(String, available: [InstructionSet])
  /// The thread count is not between 1 and 1024.
  case threads(Int)

  /// The error as one line, with the way out.
  public var description: String {
    switch self {
    case .unknownInstructionSet(let name, let available):
      let names = available.map(\.rawValue).joined(separator: ", ")
      return "REPRISE_ISA=\(name): this machine runs \(names); unset it to use the widest"
    case .threads(let count):
      return "\(count) threads: the number of threads must be between 1 and 1024"
    }
  }
}
