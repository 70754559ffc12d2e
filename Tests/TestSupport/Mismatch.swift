/// The first place where two arrays differ in a bit, in words; `nil` if they are equal bit for bit.
///
/// NaNs are equal to each other, whatever their bits: those are outside the contract.
public func mismatch<T: BinaryFloatingPoint>(_ a: [T], _ b: [T]) -> String? {
  if a.count != b.count { return "\(a.count) elements and \(b.count)" }
  for (index, (x, y)) in zip(a, b).enumerated() {
    let equal = x.isNaN ? y.isNaN : (x == y && x.sign == y.sign)
    if !equal { return "element \(index): \(x) and \(y)" }
  }
  return nil
}
