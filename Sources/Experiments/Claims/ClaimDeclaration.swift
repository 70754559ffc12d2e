import Archive
import Settings

/// Something that a document says, with the rule that judges it:
///
///     - says: The loss hardly falls; training accuracy ends at 12 %
///       reported: 12 %
///       rule: { bounds: { of: { metric: { run: unscaled-sgd, name: accuracy/train } }, at-most: 0.25 } }
package struct ClaimDeclaration: Decodable, Sendable {
  /// The claim in the project's words.
  package let says: String
  /// The number that the document prints, if it prints one.
  package let reported: String?
  /// Why it comes out as it does, where that is worth saying.
  package let because: String?
  /// What judges it.
  @OneOf<ClaimKinds> package private(set) var rule: any ClaimKind

  private enum CodingKeys: String, CodingKey { case says, reported, because, rule }

  /// Reads `says`, `reported`, `because` and `rule`.
  package init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    says = try options.value(.says, .title)
    reported = try options.valueIfPresent(.reported)
    because = try options.valueIfPresent(.because)
    _rule = try options.value(.rule)
  }
}

/// A kind of claim, as a value that holds its options: a rule over archives that gives a verdict and the numbers it is
/// made on.
package protocol ClaimKind: Kind {
  /// The experiments that must be finished before it can be judged, as they are written.
  var runs: [String] { get }
  /// The number or numbers that the document reports, where the rule compares with them; `nil` otherwise.
  var reported: String? { get }

  /// Judges the claim.
  ///
  /// - Throws: `RunError.missingRun`, `ArchiveError`.
  func judge(_ context: FigureContext) throws -> Verdict
}

extension ClaimKind {
  /// The rule compares with nothing that is reported.
  package var reported: String? { nil }
}

/// The kinds of claim that there are.
package enum ClaimKinds: Kinds {
  /// What an error calls one of them.
  package static let noun = "rule"
  /// Every kind.
  package static let all: [any Kind.Type] = [
    BoundsClaim.self, NearClaim.self, LessClaim.self, SeriesClaim.self, RateChangesClaim.self,
    SameModelClaim.self,
  ]
  /// Any of them.
  package typealias Value = any ClaimKind
}

/// Whether a claim came out.
package struct Verdict: Sendable, Equatable {
  /// Whether the rule holds.
  package let holds: Bool
  /// The numbers that were measured.
  package let measured: String
  /// The rule in words.
  package let rule: String
}
