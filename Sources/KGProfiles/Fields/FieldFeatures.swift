internal import KGLexicon
internal import KGModel
internal import KGText

/// The features of the tokens of a list of entries. Names with `@` count for their own token only.
struct FieldFeatures {
  private let context: EntryTokens
  private let pieces: EntryPieces
  private let slots: EntrySlots
  private let isDescribed: Bool
  private let shapes: EntryLineShapes
  /// In how many lines of the list something stands.
  private let shares: [(StaticString, Int)]

  /// - Parameter isDescribed: Whether the features are kept as text, for fitting.
  init(_ context: EntryTokens, isDescribed: Bool = false) {
    self.context = context
    self.isDescribed = isDescribed
    let pieces = context.pieces
    self.pieces = pieces
    slots = EntrySlots(context)
    let shapes = EntryLineShapes(context)
    self.shapes = shapes
    shares = [
      ("@share of dates", EntryLineShapes.share(shapes.hasDate)),
      ("@share of roles", EntryLineShapes.share(shapes.hasTitle)),
      ("@share of organizations", EntryLineShapes.share(shapes.hasOrganization)),
    ]
  }

  /// The most features that a token has by itself, about.
  private static let capacity = 16

  /// The features of all tokens.
  var all: SequenceFeatures {
    var features = SequenceFeatures(
      count: context.tokens.count, isDescribed: isDescribed, capacity: Self.capacity)
    for (line, tokens) in context.ranges.enumerated() where !tokens.isEmpty {
      addLine(line, to: &features)
      features.close(over: tokens)
      for piece in pieces.ofLine[line] {
        addPiece(piece, to: &features)
        addPiece(piece, of: line, to: &features)
        features.close(over: pieces.pieces[piece].tokens)
      }
      for token in tokens {
        addToken(token, to: &features)
        addEvidence(token, to: &features)
        addPlace(token, to: &features)
        features.close(over: token..<token + 1)
      }
    }
    return features
  }

  private func addToken(_ index: Int, to features: inout SequenceFeatures) {
    let token = context.tokens[index]
    let shape = token.shape.name
    features.add("shape", shape)
    features.add("gap", .number(Int(token.gap.rawValue)))
    features.add("mark", context.marks[index].value)
    features.add("depth", .number(context.depths[index]))
    addWord(index, to: &features)
    let line = context.lines[index]
    let isLast = index + 1 == context.ranges[line].upperBound
    let isFirst = index == context.ranges[line].lowerBound
    let next = isLast ? FeatureValue.text("end") : context.tokens[index + 1].shape.name
    let previous = isFirst ? FeatureValue.text("start") : context.tokens[index - 1].shape.name
    features.add("@shapes", previous, shape, next)
    features.add("starts line", if: isFirst)
    features.add("ends line", if: isLast)
  }

  /// Characters of a word that joins others: “of”, “and”, “with”.
  private static let shortWord = 4
  /// Characters at the end of a word that show what kind of word it is: “-ist”, “-ics”.
  private static let ending = 3

  private func addWord(_ index: Int, to features: inout SequenceFeatures) {
    let token = context.tokens[index]
    guard token.shape.isText else { return }
    let text = context.text(of: index)
    if token.shape.isSyllableOrHan || token.range.count <= Self.shortWord {
      features.add("word", word: text)
    } else {
      features.add("ending", word: text.from(text.upper - Self.ending))
    }
  }

  private func addEvidence(_ index: Int, to features: inout SequenceFeatures) {
    let evidence = context.evidence[index]
    if evidence.role != .none {
      features.add("role", .number(evidence.role.rawValue))
      features.add("@role kind", .name(evidence.roleKind?.rawValue ?? ""))
    }
    if evidence.degree != .none { features.add("degree", .number(evidence.degree.rawValue)) }
    if evidence.organization != .none {
      features.add(
        "organization", .number(evidence.organization.rawValue),
        .number(evidence.isOrganizationKnown ? 1 : 0))
    }
    if let level = evidence.organizationWord {
      features.add("organization word", .name(level.rawValue))
    }
    features.add("place", if: evidence.isPlace)
    features.add("date", if: evidence.isDate)
    features.add("adviser", if: evidence.isAdviser)
  }

  /// Where a token stands in its piece.
  private func addPlace(_ index: Int, to features: inout SequenceFeatures) {
    guard let place = pieces.places[index] else {
      features.add("@separator", context.tokens[index].shape.name)
      return
    }
    let piece = pieces.pieces[place]
    features.add("begins", if: index == piece.tokens.lowerBound)
    features.add("ends", if: index + 1 == piece.tokens.upperBound)
  }

  private func addPiece(_ place: Int, to features: inout SequenceFeatures) {
    let piece = pieces.pieces[place]
    let line = pieces.ofLine[piece.line]
    let number = { (kind: EntryPieces.Kind?) in FeatureValue.number(kind?.rawValue ?? -1) }
    let before = number(place > line.lowerBound ? pieces.pieces[place - 1].kind : nil)
    let after = number(place + 1 < line.upperBound ? pieces.pieces[place + 1].kind : nil)
    let kind = number(piece.kind)
    features.add("@piece", kind)
    features.add("@piece kinds", .number(piece.kinds.rawValue))
    features.add("@piece before", before, kind)
    features.add("@piece after", kind, after)
    features.add("@pieces", before, kind, after)
    features.add("@left", .number(min(piece.index, 4)))
    features.add("@right", .number(min(line.upperBound - 1 - place, 4)))
    features.add("@piece place", .number(min(piece.index, 3)), kind)
    features.add("@words", .number(min(piece.wordCount, 7)))
    for (slot, share) in zip(EntrySlots.kinds, slots.shares(inPlaceOf: place)) {
      features.add("@slot", number(slot), .number(share.left), .number(share.right))
      features.add("@piece slot", kind, number(slot), .number(share.left))
    }
  }

  private func addLine(_ number: Int, to features: inout SequenceFeatures) {
    let line = context.list.lines[number]
    features.add("@block", .text(line.isHeading ? "heading" : blockName(line.place.kind)))
    features.add("@line", .number(min(line.place.index, 4)))
    features.add("@lines", .number(min(line.place.count, 4)))
    features.add("@section", .name(context.list.section.first?.rawValue ?? "none"))
    features.add("@offset", .number(slots.offsets[number]))
    features.add("@signature", .number(shapes.signatures[number]))
    let signature = { (line: Int?) in FeatureValue.number(line.map { shapes.signatures[$0] } ?? -1)
    }
    features.add("@signature above", signature(neighbour(number, -1)))
    features.add("@signature below", signature(neighbour(number, 1)))
    features.add("@line words", .number(shapes.lengths[number]))
    features.add("@line form", .number(shapes.forms[number]), .number(shapes.lengths[number]))
    for (name, share) in shares { features.add(name, .number(share)) }
  }

  /// What a piece is, together with what its line is.
  private func addPiece(_ place: Int, of number: Int, to features: inout SequenceFeatures) {
    let (above, below) = (neighbour(number, -1), neighbour(number, 1))
    let kind = FeatureValue.number(pieces.pieces[place].kind.rawValue)
    addNeighbours(
      "@organizations", kind, shapes.hasOrganization, number, above, below, to: &features)
    addNeighbours("@roles", kind, shapes.hasTitle, number, above, below, to: &features)
    addNeighbours("@dates", kind, shapes.hasDate, number, above, below, to: &features)
    features.add(
      "@offset piece", kind, .number(slots.offsets[number]),
      .number(min(pieces.pieces[place].index, 3)))
    features.add("@section piece", .text(sectionName), kind)
    features.add("@line piece", .number(min(shapes.lengths[number], 5)), kind)
  }

  /// Whether the line of a token, that above it and that below it have something.
  private func addNeighbours(
    _ name: StaticString, _ kind: FeatureValue, _ holds: [Bool], _ line: Int, _ above: Int?,
    _ below: Int?, to features: inout SequenceFeatures
  ) {
    let value = { (line: Int?) in line.map { holds[$0] ? 1 : 0 } ?? 2 }
    features.add(
      name, kind, .number(value(line)), .number(value(above) * 3 + value(below)))
  }

  private var sectionName: StaticString {
    switch context.list.section.first {
    case .education: "education"
    case .experience: "experience"
    case .career: "career"
    case nil: "none"
    default: "other"
    }
  }

  private func blockName(_ kind: Block.Kind) -> StaticString {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "item"
    case .tableRow: "row"
    case .rule: "rule"
    }
  }

  /// The line above or below another; `nil` where there is none, or where others were left out between.
  private func neighbour(_ number: Int, _ step: Int) -> Int? {
    let lines = context.list.lines
    guard lines.indices.contains(number + step) else { return nil }
    return abs(lines[number + step].source.number - lines[number].source.number) <= 1
      ? number + step : nil
  }
}
