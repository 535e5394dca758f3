/// Labels the tokens of references with a model.
package struct ReferenceLabelling: Sendable {
  private let tagger: SequenceTagger
  /// The meaning of each label of the model; `nil` for one that the program does not know.
  private let labels: [ReferenceLabel?]

  init(_ model: SequenceModel) {
    tagger = SequenceTagger(model)
    labels = model.labels.map { ReferenceLabel(rawValue: $0) }
  }

  /// - Parameter table: The weights of a model, in UTF-8, for measuring it.
  package init(table: [UInt8]) { self.init(SequenceModel(table)) }

  /// The label of each token: that of the model, where the names of the list agree.
  func labels(of context: ReferenceContext) -> [ReferenceLabel] {
    let numbers = tagger.labels(of: ReferenceFeatures(context).all)
    return AuthorAgreement(numbers.map { labels[$0] ?? .other }, context).labels
  }
}
