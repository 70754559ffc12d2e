/// The library behind the archive, for provenance.
public enum ArchiveLibrary {
  /// libhdf5's version at run time, such as `1.10.8`.
  public static var version: String { HDF5.version }
}
