import CZlib

extension Gzip {
  /// zlib's version, such as 1.2.13: compressed bytes depend on it, contents do not.
  public static var zlibVersion: String { String(cString: CZlib.zlibVersion()) }
}
