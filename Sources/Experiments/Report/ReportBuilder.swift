import Archive
import Files
import Foundation
import Reporting

/// Makes the report of a catalog: its documents with their figures, and every claim judged on the archives.
///
/// The page of all holds the documents whose results anybody can have; one on data of the user's own has its own page.
package struct ReportBuilder: Sendable {
  private let finished: FinishedRuns
  /// The document on data of the user's own, if the page is that one's.
  private let ownDocument: String?
  private var catalog: Catalog { finished.catalog }

  /// A builder of a catalog's report.
  package init(_ catalog: Catalog, library: DatasetLibrary, archives: ArchiveLibrary = ArchiveLibrary()) {
    self.init(FinishedRuns(catalog, data: library, archives: archives), ownDocument: nil)
  }

  private init(_ finished: FinishedRuns, ownDocument: String?) {
    self.finished = finished
    self.ownDocument = ownDocument
  }

  /// The builders of the pages of documents on data of the user's own that are there.
  package var ofOwnDocuments: [ReportBuilder] {
    catalog.documents.filter { catalog.ownDocuments.contains($0.number) }.map {
      ReportBuilder(finished, ownDocument: $0.number)
    }
  }

  /// Where the report lies.
  package var path: String {
    (["\(catalog.root)/plots"] + [ownDocument].compactMap { $0 } + ["index.html"]).joined(separator: "/")
  }

  /// The documents on the page.
  private var documents: [DocumentDeclaration] {
    catalog.documents.filter { document in
      ownDocument.map { document.number == $0 } ?? !catalog.ownDocuments.contains(document.number)
    }
  }

  /// The report. A claim whose runs are not there is not judged, and says what is missing.
  ///
  /// - Throws: `ArchiveError` for what a claim asks of a run that does not have it, `FileError`.
  package func page() throws -> ReportPage {
    ReportPage(
      title: "Reprise: deep-learning tutorials, reproduced to the last bit",
      introduction: [
        "Every number and every drawing on this page was computed by this project from the configurations beside it. "
          + "Run it again, on any machine with any number of threads: the same bits come out.",
        "Each claim of a tutorial is judged by a rule that stands beside it: what was reported, what was measured, "
          + "and whether the rule holds. With several seeds numbers are medians, and the range stands beside them.",
      ],
      documents: try documents.map { document in
        ReportPage.Document(
          number: document.number, title: document.title, summary: document.summary,
          sections: try document.figures.map(section))
      })
  }

  /// Writes the report if it is another one than what is there.
  ///
  /// - Throws: `FileError`.
  /// - Returns: Whether anything was written.
  package func write(_ page: ReportPage) throws -> Bool {
    let bytes = Array(page.html().utf8)
    if try FileOperations.exists(path), try FileOperations.contents(of: path) == bytes { return false }
    try FileOperations.system.createDirectory(FileOperations.parent(of: path))
    try FileOperations.system.replaceFile(path, with: bytes)
    return true
  }

  private func section(_ figure: FigureDeclaration) throws -> ReportPage.Section {
    let context = FigureContext(figure, finished)
    let drawing = "\(catalog.path(of: figure)).svg"
    let svg =
      try figure.content != nil && FileOperations.exists(drawing)
      ? String(decoding: try FileOperations.contents(of: drawing), as: UTF8.self) : nil
    return ReportPage.Section(
      name: figure.name, title: figure.title, text: figure.text, formulas: figure.formulas,
      drawing: svg.map { ReportPage.Drawing(svg: $0, alternative: figure.title) },
      claims: try figure.claims.map { try row($0, context) },
      runs: try figure.runs.flatMap { try rows($0, context) },
      notes: figure.content != nil && svg == nil ? ["The figure is not drawn yet."] : [])
  }

  private func row(_ claim: ClaimDeclaration, _ context: FigureContext) throws -> ReportPage.ClaimRow {
    func row(measured: String, _ verdict: ReportPage.Verdict, rule: String) -> ReportPage.ClaimRow {
      ReportPage.ClaimRow(
        says: claim.says, reported: claim.reported ?? claim.rule.reported, measured: measured,
        verdict: verdict,
        rule: rule, because: claim.because)
    }
    do {
      let verdict = try claim.rule.judge(context)
      return row(measured: verdict.measured, verdict.holds ? .reproduced : .differs, rule: verdict.rule)
    } catch let error as RunError {
      guard case .missingRun(let run, let state) = error else { throw error }
      return row(measured: "–", .notJudged("\(run): \(state)"), rule: "")
    }
  }

  private func rows(_ experiment: String, _ context: FigureContext) throws -> [ReportPage.RunRow] {
    do {
      let names = catalog.runs(of: experiment).map(\.name)
      return try zip(names, context.runs(experiment).archives).map {
        ReportPage.RunRow(name: $0, digest: try $1.resultDigest().hexadecimal)
      }
    } catch RunError.missingRun {
      return []
    }
  }
}
