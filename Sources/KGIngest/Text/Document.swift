/// A document as its reader saw it: front matter and blocks in reading order.
package struct Document: Sendable {
  package let kind: DocumentKind
  /// Front-matter values by key, as far as they are text.
  package let metadata: [String: Span]
  package internal(set) var blocks: [Block]
  /// What the document says of its images to those who do not see them; no text of a block.
  package internal(set) var images: [Span]
  /// Personal data, where they were asked for; the blocks do not show them.
  package internal(set) var personal: [(property: PersonalProperty, span: Span)]
  /// All of the front matter.
  package let data: DataNode
  /// Entries of BibTeX that the document quotes.
  package internal(set) var references: [BibTeXReader.Entry]
  /// Where the blocks' bytes are, when they are not those of the file itself.
  package let places: SourcePlaces?

  package init(
    kind: DocumentKind, metadata: [String: Span] = [:], blocks: [Block],
    images: [Span] = [], personal: [(property: PersonalProperty, span: Span)] = [],
    data: DataNode = .empty, references: [BibTeXReader.Entry] = [],
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

package enum DocumentKind: String, Sendable {
  case markdown
  case html
  case plainText = "text"
  case latex
  case pdf
  /// JSON or YAML about a person.
  case data
  case bibtex
  /// The files of a site together.
  case site
}

/// One heading, paragraph, list item or table row. Line ends within a block stay as `\n`, cells of a
/// row are separated by tabs.
package struct Block: Sendable {
  package enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph
    /// Depth counts from 1 for the outermost list.
    case listItem(depth: Int, ordered: Bool)
    case tableRow
    case rule
  }

  package let kind: Kind
  package let text: SourceText

  package init(_ kind: Kind, _ text: SourceText) {
    self.kind = kind
    self.text = text
  }

  package var span: Span { text.whole.trimmed }

  /// Whether it is a row whose first cell is empty.
  package var lacksFirstCell: Bool { kind == .tableRow && text.scalars.first == "\t" }

  package var isListItem: Bool {
    if case .listItem = kind { true } else { false }
  }
}
