import Foundation

extension ReportPage {
  /// The page as one HTML file: what the project is, all claims in one table, then a section a document.
  ///
  /// Drawings are data URIs, each a document of its own, so that the identifiers in one do not meet those of
  /// another; everything else that comes from the page's values is escaped.
  package func html() -> String {
    let anchors = Anchors(documents)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"light dark\">", "<title>\(Self.escaped(title))</title>",
      "<style>\n\(Self.style)</style>", "</head>", "<body>", "<header>", "<h1>\(Self.escaped(title))</h1>",
    ]
    lines += introduction.map { Self.element("p", $0) }
    lines.append("</header>")
    lines += contents(anchors)
    lines.append("<main>")
    lines += summary(anchors)
    for (index, document) in documents.enumerated() { lines += self.document(document, index, anchors) }
    lines += ["</main>", "</body>", "</html>"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// The identifiers of documents and sections: letters, digits, `.`, `_` and `-`, each different.
  private struct Anchors {
    private(set) var documents: [String] = []
    private(set) var sections: [[String]] = []

    init(_ documents: [Document]) {
      var taken: Set = ["claims", "contents"]
      func anchor(_ kind: String, _ name: String) -> String {
        let name = String(
          name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._".contains($0)) ? $0 : "-" })
        var anchor = "\(kind)-\(name)"
        var number = 2
        while !taken.insert(anchor).inserted {
          anchor = "\(kind)-\(name)-\(number)"
          number += 1
        }
        return anchor
      }
      for document in documents {
        self.documents.append(anchor("document", document.number))
        sections.append(document.sections.map { anchor("figure", $0.name) })
      }
    }
  }

  private func contents(_ anchors: Anchors) -> [String] {
    let items = documents.enumerated().map { index, document in
      let links = zip(document.sections, anchors.sections[index]).map { section, anchor in
        "<li><a href=\"#\(anchor)\" title=\"\(Self.escaped(section.title))\">\(Self.escaped(section.name))</a></li>"
      }
      return "<li><a href=\"#\(anchors.documents[index])\">\(Self.escaped(document.number)) "
        + "\(Self.escaped(document.title))</a>"
        + (links.isEmpty ? "" : "\n<ul>\(links.joined(separator: " "))</ul>") + "</li>"
    }
    return ["<nav aria-labelledby=\"contents\">", "<h2 id=\"contents\">Contents</h2>", "<ol>"]
      + ["<li><a href=\"#claims\">All claims</a></li>"] + items + ["</ol>", "</nav>"]
  }

  private func summary(_ anchors: Anchors) -> [String] {
    var rows: [String] = []
    for (index, document) in documents.enumerated() {
      for (section, anchor) in zip(document.sections, anchors.sections[index]) {
        rows += section.claims.map { claim in
          "<tr><td>\(Self.escaped(document.number))</td>"
            + "<th scope=\"row\"><a href=\"#\(anchor)\">\(Self.escaped(section.name))</a></th>"
            + "<td>\(Self.escaped(claim.says))</td>\(Self.numbers(claim))<td>\(Self.verdict(claim))</td></tr>"
        }
      }
    }
    return [
      "<section aria-labelledby=\"claims\">", "<h2 id=\"claims\">All claims</h2>",
      Self.element("p", counts + ".", class: "counts"),
    ]
      + Self.table(
        ["Document", "Figure", "Claim", "Reported", "Measured", "Verdict"], rows, named: "All claims")
      + ["</section>"]
  }

  private func document(_ document: Document, _ index: Int, _ anchors: Anchors) -> [String] {
    let anchor = anchors.documents[index]
    var lines = [
      "<section class=\"document\" aria-labelledby=\"\(anchor)\">",
      "<h2 id=\"\(anchor)\"><span class=\"number\">\(Self.escaped(document.number))</span> "
        + "\(Self.escaped(document.title))</h2>",
    ]
    lines += document.summary.map { Self.element("p", $0) }
    for (section, anchor) in zip(document.sections, anchors.sections[index]) {
      lines += self.section(section, anchor)
    }
    return lines + ["</section>"]
  }

  private func section(_ section: Section, _ anchor: String) -> [String] {
    var lines = [
      "<section class=\"figure\" aria-labelledby=\"\(anchor)\">",
      "<h3 id=\"\(anchor)\"><a href=\"#\(anchor)\" class=\"number\">\(Self.escaped(section.name))</a> "
        + "\(Self.escaped(section.title))</h3>",
    ]
    lines += section.text.map { Self.element("p", $0) }
    lines += section.formulas.map { Self.element("p", $0, class: "formula") }
    let runs = section.runs.map {
      "\(Self.escaped($0.name)) <code>\(Self.escaped(String($0.digest.prefix(12))))</code>"
    }
    let provenance =
      runs.isEmpty ? "" : "\(runs.count == 1 ? "Run" : "Runs"): \(runs.joined(separator: ", "))"
    if let drawing = section.drawing {
      lines += ["<figure>", Self.image(drawing)]
      if !provenance.isEmpty { lines.append("<figcaption>\(provenance)</figcaption>") }
      lines.append("</figure>")
    }
    if !section.claims.isEmpty {
      let rows = section.claims.map { claim in
        "<tr><td>\(Self.escaped(claim.says))"
          + (claim.rule.isEmpty ? "" : Self.element("p", "Judged by: \(claim.rule)", class: "rule"))
          + (claim.because.map { Self.element("p", $0, class: "because") } ?? "") + "</td>"
          + "\(Self.numbers(claim))<td>\(Self.verdict(claim))</td></tr>"
      }
      lines += Self.table(
        ["Claim", "Reported", "Measured", "Verdict"], rows, named: "Claims of \(section.name)")
    }
    if section.drawing == nil, !provenance.isEmpty {
      lines.append("<p class=\"provenance\">\(provenance)</p>")
    }
    lines += section.notes.map { Self.element("p", $0, class: "note") }
    return lines + ["</section>"]
  }
}

// MARK: Elements

extension ReportPage {
  /// A table in a box of its own, which scrolls where the page is narrower.
  private static func table(_ headings: [String], _ rows: [String], named name: String) -> [String] {
    let cells = headings.map { "<th scope=\"col\">\(escaped($0))</th>" }
    return [
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(name))\">", "<table>",
      "<thead><tr>\(cells.joined())</tr></thead>", "<tbody>",
    ] + rows + ["</tbody>", "</table>", "</div>"]
  }

  private static func numbers(_ claim: ClaimRow) -> String {
    "<td class=\"value\">\(escaped(claim.reported ?? "–"))</td><td class=\"value\">\(escaped(claim.measured))</td>"
  }

  private static func verdict(_ claim: ClaimRow) -> String {
    let style = claim.verdict.word.replacing(" ", with: "-")
    var text =
      "<span class=\"verdict \(style)\"><span aria-hidden=\"true\">\(claim.verdict.mark)</span> "
      + "\(claim.verdict.word)</span>"
    if case .notJudged(let reason) = claim.verdict { text += element("p", reason, class: "rule") }
    return text
  }

  private static func image(_ drawing: Drawing) -> String {
    let size = ["width", "height"].map { name in
      pixels(name, of: drawing.svg).map { " \(name)=\"\($0)\"" } ?? ""
    }
    return "<img src=\"data:image/svg+xml;base64,\(Data(drawing.svg.utf8).base64EncodedString())\""
      + "\(size.joined()) alt=\"\(escaped(drawing.alternative))\">"
  }

  /// A whole number of pixels among the attributes of a drawing's `svg` element; `nil` where there is none.
  private static func pixels(_ attribute: String, of svg: String) -> Int? {
    guard let start = svg.range(of: "<svg"), let end = svg[start.upperBound...].firstIndex(of: ">"),
      let place = svg[start.upperBound..<end].range(of: " \(attribute)=")
    else { return nil }
    return Int(svg[place.upperBound..<end].dropFirst().prefix { $0.isASCII && $0.isNumber })
  }

  private static func element(_ name: String, _ text: String, class style: String? = nil) -> String {
    "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(escaped(text))</\(name)>"
  }

  /// A text that means itself in HTML, between tags and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in GnuplotScript.printable(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
