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

  /// Pairs predictions and gold records by the paths of their documents.
  package init(of predicted: [DocumentRecord], against gold: [DocumentRecord]) {
    let pairing = PredictionPairing(gold: gold, predicted: predicted)
    self.init(
      pairs: zip(gold, pairing.predictions).map { ($0, $1.map { predicted[$0] }) },
      ambiguousNames: pairing.ambiguousNames)
  }

  /// - Parameter pairs: Each gold record with the prediction for its document; `nil` where there is none, as for a
  ///   document that cannot be read.
  package init(pairs: [(gold: DocumentRecord, prediction: DocumentRecord?)]) {
    self.init(pairs: pairs, ambiguousNames: [])
  }

  private init(
    pairs: [(gold: DocumentRecord, prediction: DocumentRecord?)], ambiguousNames: [String]
  ) {
    documents = pairs.map { gold, prediction in
      DocumentScore(
        document: gold.document, tally: DocumentScorer.tally(of: prediction, against: gold))
    }
    total = documents.reduce(into: Tally()) { $0.add($1.tally) }
    self.ambiguousNames = ambiguousNames
  }
}
