import ArgumentParser
import Experiments
import Foundation

/// `reprise reproduce`: every experiment that is not up to date, then the figures, the claims and the report.
struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Run every experiment that is not up to date, then draw the figures and judge the claims.",
    discussion: """
      Each result is compared with results/digests.lock; a difference ends with exit code 104. Results of \
      configurations that the file does not know are added to it, with what they were made with. Of the first \
      difference the digests and both machines are printed.
      """)

  @Argument(help: "Documents (001) or experiments (001/batch-32); all by default.")
  var only: [String] = []

  @Option(help: "Experiments at a time; one a core by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Run what is up to date again too, and compare: what a change of a kernel is checked with.")
  var fresh = false

  @Flag(name: [.customLong("dry-run"), .customShort("n")], help: "Only say what would be run, and why.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    let catalog = try Catalog()
    let library = DatasetLibrary()
    let archives = ArchiveLibrary()
    let reproduction = try Reproduction(
      catalog, selection: only, fresh: fresh, library: library, archives: archives)
    let figures = try catalog.figures(in: only)
    if only.isEmpty {
      for document in catalog.leftOut.keys.sorted() {
        note(
          "\(document): left out, since its image folder is not there ('reprise list \(document)' says where it is looked for)"
        )
      }
    }
    for item in reproduction.items {
      if let reason = item.reason { note("\(item.name): to be run, \(reason)") }
    }
    let pending = reproduction.items.count { $0.reason != nil }
    if pending == 0 { note("all \(reproduction.items.count) experiments are up to date") }
    let others = reproduction.items.count { $0.isOfAnotherBuild }
    if others > 0 {
      note("\(others) of them were made by another build; --fresh makes them again and compares")
    }
    guard !dryRun else { return }

    watchForSignals()
    let progress = ProgressDisplay(
      quiet: quiet,
      costs: Dictionary(
        uniqueKeysWithValues: reproduction.items.filter { $0.reason != nil }.map { ($0.name, $0.cost) }))
    let outcomes = try reproduction.perform(
      jobs: jobs, threads: ProcessInfo.processInfo.activeProcessorCount, interruption: interruption
    ) { progress.report($0, $1) }
    var code = report(outcomes)
    if interruption.isRequested {
      explainDifference(reproduction, outcomes)
      throw ExitCode(code)
    }

    let drawer = try FigureDrawer(catalog, library: library, archives: archives)
    var drawn = 0
    for figure in figures {
      do {
        if try drawer.draw(figure) {
          drawn += 1
          note("\(catalog.path(of: figure)).svg: drawn")
        }
      } catch RunError.missingRun(let run, _) where only.contains(where: { $0.contains("/") }) {
        note("figure \(figure.name): not drawn, since it also shows \(run), which has not been run")
      } catch {
        note("figure \(figure.name): \(error)")
        code = max(code, ErrorExit.code(of: error))
      }
    }
    let builder = ReportBuilder(catalog, library: library, archives: archives)
    let reports = ([builder] + builder.ofOwnDocuments).map { self.report($0, on: figures, &code) }
    let equal = outcomes.count { outcome in
      switch outcome.outcome {
      case .upToDate(.equal), .done(.equal): true
      default: false
      }
    }
    print(
      "\(outcomes.count) experiments (\(pending) run now, \(equal) equal to digests.lock bit for bit), "
        + "\(figures.count) figures (\(drawn) drawn now), report \(reports.joined(separator: ", "))"
    )
    explainDifference(reproduction, outcomes)
    if code != 0 { throw ExitCode(code) }
  }

  /// Says where the first result that differs does so, and what it and the recorded one were made with.
  private func explainDifference(
    _ reproduction: Reproduction, _ outcomes: [(name: String, outcome: Reproduction.Outcome)]
  ) {
    do {
      guard let difference = try reproduction.firstDifference(outcomes) else { return }
      note("\n" + difference.text())
    } catch {
      note("the first difference cannot be looked at: \(error)")
    }
  }

  /// Judges the claims of a page, prints those of the selected figures, and writes the page; says in words what became
  /// of it.
  private func report(_ builder: ReportBuilder, on figures: [FigureDeclaration], _ code: inout Int32)
    -> String
  {
    do {
      let page = try builder.page()
      let selected = page.selecting(Set(figures.map(\.name)))
      if selected.hasClaims { print(selected.claimsTable(), terminator: "") }
      // After a part of the experiments the page would lack what the others showed.
      let writesReport = only.isEmpty || page.isJudged
      let isNew = try writesReport && builder.write(page)
      return "\(builder.path) \(isNew ? "written" : writesReport ? "up to date" : "left as it is")"
    } catch {
      note("report \(builder.path): \(error)")
      code = max(code, ErrorExit.code(of: error))
      return "\(builder.path) not made"
    }
  }

  /// Says what became of each experiment; gives the exit code.
  private func report(_ outcomes: [(name: String, outcome: Reproduction.Outcome)]) -> Int32 {
    var code: Int32 = 0
    for (name, outcome) in outcomes {
      switch outcome {
      case .upToDate(let comparison), .done(let comparison):
        switch comparison {
        case .equal: break
        case .recorded: note("\(name): its digests are recorded now")
        case .differs(let how, _):
          note("\(name): \(how)")
          code = max(code, 104)
        }
      case .interrupted:
        note("\(name): interrupted, state saved; run again to go on")
        code = max(code, 75)
      case .notStarted:
        note("\(name): not started")
        code = max(code, 75)
      case .failed(let error):
        note("\(name): failed: \(error)")
        code = max(code, 1)
      }
    }
    return code
  }
}
