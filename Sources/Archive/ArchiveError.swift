/// What went wrong with an archive: which object of which file, why, and the way out.
///
/// What the operating system refuses (no such file, disk full) is a `FileError`.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of trouble, for callers that choose an exit code or a fallback.
  public enum Kind: Hashable, Sendable {
    /// There is no such object in the file.
    case notFound
    /// The file was cut short or changed after it was written.
    case damaged
    /// The file is not one of ours, or of another version of the format.
    case foreign
    /// Another process (or another part of this one) works in the directory.
    case locked
    /// The directory holds a run of another configuration.
    case otherIdentity
    /// The run is finished, and finished archives are never changed.
    case finished
    /// What was handed in cannot be stored: two shapes under one path, a bad name, a missing epoch.
    case invalid
    /// libhdf5 refused.
    case library
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// The file or directory concerned.
  public var file: String
  /// The object in the file (`/run/loss/train`), or empty if the whole file is meant.
  public var object: String
  /// Why, in libhdf5's own words where there are any.
  public var reason: String
  /// What to do about it.
  public var remedy: String

  /// Makes an error; an empty `object` means the whole file.
  public init(_ kind: Kind, file: String, object: String = "", reason: String, remedy: String = "") {
    self.kind = kind
    self.file = file
    self.object = object
    self.reason = reason
    self.remedy = remedy
  }

  /// File, object, reason and remedy on one line.
  public var description: String {
    var text = file
    if !object.isEmpty { text += ": " + object }
    text += ": " + reason
    if !remedy.isEmpty { text += "; " + remedy }
    return text
  }
}
