/// A document as its reader saw it: front matter and blocks in reading order.
package struct Document: Sendable {
  package let kind: DocumentKind
  /// Front-matter values by key, as far as they are text.
  package let metadata: [String: Span]
  package var blocks: [Block]
  /// What the document says of its images to those who do not see them; no text of a block.
  package var images: [Span]
  /// Personal data, where they were asked for; the blocks do not show them.
  package var personal: [(property: PersonalProperty, span: Span)]
  /// All of the front matter.
  package let data: DataNode
  /// Entries of BibTeX that the document quotes.
  package var references: [BibTeXEntry]
  /// Where the blocks' bytes are, when they are not those of the file itself.
  package let places: SourcePlaces?

  package init(
    kind: DocumentKind, metadata: [String: Span] = [:], blocks: [Block],
    images: [Span] = [], personal: [(property: PersonalProperty, span: Span)] = [],
    data: DataNode = .empty, references: [BibTeXEntry] = [],
    places: SourcePlaces? = nil
  ) {
    self.references = references
    self.data = data
    self.kind = kind
    self.places = places
    self.metadata = metadata
    self.blocks = blocks
    self.images = images
    self.personal = personal
  }
}
