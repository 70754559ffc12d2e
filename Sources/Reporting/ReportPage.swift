/// The page that shows every document's figures and claims beside what was measured: values in, one HTML file out.
///
/// The file needs no network, script or other file; the same values always give the same bytes.
package struct ReportPage: Sendable, Equatable {
  /// What became of a claim.
  package enum Verdict: Sendable, Equatable {
    /// The measured value keeps the claim's rule.
    case reproduced
    /// It does not.
    case differs
    /// There is nothing to judge, for the reason given.
    case notJudged(String)

    /// `reproduced`, `differs` or `not judged`.
    package var word: String {
      switch self {
      case .reproduced: "reproduced"
      case .differs: "differs"
      case .notJudged: "not judged"
      }
    }

    /// One character that is told from the others without color.
    package var mark: String {
      switch self {
      case .reproduced: "✓"
      case .differs: "≠"
      case .notJudged: "–"
      }
    }
  }

  /// What a document says, what was measured, and how the two compare.
  package struct ClaimRow: Sendable, Equatable {
    /// The claim, in the project's words.
    package var says: String
    /// The document's number, with its unit; `nil` where it gives none.
    package var reported: String?
    /// The value with its unit; of several seeds the median and the range.
    package var measured: String
    /// What the rule makes of it.
    package var verdict: Verdict
    /// The rule in words, such as `train accuracy of the last epoch at most 0.25`; empty where nothing is judged.
    package var rule: String
    /// Why it differs, or what else a reader should know; `nil` for nothing.
    package var because: String?

    /// A claim from its parts.
    package init(
      says: String, reported: String? = nil, measured: String, verdict: Verdict, rule: String,
      because: String? = nil
    ) {
      self.says = says
      self.reported = reported
      self.measured = measured
      self.verdict = verdict
      self.rule = rule
      self.because = because
    }
  }

  /// A run whose archive a section's values come from.
  package struct RunRow: Sendable, Equatable {
    /// Such as `001/batch-32`.
    package var name: String
    /// The digest of its model in hexadecimal; the page shows the first 12 digits.
    package var digest: String

    /// A run from its name and its model's digest.
    package init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// A drawing as gnuplot made it.
  package struct Drawing: Sendable, Equatable {
    /// The whole SVG document.
    package var svg: String
    /// What it shows, for those who do not see it.
    package var alternative: String

    /// A drawing from its text and its description.
    package init(svg: String, alternative: String) {
      self.svg = svg
      self.alternative = alternative
    }
  }

  /// One figure of a document, or a part of it that has claims and no figure.
  package struct Section: Sendable, Equatable {
    /// Such as `001-15`; its link is made of it.
    package var name: String
    /// One line.
    package var title: String
    /// Paragraphs above the drawing.
    package var text: [String]
    /// Lines of Unicode mathematics, after the text.
    package var formulas: [String]
    /// `nil` where there is none.
    package var drawing: Drawing?
    /// Below the drawing.
    package var claims: [ClaimRow]
    /// Where the values come from.
    package var runs: [RunRow]
    /// Small lines at the end.
    package var notes: [String]

    /// A section from its parts.
    package init(
      name: String, title: String, text: [String] = [], formulas: [String] = [], drawing: Drawing? = nil,
      claims: [ClaimRow] = [], runs: [RunRow] = [], notes: [String] = []
    ) {
      self.name = name
      self.title = title
      self.text = text
      self.formulas = formulas
      self.drawing = drawing
      self.claims = claims
      self.runs = runs
      self.notes = notes
    }
  }

  /// One of the documents that the project reproduces.
  package struct Document: Sendable, Equatable {
    /// Such as `001`.
    package var number: String
    /// One line.
    package var title: String
    /// Paragraphs.
    package var summary: [String]
    /// In the document's order.
    package var sections: [Section]

    /// A document from its parts.
    package init(number: String, title: String, summary: [String] = [], sections: [Section]) {
      self.number = number
      self.title = title
      self.summary = summary
      self.sections = sections
    }
  }

  /// The page's title.
  package var title: String
  /// Paragraphs: what the project is.
  package var introduction: [String]
  /// In order.
  package var documents: [Document]

  /// A page from its parts.
  package init(title: String, introduction: [String], documents: [Document]) {
    self.title = title
    self.introduction = introduction
    self.documents = documents
  }

  /// Every claim with the section that it stands in, in the page's order.
  var claims: [(document: Document, section: Section, claim: ClaimRow)] {
    documents.flatMap { document in
      document.sections.flatMap { section in section.claims.map { (document, section, $0) } }
    }
  }

  /// The same page with the sections of these names alone.
  package func selecting(_ names: Set<String>) -> ReportPage {
    var page = self
    for index in page.documents.indices {
      page.documents[index].sections.removeAll { !names.contains($0.name) }
    }
    return page
  }

  /// Whether any document claims something.
  package var hasClaims: Bool { !claims.isEmpty }

  /// Whether every claim was judged.
  package var isJudged: Bool {
    claims.allSatisfy { if case .notJudged = $0.claim.verdict { false } else { true } }
  }

  /// How the claims came out: `12 reproduced, 3 differ, 1 not judged`.
  package var counts: String {
    let verdicts = claims.map(\.claim.verdict)
    let reproduced = verdicts.count { $0 == .reproduced }
    let different = verdicts.count { $0 == .differs }
    let rest = verdicts.count - reproduced - different
    return "\(reproduced) reproduced, \(different) \(different == 1 ? "differs" : "differ")"
      + (rest > 0 ? ", \(rest) not judged" : "")
  }
}
