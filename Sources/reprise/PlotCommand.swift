import ArgumentParser
import Experiments

/// `reprise plot`: figures from archives.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw figures from finished runs.",
    discussion: "A figure is drawn again only if its script changed or a drawing is missing.")

  @Argument(help: "Figures (001-15), documents (001) or experiments (001/batch-32); all by default.")
  var figures: [String] = []

  func run() throws {
    let catalog = try Catalog()
    let drawer = try FigureDrawer(catalog, library: DatasetLibrary())
    for figure in try catalog.figures(in: figures) {
      let drawn = try drawer.draw(figure)
      print("\(catalog.path(of: figure)).svg\(drawn ? "" : " (up to date)")")
    }
  }
}
