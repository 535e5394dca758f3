internal import KGLexicon
internal import KGText

/// Brings the items of lists into one form, maps of keys to texts and lists, whichever way a file nests them.
enum DataShape {
  // MARK: Items

  /// A map without maps in it: what has a name of its own becomes the name, and its other keys become keys of the
  /// item.
  ///
  ///     {company: {name: Orrery, city: Basel}, dates: {from: 2019, to: 2021}}
  ///     // {company: Orrery, city: Basel, from: 2019, to: 2021}
  static func flattened(_ item: DataNode) -> DataNode {
    var known = Set(item.entries.filter { !$0.value.isMap }.map { DataNode.folded($0.key) })
    var entries: [(key: String, value: DataNode)] = []
    func add(_ key: String, _ value: DataNode) {
      if known.insert(DataNode.folded(key)).inserted { entries.append((key, value)) }
    }
    for (key, value) in item.entries {
      guard value.isMap, !isWork(key) else {
        entries.append((key, period(value) ?? value))
        continue
      }
      if let text = inOneLanguage(value) ?? date(value) {
        add(key, text)
        continue
      }
      // The label of a link, `button: {text: …, url: …}`, is no name.
      let isLink = value.entries.contains { $0.value.span.map(DataValueForm.isLink) ?? false }
      let name = value.entries.first {
        (isLink ? linkedNames : ownNames).contains(DataNode.folded($0.key))
      }
      if let name { add(key, name.value) }
      for (inner, value) in value.entries where inner != name?.key {
        if case .map = value { continue }
        if isLink, ownNames.contains(DataNode.folded(inner)) { continue }
        add(known.contains(DataNode.folded(inner)) ? key + "_" + inner : inner, value)
      }
    }
    return .map(entries)
  }

  /// Whether a key names what is a record of its own within an item: `publication: {title: …}`.
  private static func isWork(_ key: String) -> Bool {
    DataSubject.named(by: DataProfile.kinds(ofKey: key)).contains {
      [.publications, .patents, .awards, .projects].contains($0)
    }
  }

  /// Keys of what a map itself is called.
  private static let ownNames: Set<String> = ["name", "title", "label", "text", "value"]
  private static let linkedNames: Set<String> = ["name", "title"]

  /// The text of a map of languages, `{en: …, zh: …}`; the first one.
  private static func inOneLanguage(_ map: DataNode) -> DataNode? {
    let keys = Lexicon.shared.dataKeys
    guard !map.entries.isEmpty, map.entries.allSatisfy({ keys.isLanguage($0.key) }) else {
      return nil
    }
    return map.entries.lazy.map(\.value).first { $0.span != nil }
  }

  /// The text of a list of two dates, `[2019, 2021]`: “2019 – 2021”.
  private static func period(_ list: DataNode) -> DataNode? {
    guard case .list(let items) = list, items.count == 2 else { return nil }
    let dates = items.compactMap(\.span).filter {
      DataValueForm.isDate($0) || DateParser.isPresent($0)
    }
    return dates.count == 2 ? .text(joined(dates, by: " – ")) : nil
  }

  /// The text of a map of a date, `{year: 2019, month: 5}`: “2019-5”.
  private static func date(_ map: DataNode) -> DataNode? {
    guard let year = map["year"].span, year.count == 4,
      map.entries.allSatisfy({ ["year", "month", "day"].contains(DataNode.folded($0.key)) })
    else { return nil }
    return .text(joined([year] + [map["month"].span].compactMap { $0 }, by: "-"))
  }

  /// Rows without keys, `[[2019, Orrery, Engineer], …]`, as maps whose keys are the numbers of the columns; `nil`
  /// for any other list.
  static func rows(_ items: [DataNode]) -> [DataNode]? {
    let rows = items.compactMap { item -> [DataNode]? in
      if case .list(let cells) = item, cells.count > 1 { cells } else { nil }
    }
    guard rows.count == items.count, rows.count > 1, let width = rows.first?.count,
      rows.allSatisfy({ $0.count == width })
    else { return nil }
    return rows.map { cells in .map(cells.enumerated().map { ("\($0.offset)", $0.element) }) }
  }

  // MARK: Maps that are lists

  /// The items of a map whose keys are dates, each with the date of its key; `nil` for any other map.
  ///
  ///     {2021: [{title: …}, …], 2019: [“Lamp Medal”]}
  static func items(byDates map: DataNode) -> [DataNode]? {
    let places = map.keyPlaces
    guard !places.isEmpty, places.allSatisfy(isDate) else { return nil }
    return zip(map.entries, places).flatMap { entry, place in
      entry.value.items.map { dated($0, by: place) }
    }
  }

  /// The items of a map with names, with the names as values where they are written as names are: `Orrery Labs: {…}`,
  /// but not `orrery: {…}`.
  static func items(byNames map: DataNode) -> [DataNode] {
    let places = map.keyPlaces
    guard !places.isEmpty, places.allSatisfy(isName) else { return map.entries.map(\.value) }
    return zip(map.entries, places).map { entry, place in
      entry.value[nameKey].span == nil
        ? .map(entry.value.entries + [(nameKey, .text(place))]) : entry.value
    }
  }

  /// The key of the name of an item.
  private static let nameKey = "name"

  private static func isName(_ key: Span) -> Bool {
    key.containsEastAsian || key.contains(" ") || key.scalars.first?.isUpper ?? false
  }

  /// The lines of a map from names to texts, `{Lamp Medal: 2020}`, and of a text of several lines; `nil` for other
  /// values.
  static func lines(of node: DataNode) -> [Span]? {
    switch node {
    case .text(let text):
      let lines = text.lines.map { DataText.plain(EntryMarker.removed(from: $0)) }
      return lines.count > 1 ? lines.filter { !$0.isEmpty } : nil
    case .map(let entries, _):
      let places = node.keyPlaces
      guard !places.isEmpty, places.allSatisfy(isName),
        entries.allSatisfy({ $0.value.span != nil && !DataFields.isListed($0.key) })
      else { return nil }
      return zip(entries, places).compactMap { entry, place in
        entry.value.span.map { joined([place, DataText.plain($0)], by: ", ") }
      }
    case .list, .empty: return nil
    }
  }

  private static func isDate(_ key: Span) -> Bool {
    guard key.digitCount >= 4, let found = DateParser.firstInterval(in: key) else { return false }
    return found.range == key.range
  }

  /// An item with a date, where it states none itself.
  static func dated(_ item: DataNode, by date: Span) -> DataNode {
    if item.isMap {
      let isDated = item.entries.contains { key, value in
        let certainty = Lexicon.shared.dataKeys.certainty(of: key)
        return (certainty[.date] != nil || certainty[.start] != nil)
          && value.span.map { DateParser.firstInterval(in: $0) != nil } ?? false
      }
      return isDated ? item : .map(item.entries + [("date", .text(date))])
    }
    guard let text = item.span, DateParser.firstInterval(in: text) == nil else { return item }
    return .text(joined([text, date], by: ", "))
  }

  /// Texts as one line, each with its place.
  static func joined(_ texts: [Span], by separator: String) -> Span {
    var builder = SourceTextBuilder()
    for text in texts {
      if !builder.isEmpty { builder.append(separator, for: text.to(text.lower).byteRange) }
      builder.append(text.text.part(text.range))
    }
    return builder.build().whole
  }
}
