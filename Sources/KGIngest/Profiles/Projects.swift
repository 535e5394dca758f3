internal import KGModel

/// Reads the entries of sections about projects and software.
struct Projects {
  private(set) var projects: [ProjectRecord] = []

  mutating func read(_ part: Outline.Part) {
    if let heading = part.entryHeading {
      // An organization's name heads a list of its projects; any other title is a project.
      if !OrganizationText.isHeadingOfOrganization(heading) {
        add(heading, linksIn: part.blocks)
        return
      }
    }
    let hasNumbered = part.blocks.contains { Self.isOrdered($0) }
    for block in part.blocks where block.kind != .rule {
      if let name = name(of: block, onlyNumbered: hasNumbered) { add(name, linksIn: [block]) }
    }
  }

  mutating func append(_ record: ProjectRecord) { projects.append(record) }

  private static func isOrdered(_ block: Block) -> Bool {
    if case .listItem(_, true) = block.kind { true } else { false }
  }

  /// The name in a list item or a line: what is bold, what is linked, or what stands before a colon.
  private func name(of block: Block, onlyNumbered: Bool) -> Span? {
    let span = Publications.withoutMarker(block.span)
    guard !span.isEmpty, let line = span.lines.first else { return nil }
    if case .listItem(let depth, _) = block.kind, depth > 1 { return nil }
    if onlyNumbered, !Self.isOrdered(block), block.span.range == span.range { return nil }
    for run in line.strongRuns + line.marked(\.isLink) where run.lower <= line.lower + 1 {
      let name = run.trimming([":", ".", ",", "-", "–"])
      if Self.isName(name) { return name }
    }
    guard block.isListItem || block.span.range != span.range else { return nil }
    let name = line.split { $0 == ":" }.first ?? line
    return name.count <= 60 && Self.isName(name) ? OrganizationText.withoutBracket(name) : nil
  }

  private static func isName(_ span: Span) -> Bool {
    span.count >= 2 && span.count <= 120 && span.range.contains { span.text.scalars[$0].isLetter }
  }

  private mutating func add(_ name: Span, linksIn blocks: [Block]) {
    let bare = name.trimming([":", ".", "*"])
    guard Self.isName(bare) else { return }
    let link = blocks.flatMap(\.span.links).first { $0.target.hasPrefix("http") }
    projects.append(
      ProjectRecord(
        name: Stated(bare.collapsed, bare, rule: "project.name"),
        url: link.map { Stated($0.target, $0.span, rule: "project.url") }))
  }
}

extension OrganizationText {
  /// Whether a heading names an organization, perhaps with a unit behind a dash.
  static func isHeadingOfOrganization(_ heading: Span) -> Bool {
    guard let first = EntryHeader.pieces(of: heading, for: .post).first else { return false }
    return OrganizationAuthority.shared.match(first.string) != nil
      || (isInstitution(first) && first.range != heading.range)
  }
}
