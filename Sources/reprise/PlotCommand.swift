import ArgumentParser
import Experiments

/// `reprise plot`: figures from archives.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw figures from finished runs.",
    discussion: """
      A figure is drawn again only if its script changed or a drawing is missing. One that cannot be drawn does not \
      stop the others.
      """)

  @Argument(help: "Figures (001-15), documents (001) or experiments (001/batch-32); all by default.")
  var figures: [String] = []

  func run() throws {
    let catalog = try Catalog()
    let drawer = try FigureDrawer(catalog, library: DatasetLibrary())
    var code: Int32 = 0
    for figure in try catalog.figures(in: figures) {
      do {
        let drawn = try drawer.draw(figure)
        print("\(catalog.path(of: figure)).svg\(drawn ? "" : " (up to date)")")
      } catch {
        note("figure \(figure.name): \(error)")
        code = max(code, ErrorExit.code(of: error))
      }
    }
    if code != 0 { throw ExitCode(code) }
  }
}
