internal import KGLexicon
internal import KGModel
internal import KGText

/// Collects the statements of one source in the order in which they are added, until they are taken; a
/// triple that is added twice in between keeps both receipts.
struct StatementBuilder {
  private var statements: [Statement] = []
  private var positions: [Triple: Int] = [:]
  /// The receipts of statements that have many. A file can state a triple thousands of times, so a set
  /// finds duplicates.
  private var known: Set<KnownReceipt> = []
  private let places: SourcePlaces
  /// The last receipt: several statements in a row quote the same words.
  private var last: (span: Span, receipt: Receipt)?

  private struct KnownReceipt: Hashable {
    /// The index of the statement.
    let position: Int
    let receipt: Receipt
  }

  /// The number of receipts up to which they are compared one by one: most statements have one or two.
  private static let fewReceipts = 8

  /// The length at which quotes are cut: they are for reading.
  private static let maximumQuoteLength = 200  // characters

  init(places: SourcePlaces) {
    self.places = places
  }

  /// The number of statements that have been collected.
  var count: Int { statements.count }

  /// Adds a statement with the receipt of a span and a rule.
  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Term, _ span: Span, _ rule: Rule) {
    let triple = Triple(.iri(subject), predicate, object)
    let receipt = receipt(span, rule)
    guard let position = positions[triple] else {
      positions[triple] = statements.count
      statements.append(Statement(triple, receipts: [receipt]))
      return
    }
    guard isNew(receipt, at: position) else { return }
    statements[position].receipts.append(receipt)
  }

  /// Adds a statement that is not added again: it is about a node that the current record has made.
  mutating func addNew(
    _ subject: IRI, _ predicate: IRI, _ object: Term, _ span: Span, _ rule: Rule
  ) {
    statements.append(
      Statement(Triple(.iri(subject), predicate, object), receipts: [receipt(span, rule)]))
  }

  /// Adds a statement with the receipts of several places.
  mutating func add(
    _ subject: IRI, _ predicate: IRI, _ object: IRI, _ places: [(span: Span, rule: Rule)]
  ) {
    guard let first = places.first else { return }
    add(subject, predicate, object, first.span, first.rule)
    let triple = Triple(.iri(subject), predicate, .iri(object))
    guard places.count > 1, let position = positions[triple] else { return }
    for place in places.dropFirst() {
      let receipt = receipt(place.span, place.rule)
      if isNew(receipt, at: position) { statements[position].receipts.append(receipt) }
    }
  }

  /// Adds a statement whose object is an IRI.
  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: IRI, _ span: Span, _ rule: Rule) {
    add(subject, predicate, .iri(object), span, rule)
  }

  private mutating func isNew(_ receipt: Receipt, at position: Int) -> Bool {
    let receipts = statements[position].receipts
    guard receipts.count >= Self.fewReceipts else { return !receipts.contains(receipt) }
    if receipts.count == Self.fewReceipts {
      for receipt in receipts { known.insert(KnownReceipt(position: position, receipt: receipt)) }
    }
    return known.insert(KnownReceipt(position: position, receipt: receipt)).inserted
  }

  /// Returns the collected statements and removes them from the builder.
  mutating func take() -> [Statement] {
    let capacity = statements.count
    defer {
      statements = []
      statements.reserveCapacity(capacity)
      positions.removeAll(keepingCapacity: true)
      known = []
    }
    return statements
  }

  private mutating func receipt(_ span: Span, _ rule: Rule) -> Receipt {
    if let last, last.span.text === span.text, last.span.range == span.range {
      if last.receipt.rule == rule.rawValue { return last.receipt }
      return Receipt(
        part: last.receipt.part, byteRange: last.receipt.byteRange, line: last.receipt.line,
        words: last.receipt.words, rule: rule.rawValue)
    }
    let place = places.place(of: span.byteRange)
    let receipt = Receipt(
      part: place.part, byteRange: place.byteRange, line: place.line, words: Self.quote(of: span),
      rule: rule.rawValue)
    last = (span, receipt)
    return receipt
  }

  private static func quote(of span: Span) -> String {
    let words = span.collapsed
    // A character takes a byte or more.
    return words.utf8.count <= maximumQuoteLength ? words : String(words.prefix(maximumQuoteLength))
  }
}
