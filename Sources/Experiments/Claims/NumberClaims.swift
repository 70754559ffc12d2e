import Archive
import Settings

/// `bounds: { of: { metric: … }, at-least: 0.8, at-most: 0.9 }`: a quantity lies within bounds; with several seeds their
/// median does.
package struct BoundsClaim: ClaimKind {
  /// `bounds`.
  package static let kind = "bounds"
  @OneOf<Quantities> private var of: any Quantity
  private let atLeast, atMost: Double?

  /// Reads `of`, and `at-least`, `at-most` or both.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    _of = try options.value(.of)
    atLeast = try options.valueIfPresent(.atLeast)
    atMost = try options.valueIfPresent(.atMost)
    guard atLeast != nil || atMost != nil else {
      throw options.impossible(.of, "needs 'at-least' or 'at-most' beside it")
    }
  }

  /// That of the quantity.
  package var runs: [String] { [of.run] }

  /// A NaN lies within no bounds.
  package func judge(_ context: FigureContext) throws -> Verdict {
    let spread = try of.spread(context)
    let bounds = [
      atLeast.map { "at least \(of.format.text($0))" }, atMost.map { "at most \(of.format.text($0))" },
    ]
    return Verdict(
      holds: spread.median >= atLeast ?? -.infinity && spread.median <= atMost ?? .infinity,
      measured: of.format.text(spread),
      rule: "\(of.words) of \(of.run) is \(bounds.compactMap { $0 }.joined(separator: " and "))")
  }
}

/// `near: { of: { metric: … }, reported: 0.9769, within: 0.004 }`: a quantity is as near to what is reported.
package struct NearClaim: ClaimKind {
  /// `near`.
  package static let kind = "near"
  @OneOf<Quantities> private var of: any Quantity
  private let value, within: Double

  private enum CodingKeys: String, CodingKey { case of, value = "reported", within }

  /// Reads `of`, `reported` and `within`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    _of = try options.value(.of)
    value = try options.value(.value)
    within = try options.value(.within, .notNegative)
  }

  /// That of the quantity.
  package var runs: [String] { [of.run] }
  /// The number.
  package var reported: String? { of.format.text(value) }

  /// The median is compared.
  package func judge(_ context: FigureContext) throws -> Verdict {
    let spread = try of.spread(context)
    return Verdict(
      holds: abs(spread.median - value) <= within, measured: of.format.text(spread),
      rule: "\(of.words) of \(of.run) is within \(of.format.text(within)) of the reported")
  }
}

/// `less: { of: { gap: … }, than: { gap: … }, factor: 0.5 }`: a quantity is smaller than `factor` times another one.
package struct LessClaim: ClaimKind {
  /// `less`.
  package static let kind = "less"
  @OneOf<Quantities> private var of: any Quantity
  @OneOf<Quantities> private var than: any Quantity
  private let factor: Double

  /// Reads `of`, `than` and `factor` (1).
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    _of = try options.value(.of)
    _than = try options.value(.than)
    factor = try options.value(.factor, default: 1, .positive)
  }

  /// Those of both quantities.
  package var runs: [String] { [of.run, than.run] }

  /// The medians are compared.
  package func judge(_ context: FigureContext) throws -> Verdict {
    let (first, second) = (try of.spread(context), try than.spread(context))
    let times = factor == 1 ? "" : "\(NumberFormat.plain.text(factor)) times "
    return Verdict(
      holds: first.median < factor * second.median,
      measured: "\(of.format.text(first)) against \(than.format.text(second))",
      rule: of.words == than.words
        ? "\(of.words) is smaller for \(of.run) than \(times)that of \(than.run)"
        : "\(of.words) of \(of.run) is smaller than \(times)the \(than.words) of \(than.run)")
  }
}
