package import KGText

/// How certainly a text names a venue.
package enum VenueEvidence: Int, Comparable, Sendable {
  case none
  /// It has words that only venues have: “Journal of Dry Mills”.
  case words
  /// It is a venue of the table.
  case known

  /// Whether the first is the weaker evidence.
  package static func < (one: VenueEvidence, other: VenueEvidence) -> Bool {
    one.rawValue < other.rawValue
  }

  /// The evidence of a text that may be the name of a venue, with its place and year.
  package init(of span: Span) {
    guard let mention = VenueMention.certainty(of: span) else {
      self = .none
      return
    }
    self = mention.isKnown ? .known : mention.isCertain ? .words : .none
  }
}
