internal import KGModel
internal import KGText

/// The words that LinkedIn prints on the page of a profile; the table is `linkedin-words.tsv`.
enum LinkedInWords {
  /// What a heading stands over.
  enum Heading: String {
    case contact, skills, languages, certifications, honors, publications, patents
    case summary, experience, education

    /// Whether it is in the main text, and not beside it.
    var isMain: Bool { [.summary, .experience, .education].contains(self) }
  }

  private static let table: [(meaning: String, texts: [String])] =
    TabSeparatedTable(PackageResources.linkedin_words_tsv).rows.map { row in
      (row.cell(0), TabSeparatedTable.values(row.cell(1)).map { folded($0) })
    }

  private static let headings: [String: Heading] = Dictionary(
    table.flatMap { meaning, texts in
      Heading(rawValue: meaning).map { heading in texts.map { ($0, heading) } } ?? []
    }, uniquingKeysWith: { first, _ in first })

  private static let headingTexts = WordSet(headings.keys)

  private static func texts(_ meaning: String) -> Set<String> {
    Set(table.filter { $0.meaning == meaning }.flatMap(\.texts))
  }

  private static let years = texts("year")
  private static let months = texts("month")
  private static let short = texts("short")

  private static func folded(_ text: String) -> String {
    SourceText(plain: text).whole.foldedString
  }

  /// The heading that a line is; `nil` for any other line.
  static func heading(_ line: Span) -> Heading? {
    headingTexts.contains(line) ? headings[line.foldedString] : nil
  }

  /// The months of a text that is nothing but a duration, such as “4 years 2 months”; `nil` for any other.
  static func months(in span: Span) -> Int? {
    let text = span.foldedString
    if short.contains(text) { return 0 }
    var total = 0
    var rest = text.unicodeScalars.drop { $0.isBlank }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isDigit }
      let unit = rest.dropFirst(digits.count).drop { $0.isBlank }
        .prefix { !$0.isDigit && !$0.isBlank }
      guard let number = Int(String(digits)), number < maximumNumber else { return nil }
      if years.contains(String(unit)) {
        total += number * 12
      } else if months.contains(String(unit)) {
        total += number
      } else {
        return nil
      }
      rest = rest[unit.endIndex...].drop { $0.isBlank }
    }
    return text.isEmpty ? nil : total
  }

  /// Years and months of a career.
  private static let maximumNumber = 100
}
