/// A document as its reader understood it: front matter, and blocks in reading order.
package struct Document: Sendable {
  package let kind: DocumentKind
  /// The front-matter values that are texts, by key.
  package let metadata: [String: Span]
  package var blocks: [Block]
  /// The alternative texts of images, which are not part of any block.
  package var images: [Span]
  /// Personal data, when they were asked for; the blocks never contain them.
  package var personal: [(property: PersonalProperty, span: Span)]
  /// The whole front matter, or the whole content of a data file.
  package let data: DataNode
  /// BibTeX entries that the document quotes.
  package var references: [BibTeXEntry]
  /// Where the bytes of the blocks are, when they are not bytes of the file itself; else `nil`.
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
