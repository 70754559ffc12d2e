import ArgumentParser
import Experiments

/// `reprise report`: the page of all documents, and the table of claims.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Judge every claim, and write the page plots/index.html.",
    discussion: """
      The page shows the drawings that are there; 'reprise plot' makes them. A claim whose runs are not finished is not \
      judged. A document on an image folder of your own has its own page beside its figures.
      """)

  func run() throws {
    let builder = ReportBuilder(try Catalog(), library: DatasetLibrary())
    for builder in [builder] + builder.ofOwnDocuments {
      let page = try builder.page()
      let isNew = try builder.write(page)
      print(page.claimsTable(), terminator: "")
      print("\(builder.path)\(isNew ? "" : " (up to date)")")
    }
  }
}
