internal import KGLexicon
internal import KGText

/// The tokens of the lists of a document with their features as text: what the weights are fitted to.
package struct FieldSequence: Encodable, Sendable {
  package struct Token: Encodable, Sendable {
    package let text: String
    /// The index of the line, over the list.
    package let line: Int
    package let features: [String]
  }

  /// The places of the lines among those of the document.
  package let lines: [Int]
  package let tokens: [Token]

  /// The sequences of a document, each list as it is read, and with some and with all of
  /// its organizations unknown.
  package static func sequences(of extraction: ProfileExtractor.Extraction) -> [FieldSequence] {
    Outline(extraction.document).partsByContent().compactMap(EntryList.init).flatMap { list in
      EntryTokens.HiddenOrganizations.allCases.map { FieldSequence(list, hiding: $0) }
    }
  }

  private init(_ list: EntryList, hiding hidden: EntryTokens.HiddenOrganizations) {
    let context = EntryTokens(list, hiding: hidden)
    let features = FieldFeatures(context, isDescribed: true).all.textsOfTokens
    lines = list.lines.map(\.source.number)
    tokens = context.tokens.indices.map {
      Token(
        text: context.text(of: $0).string, line: context.lines[$0], features: features[$0])
    }
  }
}
