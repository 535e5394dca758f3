internal import KGModel

/// Collects the statements of one source in the order in which they are made; a triple that is made
/// twice keeps both receipts.
struct StatementBuilder {
  private var order: [Triple] = []
  private var receipts: [Triple: [Receipt]] = [:]
  /// A file may tell one thing thousands of times: a set finds a receipt that is there already.
  private var told: Set<Told> = []
  private let places: SourcePlaces

  private struct Told: Hashable {
    let triple: Triple
    let receipt: Receipt
  }

  /// Quotes are for reading; what is longer is cut.
  private static let maximumQuoteLength = 200  // characters

  init(places: SourcePlaces) {
    self.places = places
  }

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Term, _ span: Span, _ rule: String)
  {
    let triple = Triple(.iri(subject), predicate, object)
    let receipt = receipt(span, rule)
    if receipts[triple] == nil { order.append(triple) }
    if told.insert(Told(triple: triple, receipt: receipt)).inserted {
      receipts[triple, default: []].append(receipt)
    }
  }

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: IRI, _ span: Span, _ rule: String) {
    add(subject, predicate, .iri(object), span, rule)
  }

  private func receipt(_ span: Span, _ rule: String) -> Receipt {
    let place = places.place(of: span.byteRange)
    return Receipt(
      part: place.part, byteRange: place.byteRange, line: place.line,
      words: String(span.collapsed.prefix(Self.maximumQuoteLength)), rule: rule)
  }

  var statements: [Statement] {
    order.map { Statement($0, receipts: receipts[$0] ?? []) }
  }
}
