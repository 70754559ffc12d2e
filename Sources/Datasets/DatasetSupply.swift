/// Where a kind of data set comes from.
public enum DatasetSupply: Sendable {
  /// Files that are known by their SHA-256.
  case files([DatasetFile], in: DatasetLocation)
  /// Nothing is read.
  case computed
  /// What the user brings; the text says how.
  case own(String)
  /// A folder that the user brings and may keep in `REPRISE_DATA`; the text says how.
  case imageFolder(String)
}
