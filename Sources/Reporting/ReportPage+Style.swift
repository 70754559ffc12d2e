extension ReportPage {
  /// The page's style sheet: system fonts, light and dark, readable on a phone and in print.
  ///
  /// Every text has a contrast of at least 4.5 : 1 with its ground in both.
  static let style = """
    :root {
      color-scheme: light dark;
      --ground: #ffffff; --text: #1b1d20; --quiet: #565c64; --line: #d9dce1; --band: #f5f6f8;
      --link: #0b559f; --good: #17653a; --bad: #9a3412;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #16181b; --text: #e4e6e9; --quiet: #a4abb4; --line: #383c43; --band: #1e2125;
        --link: #84baff; --good: #74d19c; --bad: #f4a67a;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 2rem 1.25rem 5rem; max-width: 66rem; background: var(--ground);
      color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
    h1 { margin: 0 0 .75rem; font-size: 2rem; }
    h2 { margin: 3.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.5rem; }
    h3 { margin: 2.75rem 0 .5rem; font-size: 1.15rem; }
    p { margin: .5rem 0; max-width: 44rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    .number { margin-right: .35em; color: var(--quiet); font-weight: 500; font-variant-numeric: tabular-nums; }
    h3 .number { text-decoration: none; }
    h3 .number:hover { text-decoration: underline; }
    nav h2 { margin: 1.5rem 0 .25rem; padding: 0; border: 0; font-size: 1.05rem; }
    nav ol, nav ul { margin: 0; padding: 0; list-style: none; }
    nav ol > li { margin: .4rem 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: .1rem .9rem; font-size: .875rem; font-variant-numeric: tabular-nums; }
    .counts { font-size: 1.1rem; font-weight: 600; }
    .formula {
      margin: .75rem 0; padding-left: 1.5rem; font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", serif;
      font-size: 1.15rem; white-space: pre-wrap;
    }
    figure { margin: 1rem 0; break-inside: avoid; }
    figure img {
      display: block; max-width: 100%; height: auto; padding: .5rem; border: 1px solid var(--line);
      border-radius: .375rem; background: #ffffff;
    }
    figcaption, .provenance, .note, .rule, .because { color: var(--quiet); font-size: .875rem; }
    figcaption { margin-top: .4rem; }
    .rule, .because { margin: .2rem 0 0; }
    .because { color: var(--text); }
    code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    .scroll { margin: 1rem 0; overflow-x: auto; }
    .scroll:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    table { width: 100%; min-width: 38rem; border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
    th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--quiet); font-weight: 600; border-bottom-color: var(--quiet); }
    tbody th { font-weight: 500; }
    th a, .verdict { white-space: nowrap; }
    .value { min-width: 5rem; font-variant-numeric: tabular-nums; }
    .verdict { font-weight: 600; }
    .reproduced { color: var(--good); }
    .differs { color: var(--bad); }
    .not-judged { color: var(--quiet); }
    @media (max-width: 40rem) {
      body { padding: 1.25rem 1rem 3rem; }
      h1 { font-size: 1.6rem; }
      h2 { font-size: 1.3rem; }
      figure img { padding: .25rem; }
    }
    @media print {
      :root {
        color-scheme: light; --ground: #ffffff; --text: #000000; --quiet: #444444; --line: #bbbbbb; --link: #000000;
        --good: #17653a; --bad: #9a3412;
      }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav { display: none; }
      a { text-decoration: none; }
      h2, h3 { break-after: avoid; }
      tr, figure, .formula { break-inside: avoid; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; }
      table { min-width: 0; }
      figure img { max-height: 22cm; border: 0; padding: 0; }
    }

    """
}
