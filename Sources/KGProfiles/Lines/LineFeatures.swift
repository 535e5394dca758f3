internal import KGLexicon
internal import KGModel
internal import KGText

/// The features by which lines are assigned to entries; see `docs/extraction.md`.
enum LineFeatures {
  /// The most features that a line has, about.
  private static let capacity = 64

  /// The features of the lines of a document.
  ///
  /// - Parameter isDescribed: Whether their texts are kept, for fitting.
  static func features(of lines: [AnnotatedLine], isDescribed: Bool = false) -> SequenceFeatures {
    let signatures = lines.map(Signature.init)
    let shares = LineShares(lines)
    var features = SequenceFeatures(
      count: lines.count, isDescribed: isDescribed, capacity: capacity)
    features.add("any")
    features.close(over: lines.indices)
    for index in lines.indices {
      addPlace(of: lines[index], to: &features)
      addShape(of: lines[index].span, to: &features)
      addAnnotations(of: lines[index], to: &features)
      addConjunctions(of: lines[index], to: &features)
      addRepetition(at: index, of: signatures, in: lines, to: &features)
      shares.addNear(index, to: &features)
      features.close(over: index..<index + 1)
    }
    shares.addParts(to: &features)
    return features
  }

  // MARK: Place

  private static func addPlace(of line: AnnotatedLine, to features: inout SequenceFeatures) {
    let place = line.place
    features.add("block", .text(kindName(place.kind)))
    features.add("depth", .number(depth(place.kind)))
    features.add("first", if: place.index == 0)
    features.add("last", if: place.index == place.count - 1)
    features.add("index", .number(min(place.index, 3)))
    features.add("lines", bucket(place.count, lineCounts))
    features.add("first in part", if: place.block == 0 && place.index == 0)
    features.add("marker", if: line.hasMarker)
    features.add("no section", if: place.section.isEmpty)
    for kind in place.section { features.add("section", .name(kind.rawValue)) }
  }

  private static func kindName(_ kind: Block.Kind) -> StaticString {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem(_, let ordered): ordered ? "ordered" : "item"
    case .tableRow: "row"
    case .rule: "rule"
    }
  }

  private static func depth(_ kind: Block.Kind) -> Int {
    switch kind {
    case .heading(let level): min(level, 4)
    case .listItem(let depth, _): min(depth, 3)
    default: 0
    }
  }

  /// The number of bounds that a value exceeds.
  private static func bucket(_ value: Int, _ bounds: [Int]) -> FeatureValue {
    .number(bounds.prefix { value > $0 }.count)
  }

  // Numbers above which a block, a line or a share of capitals counts as longer or higher.
  private static let lineCounts = [1, 2, 3, 6, 12]
  private static let wordCounts = [1, 2, 4, 7, 12, 20, 35, 60]
  private static let capitalShares = [20, 50, 80]

  // MARK: Shape

  private static func addShape(of span: Span, to features: inout SequenceFeatures) {
    let shape = LineShape(span)
    features.add(
      "words",
      bucket(shape.hasHan ? shape.wordCount / 2 : shape.wordCount, wordCounts))
    features.add("han", if: shape.hasHan)
    if let first = span.folded.first, let original = span.scalars.first {
      features.add("begins", .text(beginning(first, original)))
    }
    if let last = span.folded.last { features.add("ends", .text(ending(last))) }
    features.add("cells", .number(min(shape.tabCount, 4)))
    let strong = span.strongRuns
    let strongCount = strong.map(\.count).reduce(0, +)
    features.add("all strong", if: strongCount > 0 && strongCount * 10 >= span.count * 9)
    features.add("begins strong", if: strong.contains { $0.lower <= span.lower + 1 })
    features.add("strong", if: strongCount > 0)
    features.add("emphasis", if: !span.marked { $0 == .emphasis }.isEmpty)
    let links = span.marked(\.isLink)
    features.add("link", if: !links.isEmpty)
    features.add("begins link", if: links.contains { $0.lower <= span.lower + 1 })
    features.add("commas", .number(min(shape.commaCount, 5)))
    let sentences = Sentences.segments(of: span.to(min(span.upper, span.lower + 600)))
    features.add("stops", .number(min(sentences.count, 5)))
    features.add("quoted", if: shape.hasQuotation)
    features.add("colon", if: shape.hasLabel)
    features.add("bracket", if: shape.hasBracket)
    features.add("digits", if: shape.hasDigit)
    features.add("title case", bucket(shape.capitalShare, capitalShares))
  }

  private static func beginning(_ first: Unicode.Scalar, _ original: Unicode.Scalar) -> StaticString
  {
    if first.isDigit { return "digit" }
    if original.isUpper { return "capital" }
    if first.isHan { return "han" }
    if first.isLetter { return "small" }
    return first == "\"" ? "quote" : first == "(" || first == "[" ? "bracket" : "sign"
  }

  private static func ending(_ last: Unicode.Scalar) -> StaticString {
    if last.isDigit { return "digit" }
    if last.isLetter { return "letter" }
    switch last {
    case ".", "。": return "stop"
    case ",", ";", "、": return "comma"
    case ":": return "colon"
    case "-", "–": return "dash"
    case ")", "]": return "bracket"
    default: return "sign"
    }
  }

  // MARK: Annotations

  private static func addAnnotations(of line: AnnotatedLine, to features: inout SequenceFeatures) {
    let (found, span) = (line.found, line.span)
    addDate(found, span, to: &features)
    if let role = found.roles.first {
      features.add("role", .name(role.value.rawValue))
      features.add("begins role", if: role.range.lowerBound <= span.lower + 1)
      features.add("only role", if: role.range.count * 10 >= span.count * 6)
      features.add(
        "ends role", if: found.roles.last.map { $0.range.upperBound >= span.upper } ?? false)
    }
    if let degree = found.degrees.first {
      features.add("degree", .name(degree.value.rawValue))
      features.add("begins degree", if: degree.range.lowerBound <= span.lower + 1)
    }
    if let organization = found.organization {
      features.add("organization")
      features.add("known organization", if: found.isOrganizationKnown)
      features.add("begins organization", if: organization.before.isEmpty)
      features.add("only organization", if: organization.institution.count * 10 >= span.count * 6)
    }
    features.add("unit", if: found.hasUnit)
    features.add("names", .number(found.nameCount))
    features.add("venue", .number(found.venue.rawValue))
    for cue in LineCue.allCases where found.cues.contains(cue) {
      features.add("cue", .name(cue.rawValue))
    }
    features.add("adviser", if: found.hasAdviser)
    features.add("patent number", if: found.hasPatentNumber)
    for kind in found.titleKinds { features.add("title", .name(kind.rawValue)) }
    features.add("is title", if: found.isTitle)
  }

  private static func addDate(
    _ found: LineAnnotations, _ span: Span, to features: inout SequenceFeatures
  ) {
    features.add("years", .number(min(found.years, 3)))
    guard let interval = found.interval else { return }
    let bare = span.trimming("(),.|:*[] ")
    features.add("date")
    features.add("period", if: found.isPeriod)
    features.add("begins date", if: interval.range.lowerBound <= bare.lower + 1)
    features.add("ends date", if: interval.range.upperBound >= bare.upper - 1)
    features.add("only date", if: interval.range.count * 10 >= bare.count * 8)
  }

  // MARK: Conjunctions

  /// What a section makes of a feature is not the sum of both.
  private static func addConjunctions(of line: AnnotatedLine, to features: inout SequenceFeatures) {
    let section = FeatureValue.name(line.place.section.first?.rawValue ?? "none")
    let found = line.found
    let start = FeatureValue.text(line.place.index == 0 ? "first" : "later")
    let fewNames = FeatureValue.number(min(found.nameCount, 2))
    let flag = { (holds: Bool) in FeatureValue.text(holds ? "true" : "false") }
    let date = FeatureValue.text(
      found.isPeriod ? "period" : found.interval == nil ? "undated" : "date")
    features.add("section+start", section, .text(kindName(line.place.kind)), start)
    features.add("section+date", section, date)
    features.add("section+role", section, .name(found.roles.first?.value.rawValue ?? "none"))
    features.add("section+names", section, fewNames)
    features.add("start+names", start, fewNames, .number(found.venue.rawValue))
    features.add(
      "start+date", start, date, flag(found.organization != nil), flag(!found.roles.isEmpty))
  }

  // MARK: Repetition

  /// A coarse description of a line; lines at the same place of their entries have the same.
  private struct Signature: Equatable {
    let kind: Block.Kind
    let index: Int
    let hasDate: Bool
    let beginsStrong: Bool
    let hasNames: Bool

    init(_ line: AnnotatedLine) {
      kind = line.place.kind
      index = min(line.place.index, 2)
      hasDate = line.found.interval != nil
      beginsStrong = line.span.strongRuns.contains { $0.lower <= line.span.lower + 1 }
      hasNames = line.found.nameCount > 1
    }
  }

  /// Lines of the longest entries whose repetition is seen.
  private static let farthestRepetition = 4

  /// How many lines above and below the next line of the same description stands, in the same part.
  private static func addRepetition(
    at index: Int, of signatures: [Signature], in lines: [AnnotatedLine],
    to features: inout SequenceFeatures
  ) {
    let part = lines[index].place.part
    let isSame = { (other: Int) in
      lines.indices.contains(other) && lines[other].place.part == part
        && signatures[other] == signatures[index]
    }
    let distances = 1...farthestRepetition
    if let above = distances.first(where: { isSame(index - $0) }) {
      features.add("same above", .number(above))
    }
    if let below = distances.first(where: { isSame(index + $0) }) {
      features.add("same below", .number(below))
    }
  }
}
