import CKernels

extension Double {
  /// This number to a whole power, within one unit in the last place and the same on every machine.
  ///
  /// Square and multiply in double-double arithmetic, rounded once; the C library's `pow` would have other
  /// bits on a processor without fused multiply-add.
  public func raised(to power: Int) -> Double {
    precondition(power >= 0, "a negative power")
    return reprise_pow_int(self, UInt64(power))
  }
}
