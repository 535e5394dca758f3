internal import KGLexicon
internal import KGModel
internal import KGText

/// Determines whose document it is. An owner without a name is better than a wrong name.
struct Owner {
  private(set) var person = PersonRecord()

  init(
    _ document: Document, _ outline: Outline, papers: ChunkedArray<PaperRecord>,
    known: Stated<String>?
  ) {
    person.name = known
    if known == nil { findName(document, papers) }
    if let name = person.name {
      person.otherNames = Self.otherNames(of: name, in: document, authorsOf: papers)
    }
    person.addLinks(in: outline)
  }

  private mutating func findName(_ document: Document, _ papers: ChunkedArray<PaperRecord>) {
    for key in ["author", "name", "title"] {
      guard let value = document.metadata[key] else { continue }
      for part in key == "title" ? Self.partsOfTitle(value) : [value] {
        if let name = Self.name(in: part) {
          person.name = Stated(name.collapsed, name, rule: .ownerMetadata)
          return
        }
      }
    }
    if let name = Self.labelledName(document) {
      person.name = Stated(
        name.collapsed.filter { !$0.isWhitespace || !name.containsHan }, name,
        rule: .ownerLabel)
      return
    }
    // The first line or heading of a CV is its owner's name, perhaps after the words “Curriculum
    // Vitae” or the links of a page.
    let headings = document.blocks.filter {
      if case .heading(let level) = $0.kind { level <= 2 } else { false }
    }
    let isPage = document.kind == .html
    let blocks = document.blocks.filter { block in
      block.kind != .rule && !(isPage && (block.isListItem || Self.isLinks(block.span)))
    }
    let lines = blocks.lazy.compactMap(\.span.lines.first)
    let candidates =
      isPage
      ? headings.prefix(3).map(\.span) + lines.prefix(1)
      : lines.filter { !Self.isTitleOfCV($0) }.prefix(1) + headings.prefix(1).map(\.span)
    for line in candidates {
      if let name = Self.name(in: line) {
        person.name = Stated(name.collapsed, name, rule: .ownerFirstLine)
        return
      }
    }
    if let name = Self.introducedName(document) ?? Self.paragraphSubject(of: document) {
      person.name = Stated(name.collapsed, name, rule: .ownerIntroduction)
      return
    }
    if let name = Self.emphasizedAuthor(papers) {
      person.name = Stated(name.value, name.span, rule: .ownerEmphasis)
    } else if let name = Self.depictedAuthor(document, papers) {
      person.name = Stated(name.collapsed, name, rule: .ownerImage)
    }
  }

  /// Whether most of a text is links, as in the navigation of a page.
  private static func isLinks(_ span: Span) -> Bool {
    span.marked(\.isLink).map(\.count).reduce(0, +) * 2 >= span.count
  }

  private static func isTitleOfCV(_ line: Span) -> Bool {
    // “CURRICULUM VITAE    (rev. 2022)”
    let bare = OrganizationText.withoutBracket(line).trimming("#:.*").foldedString
    return [
      "curriculum vitae", "cv", "resume", "résumé", "vita", "个人简历", "简历", "履历", "履歷", "簡歷", "履歴書",
      "履歴", "이력서",
      "lebenslauf", "currículum", "currículum vítae", "currículo", "hoja de vida",
    ]
    .contains(bare)
  }
}
