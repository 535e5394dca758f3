/// A name in a list of BibTeX, in the parts that BibTeX distinguishes.
package struct BibTeXName: Sendable {
  /// “First”; `nil` when the name has only a last one.
  package var given: Span?
  /// “von”: the words that begin with a small letter.
  package var particle: Span?
  /// “Last”; `nil` only where every other part is `nil`.
  package var family: Span?
  /// “Jr”.
  package var suffix: Span?
  /// dblp's number of a person among namesakes: `0001`.
  package var number: Span?
  /// All of the name as it is written.
  package let span: Span

  package init(span: Span) { self.span = span }

  package func shifted(by distance: Int) -> BibTeXName {
    var name = BibTeXName(span: span.shifted(by: distance))
    name.given = given?.shifted(by: distance)
    name.particle = particle?.shifted(by: distance)
    name.family = family?.shifted(by: distance)
    name.suffix = suffix?.shifted(by: distance)
    name.number = number?.shifted(by: distance)
    return name
  }
}

/// The names of one field.
package struct BibTeXNameList: Sendable {
  package var names: [BibTeXName] = []
  /// `false` when the list ends in “and others” or the like, or when a part of it was not understood.
  package var isComplete = true
  /// The parts that are not names: they have too many commas.
  package var unread: [Span] = []

  package init() {}

  package func shifted(by distance: Int) -> BibTeXNameList {
    var list = self
    list.names = names.map { $0.shifted(by: distance) }
    list.unread = unread.map { $0.shifted(by: distance) }
    return list
  }
}
