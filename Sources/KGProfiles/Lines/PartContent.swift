internal import KGLexicon
internal import KGText

/// The labels of the lines of one part.
struct PartContent {
  /// The number of lines with each label, by the block.
  private var counts: [Int: [EntryLabel: Int]] = [:]
  /// The lines at which entries begin, by the block.
  private var firsts: [Int: [Int]] = [:]
  /// The number of entries of each kind.
  private var numbers: [EntryLabel: Int] = [:]
  private var lines: [LabelledLine] = []
  /// For each publication, whether it names several people.
  private var namesAuthors: [Bool] = []
  /// The last block whose lines were labelled; those of long parts are not all.
  private var lastBlock = -1

  /// Entries of another kind than the headings say that are more than a mention.
  private static let fewest = 3
  /// The same where no heading says anything.
  private static let fewestWithoutSection = 2

  mutating func add(_ labelled: LabelledLine) {
    let (place, label) = (labelled.line.place, labelled.label)
    lines.append(labelled)
    lastBlock = place.block
    guard let kind = label.kind, place.block >= 0 else { return }
    counts[place.block, default: [:]][kind, default: 0] += 1
    if kind == .paper {
      if label.isFirst || namesAuthors.isEmpty { namesAuthors.append(false) }
      if labelled.line.found.nameCount > 1 { namesAuthors[namesAuthors.count - 1] = true }
    }
    guard label.isFirst else { return }
    numbers[kind, default: 0] += 1
    firsts[place.block, default: []].append(place.index)
  }

  /// The part, divided where the kind of its entries changes, with a block for each entry.
  func divided(_ part: Outline.Part) -> [Outline.Part] {
    var runs: [(kinds: [SectionKind], blocks: [(block: Block, isAside: Bool)], end: Int)] = []
    // What stands before the first entry of a run introduces it.
    var pending: [(Block, Bool)] = []
    for (index, block) in part.blocks.enumerated() {
      let isAside = counts[index] == nil && index <= lastBlock
      // The lines below the title of an award look like awards: the name of a meeting, a place.
      let isOne = kind(of: index) == .award && Awards.titleAboveDetails(block) != nil
      pending += (isOne ? [block] : split(block, at: firsts[index] ?? [])).map { ($0, isAside) }
      guard let kinds = kinds(of: index, in: part) else { continue }
      if kinds != runs.last?.kinds { runs.append((kinds, [], index)) }
      runs[runs.count - 1].blocks += pending
      runs[runs.count - 1].end = index
      pending = []
    }
    if runs.isEmpty { runs.append((part.kinds, [], part.blocks.count)) }
    runs[runs.count - 1].blocks += pending
    runs[runs.count - 1].end = part.blocks.count
    return runs.enumerated().map { number, run in
      let start = number == 0 ? 0 : runs[number - 1].end + 1
      let asides = run.blocks.indices.filter { run.blocks[$0].isAside }
      return Outline.Part(
        heading: number == 0 ? part.heading : nil, level: part.level, kinds: run.kinds,
        isSectionHeading: part.isSectionHeading || number > 0, blocks: run.blocks.map(\.block),
        asides: run.blocks.count - asides.count >= Self.fewest ? Set(asides) : [],
        lines: lines.filter { (start...run.end).contains($0.line.place.block) })
    }
  }

  /// The subjects of a block: those of the headings, if its entries fit them; `nil` when it shows none,
  /// or one that is only mentioned.
  private func kinds(of block: Int, in part: Outline.Part) -> [SectionKind]? {
    guard let kind = kind(of: block) else { return nil }
    if kind.fits(part.kinds) { return part.kinds }
    if part.kinds.contains(where: Self.holdsOtherLists), !isUnmistakable(kind) { return nil }
    let least = part.kinds.isEmpty ? Self.fewestWithoutSection : Self.fewest
    return (numbers[kind] ?? 0) >= least ? [kind.section] : nil
  }

  /// Whether entries have a form that those of other lists have not: a talk has a title, a place and a date
  /// as a publication has, but no authors.
  private func isUnmistakable(_ kind: EntryLabel) -> Bool {
    kind.isUnmistakable
      && (kind != .paper || namesAuthors.count { $0 } * 2 >= namesAuthors.count)
  }

  /// Whether a section about a subject lists what resembles entries of other kinds: a talk has a place
  /// and a date as a position has, a piece of news a title as a project has.
  private static func holdsOtherLists(_ kind: SectionKind) -> Bool {
    switch kind {
    case .service, .teaching, .talks, .people, .news, .awards, .projects: true
    default: false
    }
  }

  /// The kind of most of a block's lines that belong to entries.
  private func kind(of block: Int) -> EntryLabel? {
    counts[block].flatMap { counts in
      EntryLabel.allCases.filter { counts[$0] != nil }.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    }
  }

  /// A block as one for each entry that begins in it.
  private func split(_ block: Block, at firsts: [Int]) -> [Block] {
    guard firsts.count > 1 else { return [block] }
    let lines = block.span.lines
    let starts = firsts[0] == 0 ? firsts : [0] + firsts
    return zip(starts, starts.dropFirst() + [lines.count]).map { start, end in
      Block(block.kind, block.text.part(lines[start].lower..<lines[end - 1].upper))
    }
  }
}
