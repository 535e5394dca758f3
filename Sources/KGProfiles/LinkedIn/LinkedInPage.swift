internal import KGLexicon
internal import KGText

/// The page that LinkedIn prints of a profile as a PDF, and its text: beside the main text are contact, skills
/// and honours; in it are the name, and positions and degrees in fixed lines.
///
///     Brackwater Labs                              the organization
///     5 years 3 months                             only above several positions
///     Research Scientist                           the role
///     November 2019 - December 2021 (2 years 2 months)
///     Utrecht, Netherlands                         the place, then a description
struct LinkedInPage {
  /// A line, and whether a paragraph begins with it.
  struct Line {
    let span: Span
    let isFirst: Bool
    let isHeading: Bool
  }

  /// The lines below each heading; those before the first have none.
  private var sections: [(heading: LinkedInWords.Heading?, lines: [Line])] = [(nil, [])]
  private var name: Stated<String>?

  /// - Returns: `nil` when a document is not such a page.
  init?(_ document: Document) {
    guard [.pdf, .plainText, .markdown].contains(document.kind) else { return nil }
    let lines = Self.lines(of: document)
    guard Self.isPage(lines) else { return nil }
    var isInMain = false
    for line in lines where !Self.isPageNumber(line.span) {
      if let heading = LinkedInWords.heading(line.span), heading.isMain || !isInMain {
        isInMain = isInMain || heading.isMain
        sections.append((heading, []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    separateOwner()
  }

  private static func lines(of document: Document) -> [Line] {
    document.blocks.flatMap { block -> [Line] in
      let isHeading = if case .heading = block.kind { true } else { false }
      return block.span.lines.enumerated().map {
        Line(span: $1, isFirst: $0 == 0, isHeading: isHeading)
      }
    }
  }

  /// Positions with durations, below a heading of the main text, and a heading that other CVs do not have.
  private static func isPage(_ lines: [Line]) -> Bool {
    let headings = Set(lines.compactMap { LinkedInWords.heading($0.span) })
    let hasAddress = lines.contains { $0.span.hasSuffix("(linkedin)") }
    return headings.contains(.experience)
      && (hasAddress || headings.contains(.contact) && headings.contains(.skills))
      && lines.contains { LinkedInPosition.dates(of: $0.span) != nil }
  }

  /// “Page 1 of 3”, in any language.
  private static func isPageNumber(_ line: Span) -> Bool {
    let words = line.words
    return words.count == 4 && line.count < 24
      && [words[1], words[3]].allSatisfy { Int($0.string) != nil }
  }

  private func lines(below heading: LinkedInWords.Heading) -> [Line] {
    sections.filter { $0.heading == heading }.flatMap(\.lines)
  }

  // MARK: Records

  /// What the page states.
  var record: ProfileRecord {
    let data: [(String, [DataNode])] = [
      ("work", LinkedInPosition.positions(in: lines(below: .experience))),
      ("education", LinkedInDegree.degrees(in: lines(below: .education))),
      ("publications", titles(below: .publications)), ("patents", texts(below: .patents)),
      ("awards", texts(below: .honors)),
    ]
    var record = DataProfile(.map(data.map { ($0, .list($1)) })).record
    record.person.name = name
    if let (address, span) = address { record.person.addLink(address, span) }
    return record
  }

  private func texts(below heading: LinkedInWords.Heading) -> [DataNode] {
    lines(below: heading).map { .text($0.span) }
  }

  private func titles(below heading: LinkedInWords.Heading) -> [DataNode] {
    lines(below: heading).map { .map([("title", .text($0.span))]) }
  }

  /// Takes the owner's name, the headline and the place, which come before the first heading of the main text, out of
  /// the last section beside it.
  private mutating func separateOwner() {
    guard let main = sections.firstIndex(where: { $0.heading?.isMain ?? false }), main > 0 else {
      return
    }
    let above = sections[main - 1].lines
    let candidates =
      above.indices.filter { above[$0].isHeading }
      + above.indices.filter { above[$0].isFirst }.reversed()
    for index in candidates {
      guard let found = Owner.name(in: above[index].span) else { continue }
      name = Stated(found.collapsed, found, rule: .dataName)
      sections[main - 1].lines.removeSubrange(index...)
      return
    }
  }

  /// `www.linkedin.com/in/ada-quill (LinkedIn)`, perhaps in two lines.
  private var address: (text: String, span: Span)? {
    let lines = lines(below: .contact).map(\.span)
    guard let start = lines.firstIndex(where: { $0.foldedString.contains("linkedin.com/in/") })
    else { return nil }
    var text = ""
    for line in lines[start...].prefix(2) {
      let end = line.first(of: " (")?.lowerBound
      text += line.to(end ?? line.upper).string
      if end != nil { break }
    }
    let isWhole = !text.contains(" ")
    return isWhole ? (text.hasPrefix("http") ? text : "https://" + text, lines[start]) : nil
  }
}
