/// A figure as a configuration declares it: what it shows, of which runs.
public struct FigureDeclaration: Sendable {
  /// The document's number.
  public let document: String
  /// The figure's name, which its files have: `001-15`.
  public let name: String
  /// One sentence that says what is shown.
  public let title: String
  /// What is drawn.
  public let content: FigureContent

  /// Reads a document's `figures.yaml`: a mapping from each figure's name to its declaration.
  ///
  /// - Throws: `SettingsError`.
  public static func read(_ file: String, document: String) throws -> [FigureDeclaration] {
    let tree = try SettingsTree(contentsOf: file)
    return try tree.entries.map { entry in
      let block = try StrictDecoder().decode(Block.self, from: entry.value)
      return FigureDeclaration(
        document: document, name: entry.key, title: block.title,
        content: block.content.qualified(by: document))
    }
  }

  private struct Block: Decodable {
    let title: String
    let content: FigureContent
  }
}
