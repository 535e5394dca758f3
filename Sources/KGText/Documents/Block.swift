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
