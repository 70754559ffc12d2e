/// `5.1 GB`, `340 MB`: bytes in decimal units.
package func byteText(_ bytes: some BinaryInteger) -> String {
  let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
  var (value, unit) = (Double(bytes) / 1000, 0)
  while value >= 999.5, unit + 1 < units.count { (value, unit) = (value / 1000, unit + 1) }
  let tenths = Int((value * 10).rounded())
  return tenths >= 1000
    ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
}

/// A text with spaces behind it up to a width.
package func padded(_ text: some StringProtocol, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
