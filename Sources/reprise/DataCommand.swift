import ArgumentParser
import Datasets
import Experiments
import Files
import Foundation
import Settings

/// `reprise data`: data sets, where they are, and whether a folder of images is whole.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List the data sets, or check a folder of images.",
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  /// `reprise data list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the data sets: where their files are, or how to get them.",
      discussion: """
        Files that are found are checked by their SHA-256. 'here' are data sets whose files are on this machine, \
        'missing' those that are downloaded or made when they are first used, 'broken' those of which a file has other bytes, \
        'computed' those that need no files, and 'own' those that you bring. Nothing is downloaded.
        """)

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
      let entries = try DatasetInventory.all(in: .standard())
      if json {
        print(try canonicalJSON(entries))
        return
      }
      let width = entries.map(\.name.count).max() ?? 0
      for entry in entries {
        print(
          padded(entry.name, to: width), padded(entry.state.rawValue, to: 8), entry.place, separator: "  ")
      }
    }
  }

  /// `reprise data check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Read every image of an image folder and list those that are broken.",
      discussion: """
        A line for each broken or misplaced file, then how many images of each part are good. Ends with 65 if anything is \
        broken. The layouts are those of the data set image-folder: training/, validation/ and evaluation/ with files named \
        <class>_<index>.jpg or with a folder for each class.
        """)

    @Argument(
      help: ArgumentHelp(
        "The folder; a relative path is looked for in REPRISE_DATA, then in the working directory.",
        valueName: "dir"),
      completion: .directory)
    var directory: String

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
      let check = try ImageFolderCheck(of: directory, in: .standard())
      if json {
        print(try canonicalJSON(check))
      } else {
        for problem in check.problems { print("\(problem.path): \(problem.reason)") }
        for part in check.parts { print("\(part.part): \(part.good) of \(part.images) images are good") }
      }
      if !check.problems.isEmpty { throw ExitCode(65) }
    }
  }
}
