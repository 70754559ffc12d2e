/// The key of a list's item: its index from 0.
struct SettingsIndexKey: CodingKey {
  let index: Int

  init(index: Int) { self.index = index }
  init?(stringValue: String) { nil }
  init?(intValue: Int) { index = intValue }

  var stringValue: String { String(index) }
  var intValue: Int? { index }
}
