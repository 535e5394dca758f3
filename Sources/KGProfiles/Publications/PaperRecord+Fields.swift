internal import KGLexicon
internal import KGText

/// Sets the fields of a paper from the parts of its entry.
extension PaperRecord {
  mutating func set(_ mention: VenueMention) {
    venue = mention.name
    year = mention.year ?? year
    presentation = mention.presentation
    status = mention.status
  }

  mutating func set(_ list: AuthorList) {
    authors = list.names
    isAuthorListComplete = list.isComplete
  }

  /// Sets venue and remarks from the segment that should name them; the year may be further on.
  mutating func setVenue(_ span: Span?, rest: Span) {
    if let span {
      let mention = VenueMention(span)
      let isVolume = Lexicon.shared.volumeWords.match(in: span, at: span.lower) != nil
      if mention.isCertain || (mention.year != nil || span.count < 80) && !isVolume {
        venue = mention.name
      }
      year = mention.year
      presentation = mention.presentation
      status = mention.status
    }
    let all = VenueMention(remarksIn: rest)
    year = year ?? all.year
    presentation = presentation ?? all.presentation
    status = status ?? all.status
  }

  /// Adds the abbreviated words and the letter of a section that follow the venue: “Nucl.” of “Nucl. Phys. A9”.
  mutating func extendVenue(in span: Span) {
    guard let short = venue, short.span.text === span.text else { return }
    let whole = ReferenceReading.withSection(short.span, in: span)
    guard whole.upper > short.span.upper else { return }
    venue = VenueMention(whole).name.map { Stated($0.value, $0.span, rule: short.rule) } ?? short
  }

  /// Sets the venue that a preprint, or a paper without a venue, is announced for: “arXiv, 2021. To appear in IROS 2022”.
  mutating func setAnnouncedVenue(in span: Span) {
    let isPreprint =
      venue.map {
        VenueAuthority.shared.venue(named: $0.value)?.kind == "preprint"
          || $0.value.lowercased().hasPrefix("arxiv")
      } ?? true
    guard isPreprint, let announced = VenueMention.announced(in: span.from(title.span.upper)) else {
      return
    }
    venue = announced.name
    year = announced.year ?? year
    status = announced.status ?? status
  }

  /// Sets the venue and status stated before a title: “`NeurIPS 2023` Title”, “Under review:
  /// Title”.
  mutating func setLead(_ span: Span) {
    guard !span.isEmpty, span.count < 60 else { return }
    let mention = VenueMention(span)
    if mention.isCertain || venue == nil && mention.year != nil && span.wordCount <= 3 {
      venue = mention.name
      year = mention.year ?? year
    }
    status = status ?? mention.status
    presentation = presentation ?? mention.presentation
  }
}
