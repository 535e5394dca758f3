internal import KGLexicon
internal import KGModel
internal import KGText

/// A page about one publication, which its front matter describes: of Hugo, academicpages and al-folio.
enum PublicationPage {
  /// Whether front matter describes a publication and not the page itself.
  static func isPublication(_ data: DataNode) -> Bool {
    if data["collection"].span?.foldedString == "publications" { return true }
    let hasVenue = ["publication", "venue", "journal", "conference", "booktitle", "citation"]
      .contains { data[$0].span != nil }
    let isTyped = ["publication_types", "paperurl"].contains { !data[$0].items.isEmpty }
    return isTyped || hasVenue && !data["authors"].items.isEmpty
  }

  /// The publication; `nil` when there is no title, or the page is a draft.
  ///
  /// - Parameters:
  ///   - people: Names by the identifiers that authors are given by.
  ///   - fields: Which keys hold which fields in the pages of the folder, where that is known.
  static func paper(
    _ data: DataNode, people: [String: Stated<String>] = [:], fields: DataFields? = nil
  ) -> PaperRecord? {
    guard data["draft"].span?.foldedString != "true",
      var paper = paper(keysOf: data, people: people, fields: fields)
    else { return nil }
    if let fields { fill(&paper, from: DataEntry(data, fields)) }
    return paper
  }

  /// Adds what keys of the site's own hold.
  private static func fill(_ paper: inout PaperRecord, from entry: DataEntry) {
    if paper.authors.isEmpty {
      paper.authors = entry.authors
      paper.isAuthorListComplete = !paper.authors.isEmpty
    }
    if paper.venue == nil, let venue = entry.span(.venue).map({ VenueMention($0) }) {
      paper.venue = venue.name
      paper.year = paper.year ?? venue.year
      paper.status = paper.status ?? venue.status
      paper.presentation = paper.presentation ?? venue.presentation
    }
    if paper.year == nil, let date = entry.span(.date), let year = DateParser.years(in: date).first
    {
      paper.year = Stated(year.value, date.slice(year.range), rule: .dataYear)
    }
  }

  private static func paper(
    keysOf data: DataNode, people: [String: Stated<String>], fields: DataFields?
  ) -> PaperRecord? {
    guard
      let title = data["title"].span.map(DataText.plain)
        ?? fields.flatMap({ DataEntry(data, $0).span(.title) })
    else { return nil }
    var paper = PaperRecord(title: Stated(title.collapsed, title, rule: .siteTitle))
    paper.authors = authors(DataEntry(data)[.authors], people)
    for key in ["citation", "excerpt", "description", "authors_text"] where paper.authors.isEmpty {
      guard let text = data[key].span.map(DataText.plain) else { continue }
      paper.authors = AuthorList.inCitation(text, of: title, rule: .siteCitation)?.names ?? []
    }
    paper.isAuthorListComplete = !paper.authors.isEmpty
    for key in ["venue", "publication", "publication_short", "journal", "conference", "booktitle"] {
      guard let venue = data[key].span.map(DataText.plain) else { continue }
      let mention = VenueMention(venue)
      guard let name = mention.name else { continue }
      paper.venue = name
      paper.year = mention.year
      paper.status = mention.status
      paper.presentation = mention.presentation
      break
    }
    if let date = data["date", "year"].span, let year = DateParser.years(in: date).first {
      paper.year = paper.year ?? Stated(year.value, date.slice(year.range), rule: .siteDate)
    }
    return paper
  }

  /// The patent; `nil` when the venue is not the number of one.
  static func patent(_ data: DataNode) -> PatentRecord? {
    guard let title = data["title"].span.map(DataText.plain),
      let number = data["venue", "publication"].span.map(DataText.plain).flatMap({
        Patents.number(in: $0) ?? Patents.labelledNumber(in: $0)
      })
    else { return nil }
    let year = data["date", "year"].span.flatMap { date in
      DateParser.years(in: date).first.map {
        Stated($0.value, date.slice($0.range), rule: .siteDate)
      }
    }
    return PatentRecord(
      title: Stated(title.collapsed, title, rule: .siteTitle),
      number: Stated(number.collapsed, number, rule: .dataNumber), year: year)
  }

  /// Names, or identifiers of people's pages.
  private static func authors(
    _ node: DataNode, _ people: [String: Stated<String>]
  ) -> [Stated<String>] {
    node.items.flatMap { item -> [Stated<String>] in
      guard let span = (item["name"].span ?? item.span).map(DataText.plain) else { return [] }
      if let known = people[span.string] { return [known] }
      if let list = AuthorList(span, rule: .siteAuthors), list.names.count > 1 {
        return list.names
      }
      let name = AuthorList.clean(span)
      return name.isEmpty ? [] : [Stated(AuthorList.givenFirst(name), name, rule: .siteAuthor)]
    }
  }
}
