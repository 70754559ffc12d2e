import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Laws of the report page.
@Suite struct ReportPageTests {
  /// The values of an attribute, in order.
  private func values(_ attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func theSamePageGivesTheSameBytes() {
    #expect(ReportSpecimens.page().html() == ReportSpecimens.page().html())
    #expect(ReportSpecimens.page().claimsTable() == ReportSpecimens.page().claimsTable())
  }

  @Test func everyLinkHasItsPlaceAndNoPlaceIsTwice() {
    let twice = [
      ReportSpecimens.section("001-27"), ReportSpecimens.section("001-27"), ReportSpecimens.section("ü a"),
    ]
    for page in [ReportSpecimens.page(), ReportSpecimens.page(twice)] {
      let html = page.html()
      let places = values("id", in: html)
      #expect(Set(places).count == places.count)
      let links = values("href", in: html)
      #expect(
        links.count > 20 && links.allSatisfy { $0.hasPrefix("#") && places.contains(String($0.dropFirst())) })
      #expect(values("aria-labelledby", in: html).allSatisfy(places.contains))
    }
  }

  @Test func everyClaimStandsInTheSummaryAndInItsSection() {
    let html = ReportSpecimens.page().html()
    for claim in ReportSpecimens.claims {
      #expect(html.components(separatedBy: "<td>\(claim.says)").count == 1 + 2 * 4)
      #expect(html.components(separatedBy: "<td class=\"value\">\(claim.measured)</td>").count >= 1 + 2 * 4)
    }
    #expect(html.contains("<p class=\"counts\">4 reproduced, 4 differ, 4 not judged.</p>"))
    #expect(html.contains("<p class=\"rule\">Judged by: train accuracy of the last epoch at most 0.25</p>"))
    #expect(html.contains("<span aria-hidden=\"true\">≠</span> differs</span>"))
    #expect(html.contains("not judged</span><p class=\"rule\">no number is given</p>"))
    #expect(html.contains("001/unscaled-sgd <code>0123456789ab</code>"))
  }

  @Test func nothingIsFetchedAndNothingRuns() {
    let html = ReportSpecimens.page().html()
    #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
    #expect(!html.contains("<link") && !html.contains("url(") && !html.contains("@import"))
    #expect(values("src", in: html).allSatisfy { $0.hasPrefix("data:image/svg+xml;base64,") })
  }

  @Test func aDrawingIsKeptWholeWithItsSize() throws {
    let html = ReportSpecimens.page().html()
    let source = try #require(values("src", in: html).first?.components(separatedBy: ",").last)
    #expect(Data(base64Encoded: source) == Data(ReportSpecimens.svg.utf8))
    #expect(html.contains("\" width=\"722\" height=\"640\" alt=\"Loss and accuracy by epoch for 001-15\">"))
    let odd = ReportSpecimens.section("x", svg: "<g width=\"3\"/>")
    #expect(!ReportSpecimens.page([odd]).html().contains("width=\"3\""))
  }

  @Test func textsMeanThemselves() {
    let text = "<script>&\"'</script>\u{0}\n<!-- <b>"
    let escaped = "&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;  &lt;!-- &lt;b&gt;"
    let claim = ReportPage.ClaimRow(
      says: text, reported: text, measured: text, verdict: .notJudged(text), rule: text, because: text)
    let section = ReportPage.Section(
      name: text, title: text, text: [text], formulas: [text], drawing: .init(svg: text, alternative: text),
      claims: [claim], runs: [.init(name: text, digest: text)], notes: [text])
    let html = ReportPage(
      title: text, introduction: [text],
      documents: [.init(number: text, title: text, summary: [text], sections: [section])]
    ).html()
    #expect(
      !html.contains("<script") && !html.contains("<b>") && !html.contains("<!--") && !html.contains("\u{0}"))
    #expect(html.components(separatedBy: escaped).count > 20)
    // Well-formed as XML too, once elements without content are closed: so every tag is.
    let xml = html.replacing(/<(meta|img)[^>]*>/) { "\($0.output.0.dropLast())/>" }
      .replacing("<!DOCTYPE html>\n", with: "")
    #expect(XMLParser(data: Data(xml.utf8)).parse())
  }

  @Test func aTerminalShowsEveryClaimIn120Columns() {
    var long = ReportSpecimens.section("001-27-unscaled-lr-high-with-a-long-name")
    long.claims[0].measured = String(repeating: "9", count: 200)
    long.claims[1].reported = String(repeating: "8 ", count: 200)
    long.claims[2].says = "one\u{1B}[31m\ntwo"
    let table = ReportSpecimens.page([long]).claimsTable()
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 120 && $0.last != " " })
    #expect(lines.count == 1 + 6 + 3 && table.hasSuffix("\n\n2 reproduced, 2 differ, 2 not judged\n"))
    #expect(lines[1].hasPrefix("✓  001-27-unscaled…  On pixels of 0…255"))
    #expect(lines[3].contains("  one [31m two  ") && !table.contains("\u{1B}"))
    // Columns begin at the same place.
    #expect(lines[5].hasPrefix("≠  002-1             A network"))
    let none = ReportPage(title: "", introduction: [], documents: []).claimsTable()
    #expect(none.hasSuffix("\n0 reproduced, 0 differ\n"))
  }

  /// WCAG's contrast of every text color with its ground, light and dark, as they stand in the page.
  @Test func colorsCanBeRead() throws {
    let html = ReportSpecimens.page().html()
    func luminance(_ code: Substring) -> Double {
      let number = Int(code, radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(number >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let colors = { (name: String) in
      html.matches(of: try! Regex("--\(name): #([0-9a-f]{6})")).map { $0[1].substring! }
    }
    let grounds = colors("ground")
    #expect(grounds.count == 3)
    for name in ["text", "quiet", "link", "good", "bad"] {
      let texts = colors(name)
      #expect(texts.count == 3)
      for (text, ground) in zip(texts, grounds) {
        let (one, other) = (luminance(text), luminance(ground))
        #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5, "\(name) \(text) on \(ground)")
      }
    }
  }
}
