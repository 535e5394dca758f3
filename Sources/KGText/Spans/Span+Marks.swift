extension Span {
  /// The parts of this span that have marks of a kind.
  package func marked(_ isWanted: (SourceText.Mark.Kind) -> Bool) -> [Span] {
    text.marks.filter { isWanted($0.kind) && $0.range.overlaps(range) }
      .map { Span(text, $0.range.clamped(to: range)) }
  }

  /// The parts of this span in bold type.
  package var strongRuns: [Span] { marked { $0 == .strong } }

  /// The targets of the links that overlap this span, in order, then the web addresses that its text
  /// shows without a link.
  package var links: [(target: String, span: Span)] {
    var found = text.marks.compactMap { mark -> (String, Span)? in
      guard case .link(let target) = mark.kind, mark.range.overlaps(range) else { return nil }
      return (target, Span(text, mark.range.clamped(to: range)))
    }
    var rest = self
    while let start = rest.first(of: "http") {
      var end = start.upperBound
      while end < upper, !text.scalars[end].isBlank,
        !text.scalars[end].isOne(of: "<>\"]）】，、；")
      {
        end += 1
      }
      let address = Span(text, start.lowerBound..<end).trimming(".,);")
      if address.string.utf8.contains("://".utf8),
        !found.contains(where: { $0.1.range.overlaps(address.range) })
      {
        found.append((address.string, address))
      }
      rest = from(end)
    }
    return found
  }
}

extension SourceText.Mark.Kind {
  package var isLink: Bool {
    if case .link = self { true } else { false }
  }
}
