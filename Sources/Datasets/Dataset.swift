import Tensors

/// Named parts of one body of data: what is learned from, what learning is judged by, and what is kept apart.
public struct Dataset: Sendable {
  /// What a part is for.
  public enum Part: String, Sendable, CaseIterable {
    /// Learned from.
    case training
    /// Measured after every epoch; schedules may look at it.
    case validation
    /// Measured once, after the last epoch, and looked at by nothing.
    case test
  }

  /// The name in configurations: `fashion-mnist`.
  public let name: String
  /// The parts that there are, the training part among them, in the order of `Part`.
  public let parts: [(part: Part, examples: Examples)]
  /// Where each file came from, by the file's name; empty for data that is not made of files.
  public let origins: [String: DatasetOrigin]

  /// A data set of its parts.
  ///
  /// - Throws: `DatasetError.unfit` when a part has no examples, or parts differ in what their inputs or targets are.
  public init(
    name: String, training: Examples, validation: Examples? = nil, test: Examples? = nil,
    origins: [String: DatasetOrigin] = [:]
  ) throws {
    self.name = name
    self.origins = origins
    parts = [(.training, training), (.validation, validation), (.test, test)].compactMap { part, examples in
      examples.map { (part, $0) }
    }
    for (part, examples) in parts {
      func unfit(_ reason: String) -> DatasetError {
        .unfit(dataset: name, reason: "the \(part.rawValue) part \(reason)")
      }
      guard examples.count > 0 else { throw unfit("has no examples") }
      guard examples.shape == training.shape else {
        throw unfit("has examples of shape \(examples.shape), the training part of \(training.shape)")
      }
      guard examples.inputsAreBytes == training.inputsAreBytes else {
        throw unfit("has \(examples.inputsAreBytes ? "bytes" : "numbers"), unlike the training part")
      }
      guard examples.classNames == training.classNames, examples.targetShape == training.targetShape else {
        throw unfit("has other targets than the training part")
      }
    }
  }

  /// The examples of a part, if there is such a part.
  public subscript(part: Part) -> Examples? { parts.first { $0.part == part }?.examples }

  /// What is learned from.
  public var training: Examples { parts[0].examples }

  /// Each part's digest, by its name.
  public var digests: [String: String] {
    Dictionary(uniqueKeysWithValues: parts.map { ($0.part.rawValue, $0.examples.digest.hexadecimal) })
  }
}

/// Where the bytes of a data set's file came from.
public enum DatasetOrigin: Hashable, Sendable, CustomStringConvertible {
  /// A file on this machine.
  case file(path: String)
  /// A download, and the cache file it was saved as; `nil` when it could not be saved.
  case download(address: String, savedTo: String?)
  /// Made from other data, and the cache file it was saved as; `nil` when it could not be saved.
  case made(from: String, savedTo: String?)

  /// The path, or the address or the other data and the path.
  public var description: String {
    switch self {
    case .file(let path): path
    case .download(let source, let path?), .made(let source, let path?): "\(source), saved to \(path)"
    case .download(let source, nil), .made(let source, nil):
      "\(source), not saved: the cache cannot be written"
    }
  }
}
