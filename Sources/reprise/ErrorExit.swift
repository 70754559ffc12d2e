import Archive
import ArgumentParser
import Datasets
import Experiments
import Files
import Foundation
import Interchange
import Networks
import Reporting
import Settings
import Tensors

/// The one place that knows which error ends with which exit code.
enum ErrorExit {
  /// The exit code that an error stands for.
  static func code(of error: any Error) -> Int32 {
    switch error {
    case let error as ArchiveError:
      switch error.kind {
      case .damaged, .foreign: 65
      case .locked, .library: 74
      // What is not in an archive was asked for by a configuration.
      case .notFound, .otherIdentity, .finished, .invalid: 78
      }
    case is FileError: 74
    case let error as DatasetError:
      switch error {
      case .damaged: 65
      case .unreadable: 74
      case .unavailable: 69
      case .unfit: 78
      }
    case let error as InterchangeError:
      switch error.kind {
      case .unreadable: 65
      case .invalid: 78
      }
    case is SettingsError, is GraphError, is RandomSiteCollision: 78
    case let error as ProcessorError:
      switch error {
      case .unknownInstructionSet, .threads: 64
      case .floatingPointMode: 104
      }
    case let error as RunError:
      switch error {
      case .interrupted, .verificationInterrupted: 75
      case .unknown: 64
      case .foreignCheckpoint, .otherData: 65
      case .unfitData, .tooLittleMemory: 78
      case .tooLittleSpace: 74
      case .missingRun: 1
      }
    case is GnuplotError: 74
    default: 1
    }
  }

  /// The exit code that a check of this machine stands for: 0 unless it is bad.
  static func code(of check: DiagnosticCheck) -> Int32 {
    guard check.state == .bad else { return 0 }
    return switch check.area {
    case .machine: 64
    case .data: 65
    case .files, .drawing: 74
    case .arithmetic: 104
    }
  }

  /// Prints an error as one line on standard error and ends with its code.
  static func end(with error: any Error) -> Never {
    note("reprise: \(error)")
    Foundation.exit(code(of: error))
  }

  /// Whether an error is about the command line, so that the argument parser explains it.
  static func isParserError(_ error: any Error) -> Bool {
    "\(type(of: error))" == "CommandError" || "\(type(of: error))" == "ParserError"
  }
}
