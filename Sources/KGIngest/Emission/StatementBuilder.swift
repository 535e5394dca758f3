internal import KGLexicon
internal import KGModel
internal import KGText

/// Collects the statements of one source in the order in which they are made, until they are taken; a triple
/// that is made twice in between keeps both receipts.
struct StatementBuilder {
  private var statements: [Statement] = []
  private var positions: [Triple: Int] = [:]
  /// A file may tell one thing thousands of times: a set finds a receipt that is there already.
  private var told: Set<Told> = []
  private let places: SourcePlaces

  private struct Told: Hashable {
    let position: Int
    let receipt: Receipt
  }

  /// Quotes are for reading; what is longer is cut.
  private static let maximumQuoteLength = 200  // characters

  init(places: SourcePlaces) {
    self.places = places
  }

  var count: Int { statements.count }

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Term, _ span: Span, _ rule: Rule) {
    let triple = Triple(.iri(subject), predicate, object)
    let receipt = receipt(span, rule)
    let position = positions[triple] ?? statements.count
    guard told.insert(Told(position: position, receipt: receipt)).inserted else { return }
    if position < statements.count {
      statements[position].receipts.append(receipt)
    } else {
      positions[triple] = position
      statements.append(Statement(triple, receipts: [receipt]))
    }
  }

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: IRI, _ span: Span, _ rule: Rule) {
    add(subject, predicate, .iri(object), span, rule)
  }

  /// What has been collected, which is forgotten then.
  mutating func take() -> [Statement] {
    defer {
      statements = []
      positions = [:]
      told = []
    }
    return statements
  }

  private func receipt(_ span: Span, _ rule: Rule) -> Receipt {
    let place = places.place(of: span.byteRange)
    return Receipt(
      part: place.part, byteRange: place.byteRange, line: place.line,
      words: String(span.collapsed.prefix(Self.maximumQuoteLength)), rule: rule.rawValue)
  }
}
