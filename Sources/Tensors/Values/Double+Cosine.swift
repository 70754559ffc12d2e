import CKernels

extension Double {
  /// The cosine of this angle in radians, within one unit in the last place and the same on every machine.
  public var cosine: Double { reprise_double_cos(self) }
}
