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
    defer {
      statements = []
      positions = [:]
      known = []
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
