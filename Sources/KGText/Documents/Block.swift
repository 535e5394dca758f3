/// One heading, paragraph, list item or table row. Line ends within a block are `\n`; cells of a row
/// are separated by tabs.
package struct Block: Sendable {
  package enum Kind: Hashable, Sendable {
    /// The level counts from 1, the highest.
    case heading(level: Int)
    case paragraph
    /// Depth counts from 1 for the outermost list.
    case listItem(depth: Int, ordered: Bool)
    case tableRow
    /// A horizontal line, without text.
    case rule
  }

  package let kind: Kind
  /// The whole text without white space at its ends.
  package let span: Span
  package var text: SourceText { span.text }

  package init(_ kind: Kind, _ text: SourceText) {
    self.kind = kind
    span = text.whole.trimmed
  }

  /// Whether the block is a row whose first cell is empty.
  package var lacksFirstCell: Bool { kind == .tableRow && text.scalars.first == "\t" }

  package var isListItem: Bool {
    if case .listItem = kind { true } else { false }
  }
}
