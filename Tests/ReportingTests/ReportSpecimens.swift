import Reporting

/// A page with everything in it that a page can have.
enum ReportSpecimens {
  static let svg =
    "<svg width=\"722\" height=\"640\" xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"/></svg>"

  static let claims = [
    ReportPage.ClaimRow(
      says: "On pixels of 0…255 plain SGD hardly learns: train accuracy ends at about 12 %.",
      reported: "12 %",
      measured: "11.9 % (11.2 … 13.0, 5 seeds)", verdict: .reproduced,
      rule: "train accuracy of the last epoch at most 0.25"),
    ReportPage.ClaimRow(
      says: "A network without a hidden layer cannot learn", measured: "86.7 % train, 84.3 % validation",
      verdict: .differs, rule: "validation accuracy at most 0.25",
      because:
        "Softmax regression is a linear classifier; ten classes of clothes are nearly linearly separable."),
    ReportPage.ClaimRow(
      says: "The learned features look like edges", measured: "–", verdict: .notJudged("no number is given"),
      rule: ""),
  ]

  static func section(_ name: String, svg: String? = svg) -> ReportPage.Section {
    ReportPage.Section(
      name: name, title: "SGD on unscaled pixels",
      text: [
        "The network sees bytes as they are, and its first layer's sums are hundreds of times too large."
      ],
      formulas: ["σ(x) = 1 / (1 + e⁻ˣ),   σ′(x) = σ(x) · (1 − σ(x)) ≤ ¼"],
      drawing: svg.map { .init(svg: $0, alternative: "Loss and accuracy by epoch for \(name)") },
      claims: claims,
      runs: [.init(name: "001/unscaled-sgd", digest: Specimens.digest)],
      notes: ["Five epochs of 1,875 steps."])
  }

  static func page(_ sections: [ReportPage.Section]? = nil) -> ReportPage {
    ReportPage(
      title: "Reprise: five tutorials, measured again",
      introduction: [
        "Five tutorials on training networks, run again so that every number repeats to the last bit."
      ],
      documents: [
        .init(
          number: "001", title: "Fashion-MNIST, hyper-parameters of an image classifier",
          summary: ["A network with one hidden layer on 60,000 pictures of clothes."],
          sections: sections ?? [section("001-15"), section("001-16"), section("001-33", svg: nil)]),
        .init(number: "002", title: "Overfitting", sections: [section("002-1")]),
      ])
  }
}
