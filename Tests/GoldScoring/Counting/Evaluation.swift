/// The counts of one document.
package struct DocumentScore: Sendable {
  /// The document of the gold record.
  package let document: String
  package let tally: Tally
}

/// Predictions compared with gold.
///
///     let evaluation = Evaluation(of: predictions, against: gold.records)
///     evaluation.total[.papers].f1
package struct Evaluation: Sendable {
  /// In the order of the gold records. A document without a prediction counts as one with an empty
  /// prediction.
  package let documents: [DocumentScore]
  /// The counts of all documents together.
  package let total: Tally
  /// File names without a folder that several predictions have: these were paired in order, which
  /// is right only when gold and predictions are in the same order.
  package let ambiguousNames: [String]

  package init(of predicted: [DocumentRecord], against gold: [DocumentRecord]) {
    let pairing = PredictionPairing(gold: gold, predicted: predicted)
    documents = zip(gold, pairing.predictions).map { record, index in
      DocumentScore(
        document: record.document,
        tally: DocumentScorer.tally(of: index.map { predicted[$0] }, against: record))
    }
    total = documents.reduce(into: Tally()) { $0.add($1.tally) }
    ambiguousNames = pairing.ambiguousNames
  }
}
