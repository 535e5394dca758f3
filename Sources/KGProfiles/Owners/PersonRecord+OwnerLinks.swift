internal import KGLexicon
internal import KGText

extension PersonRecord {
  /// Adds the links before the first section about another topic, and those of contact sections.
  mutating func addLinks(in outline: Outline) {
    let heads = outline.parts.prefix { part in
      part.heading == nil || part.level == 1 || part.isAbout(.about)
    }
    let contact = outline.parts.filter { $0.isAbout(.other) }
    for block in (heads + contact).flatMap(\.blocks) {
      for (target, span) in block.span.links { addLink(target, span) }
    }
    for block in heads.flatMap(\.blocks).prefix(6) { addBareDomain(block.span) }
  }

  /// “🌐 forwil.xyz”: a domain without a scheme in a line of contact data.
  private mutating func addBareDomain(_ span: Span) {
    guard homepages.isEmpty else { return }
    for piece in span.split(at: " ·|,;\n\t") where piece.contains(".") {
      let text = piece.string
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isDomain =
        parts.count >= 2 && !text.contains("@")
        && parts.allSatisfy {
          !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
        && (parts.last.map {
          $0.count >= 2 && $0.allSatisfy(\.isLetter) && $0.allSatisfy(\.isLowercase)
        } ?? false)
        && text.count >= 5 && parts[0].count >= 2
      if isDomain {
        homepages.append(Stated(text, piece, rule: .ownerHomepage))
        return
      }
    }
  }
}
