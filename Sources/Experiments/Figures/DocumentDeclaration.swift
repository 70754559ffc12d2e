import Settings

/// A document as its `figures.yaml` declares it: what it is about, and its figures with what it claims, in its order.
///
///     document: { title: Hyper-parameters of an image classifier, summary: [One paragraph., Another one.] }
///     001-15: { title: SGD on unscaled pixels, content: { metrics: { runs: [unscaled-sgd] } }, claims: [...] }
package struct DocumentDeclaration: Sendable {
  /// The document's number: `001`.
  package let number: String
  /// What it is about.
  package let title: String
  /// Paragraphs that say what it does, and on what data.
  package let summary: [String]
  /// In the document's order.
  package let figures: [FigureDeclaration]

  private struct Heading: Decodable {
    let title: String
    let summary: [String]

    init(title: String, summary: [String]) { (self.title, self.summary) = (title, summary) }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      title = try options.value(.title, .title)
      summary = try options.value(.summary, default: [])
    }

    private enum CodingKeys: String, CodingKey { case title, summary }
  }

  /// Reads a document's `figures.yaml`: the heading under `document`, then a mapping from each figure's name to its
  /// declaration.
  ///
  /// - Parameter experiments: The names that figures and claims may ask for.
  /// - Throws: `SettingsError`.
  package init(contentsOf file: String, number: String, experiments: Set<String>) throws {
    var tree = try SettingsTree(contentsOf: file)
    let heading = try tree.removeEntry("document").map {
      try StrictDecoder().decode(Heading.self, from: $0.value)
    }
    self.number = number
    title = heading?.title ?? number
    summary = heading?.summary ?? []
    figures = try tree.entries.map {
      try FigureDeclaration($0, document: number, experiments: experiments)
    }
  }
}

/// A figure as a configuration declares it: what it shows, of which runs, and what the document claims by it.
package struct FigureDeclaration: Sendable {
  /// The document's number.
  package let document: String
  /// The figure's name, which its files have: `001-15`.
  package let name: String
  /// One sentence that says what is shown.
  package let title: String
  /// Paragraphs beside it in the report.
  package let text: [String]
  /// Formulas beside it in the report, a line each.
  package let formulas: [String]
  /// What is drawn; `nil` where there is only text.
  package let content: (any FigureKind)?
  /// What the document claims, each with the rule that judges it.
  package let claims: [ClaimDeclaration]

  /// The experiments that must be there for it, each with its document: `001/batch-32`.
  package var runs: [String] {
    var seen: Set<String> = []
    return ((content?.runs ?? []) + claims.flatMap(\.rule.runs)).map { Self.qualified($0, in: document) }
      .filter { seen.insert($0).inserted }
  }

  /// A run's name with its document in front.
  static func qualified(_ run: String, in document: String) -> String {
    run.contains("/") ? run : "\(document)/\(run)"
  }

  fileprivate init(_ entry: SettingsTree.Entry, document: String, experiments: Set<String>) throws {
    guard entry.key.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]*/) != nil else {
      throw SettingsError(
        "a figure's name is its files': letters, digits, '.', '_' and '-'; found '\(entry.key)'",
        at: entry.location)
    }
    let block = try StrictDecoder().decode(Block.self, from: entry.value)
    self.document = document
    name = entry.key
    title = block.title
    text = block.text
    formulas = block.formulas
    content = block.content?.wrappedValue
    claims = block.claims
    for run in (content?.runs ?? []) + claims.flatMap(\.rule.runs) {
      let name = Self.qualified(run, in: document)
      guard !experiments.contains(name) else { continue }
      throw SettingsError(
        "no experiment is called '\(name)'\(KeySpelling.hint(for: name, among: experiments.sorted()))",
        at: entry.value.location(of: run) ?? entry.location)
    }
  }

  private struct Block: Decodable {
    let title: String
    let text: [String]
    let formulas: [String]
    let content: OneOf<FigureKinds>?
    let claims: [ClaimDeclaration]

    private enum CodingKeys: String, CodingKey { case title, text, formulas, content, claims }

    init(from decoder: any Decoder) throws {
      let options = try decoder.container(keyedBy: CodingKeys.self)
      title = try options.value(.title, .title)
      text = try options.value(.text, default: [])
      formulas = try options.value(.formulas, default: [])
      content = try options.valueIfPresent(.content)
      claims = try options.value(.claims, default: [])
    }
  }
}
