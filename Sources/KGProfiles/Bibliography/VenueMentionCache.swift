internal import KGLexicon
internal import KGText

/// The venues that a list of works has named so far: it names few of them, many times.
struct VenueMentionCache {
  private var known: [String: (mention: VenueMention, span: Span)] = [:]

  /// A limit for lists in which each venue has another text, such as a volume.
  private static let maximumCount = 4096

  /// What a text says of a venue, with places in this text.
  mutating func mention(in span: Span) -> VenueMention {
    let text = span.string
    if let (mention, first) = known[text] { return mention.moved(from: first, to: span) }
    let mention = VenueMention(span)
    if known.count < Self.maximumCount { known[text] = (mention, span) }
    return mention
  }
}

extension VenueMention {
  /// The same with the places that it has in an equal span.
  fileprivate func moved(from old: Span, to new: Span) -> VenueMention {
    var moved = self
    moved.name = name?.moved(from: old, to: new)
    moved.year = year?.moved(from: old, to: new)
    moved.presentation = presentation?.moved(from: old, to: new)
    moved.status = status?.moved(from: old, to: new)
    return moved
  }
}

extension Stated {
  /// The same with the place that it has in an equal span.
  fileprivate func moved(from old: Span, to new: Span) -> Stated {
    let distance = new.lower - old.lower
    return Stated(
      value, Span(new.text, span.lower + distance..<span.upper + distance), rule: rule)
  }
}
