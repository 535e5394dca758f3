internal import KGText

/// The features of the tokens of a reference. Names with `@` count for their own token only.
struct ReferenceFeatures {
  private let context: ReferenceContext
  private let isDescribed: Bool
  /// How many semicolons the reference has, and how many names with initials; more count as the most.
  private let semicolons: Int
  private let initials: Int

  /// - Parameter isDescribed: Whether the features are kept as text, for fitting.
  init(_ context: ReferenceContext, isDescribed: Bool = false) {
    self.context = context
    self.isDescribed = isDescribed
    semicolons = min(context.tokens.count { $0.shape.isSign(";") }, 2)
    initials = min(context.chunks.namesWithInitial, 3)
  }

  /// The most features that a token has by itself, about.
  private static let capacity = 20

  /// The features of all tokens.
  var all: SequenceFeatures {
    var features = SequenceFeatures(
      count: context.tokens.count, isDescribed: isDescribed, capacity: Self.capacity)
    for (segment, tokens) in context.segments.tokens.enumerated() {
      addSegment(segment, to: &features)
      features.close(over: tokens)
    }
    for chunk in context.chunks.chunks {
      addChunk(chunk, to: &features)
      features.close(over: chunk.tokens)
    }
    for index in context.tokens.indices {
      addToken(index, to: &features)
      addPlace(index, to: &features)
      addChunk(index, to: &features)
      features.close(over: index..<index + 1)
    }
    return features
  }

  private func addToken(_ index: Int, to features: inout SequenceFeatures) {
    let token = context.tokens[index]
    let (shape, kind) = (token.shape.name, context.kinds[index])
    features.add("shape", shape)
    features.add("kind", kind.value)
    if kind.isNamed { features.add("word", word: Span(context.span.text, token.range)) }
    features.add("venue", context.venues[index].value)
    features.add("gap", .number(Int(token.gap.rawValue)))
    let mark = context.marks[index]
    features.add("mark", mark.value)
    if index > 0, context.marks[index - 1] != mark {
      features.add("@mark", context.marks[index - 1].value, mark.value)
    }
    features.add("quoted", if: context.isQuoted[index])
    features.add("depth", .number(context.depths[index]))
    let isLast = index + 1 == context.tokens.count
    let next = isLast ? FeatureValue.text("end") : context.tokens[index + 1].shape.name
    features.add("shapes", shape, next)
    if !isLast { features.add("kinds", kind.value, context.kinds[index + 1].value) }
    let previous = index == 0 ? FeatureValue.text("start") : context.tokens[index - 1].shape.name
    features.add("@shapes", previous, shape, next)
  }

  private func addPlace(_ index: Int, to features: inout SequenceFeatures) {
    let segment = context.segments.places[index]
    if index == context.segments.tokens[segment].lowerBound {
      features.add("@starts", context.tokens[index].shape.name)
    }
    features.add("@fifth", .number(5 * index / context.tokens.count))
    let line = context.lines[index]
    features.add("@line", .number(min(line, 3)), .number(min(context.lineCount - 1 - line, 3)))
    if context.lead > 0 {
      features.add("@lead", .number((index - context.lead).signum()))
      if index == context.lead { features.add("@after lead", context.tokens[index].shape.name) }
    }
    if context.hasQuotation { features.add("@quotation", .number(context.isQuoted[index] ? 1 : 0)) }
  }

  private func addChunk(_ index: Int, to features: inout SequenceFeatures) {
    guard let chunk = context.chunks[index] else {
      features.add("@semicolons", .number(semicolons), context.tokens[index].shape.name)
      return
    }
    features.add("begins", if: context.chunks.isFirst(index))
    features.add("@chunk", chunk.value, context.tokens[index].shape.name)
    features.add("@begins", chunk.value, .number(context.chunks.isFirst(index) ? 1 : 0))
  }

  /// What all tokens of a chunk have in common.
  private func addChunk(_ chunk: ReferenceChunks.Chunk, to features: inout SequenceFeatures) {
    features.add("chunk", chunk.value)
    features.add("named", if: chunk.isNameLike)
    features.add("@semicolons", .number(semicolons), chunk.value)
    features.add("@initials", .number(initials), chunk.value)
    let edges = context.edges(of: chunk)
    features.add("@left", edges.left, chunk.value)
    features.add("@right", edges.right, chunk.value)
    features.add("@edges", edges.left, edges.right)
    if chunk.runLength > 0 {
      features.add("@run", .number(min(chunk.runLength, 5)), .number(chunk.placeInRun))
    }
  }

  private func addSegment(_ place: Int, to features: inout SequenceFeatures) {
    let segments = context.segments.segments
    let segment = segments[place]
    let flag = { (holds: Bool) in FeatureValue.number(holds ? 1 : 0) }
    let (length, names) = (FeatureValue.number(segment.length), FeatureValue.number(segment.names))
    let lowercase = FeatureValue.number(segment.lowercase)
    features.add("@segment", .number(min(place, 6)))
    features.add("@segmentsLeft", .number(min(segments.count - 1 - place, 4)))
    features.add("@length", length)
    features.add("@names", names)
    features.add("@lowercase", lowercase)
    features.add("@commas", .number(segment.commas))
    features.add("@dated", flag(segment.hasYear))
    features.add("@venued", flag(segment.hasVenue))
    features.add("@size", length, names)
    features.add("@form", names, lowercase, flag(segment.hasVenue))
    features.add("@longest", flag(place == context.segments.longest))
    addNeighbour(place > 0 ? segments[place - 1] : nil, "@before", to: &features)
    addNeighbour(
      place + 1 < segments.count ? segments[place + 1] : nil, "@after", to: &features)
  }

  private func addNeighbour(
    _ segment: ReferenceSegments.Segment?, _ name: StaticString, to features: inout SequenceFeatures
  ) {
    guard let segment else {
      features.add(name, .text("none"))
      return
    }
    features.add(
      name, .number(segment.length), .number(segment.names), .number(segment.hasVenue ? 1 : 0))
  }
}
