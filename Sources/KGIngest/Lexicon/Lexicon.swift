internal import KGModel

/// The words by which documents are read, in two languages; the tables in `Data/` are the lexicon,
/// this is only their look-up.
package struct Lexicon: Sendable {
  package static let shared = Lexicon()

  package let sections: PhraseTable<SectionKind>
  package let roles: PhraseTable<MembershipKind>
  package let degrees: PhraseTable<DegreeLevel>
  package let organizationWords: PhraseTable<OrganizationLevel>
  package let presentations: PhraseTable<String>
  package let statuses: PhraseTable<String>
  package let badges: PhraseTable<String>
  package let places: PhraseTable<String>
  package let personalLabels: PersonalData.Labels
  /// What legends say of authors with a sign.
  package let authorNotes: PhraseTable<AuthorNote>
  /// What is counted in claims of numbers, and the words around the number, which begin with `@`.
  package let claimWords: PhraseTable<String>
  package let adviserWords: PhraseTable<AdviserWord>
  /// Heads of table columns.
  package let tableHeaders: PhraseTable<String>
  /// The keys of data files by what their values are.
  package let dataKeys: [String: [String]]
  /// Number of the month by its folded name; 0 for seasons and terms.
  package let months: [String: Int]

  init() {
    sections = PhraseTable(
      Self.rows(PackageResources.sections_tsv, phrases: 2) {
        SectionKind(rawValue: $0[0])
      })
    roles = PhraseTable(
      Self.rows(PackageResources.roles_tsv, phrases: 2) {
        MembershipKind(rawValue: $0[0])
      })
    degrees = PhraseTable(
      Self.rows(PackageResources.degrees_tsv, phrases: 2) {
        DegreeLevel(rawValue: $0[0])
      })
    organizationWords = PhraseTable(
      Self.rows(PackageResources.organization_words_tsv, phrases: 2) {
        OrganizationLevel(rawValue: $0[0])
      })
    func publicationWords(_ about: String) -> PhraseTable<String> {
      PhraseTable(
        Self.rows(PackageResources.publication_words_tsv, phrases: 2) {
          $0[0] == about ? $0[1] : nil
        })
    }
    presentations = publicationWords("presentation")
    statuses = publicationWords("status")
    badges = publicationWords("noise")
    places = PhraseTable(Self.rows(PackageResources.places_tsv, phrases: 1) { $0[0] })
    personalLabels = PersonalData.Labels(
      Self.rows(PackageResources.personal_labels_tsv, phrases: 2) {
        $0[0] == "telephoneNumber" ? .some(nil) : PersonalProperty(rawValue: $0[0])
      })
    authorNotes = PhraseTable(
      Self.rows(PackageResources.author_notes_tsv, phrases: 1) { AuthorNote(rawValue: $0[0]) })
    claimWords = PhraseTable(
      Self.rows(PackageResources.claim_words_tsv, phrases: 1) { $0[0] })
    adviserWords = PhraseTable(
      Self.rows(PackageResources.adviser_words_tsv, phrases: 1) { AdviserWord(rawValue: $0[0]) })
    tableHeaders = PhraseTable(
      Self.rows(PackageResources.table_headers_tsv, phrases: 1) { $0[0] })
    dataKeys = Dictionary(
      Self.rows(PackageResources.data_keys_tsv, phrases: 1) { $0[0] },
      uniquingKeysWith: { first, _ in first })
    months = Dictionary(
      Self.rows(PackageResources.months_tsv, phrases: 1) { Int($0[0]) }
        .flatMap { month, phrases in phrases.map { ($0, month) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func rows<Value>(
    _ bytes: [UInt8], phrases column: Int, value: ([String]) -> Value?
  ) -> [(Value, [String])] {
    TabSeparatedTable(bytes).rows.compactMap { row in
      value(row).map { ($0, TabSeparatedTable.values(row.cell(column))) }
    }
  }
}

/// What a section of a document is about.
package enum SectionKind: String, Sendable, CaseIterable {
  case about, education, experience, career, publications, patents, awards, projects
  case service, teaching, interests, skills, news, talks, people, other
}

/// What kind of tie a person has to an organization (`kg:kind`).
package enum MembershipKind: String, Sendable {
  case staff = "Staff"
  case intern = "Intern"
  case student = "Student"
  case visiting = "Visiting"
  case service = "Service"
  case teaching = "Teaching"
}

/// What the words of `adviser-words.tsv` do.
package enum AdviserWord: String, Sendable {
  case label, phrase, hint, title, opening, joint
}

package enum DegreeLevel: String, Sendable {
  case bachelor, master, doctor
}

package enum OrganizationLevel: String, Sendable {
  case institution, unit
}

/// Phrases with a value each, looked up in a span.
package struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let phrase: [Unicode.Scalar]
    let value: Value
    let row: Int
  }

  /// By first character, longest phrase first.
  private let entries: [Unicode.Scalar: [Entry]]
  /// Which ASCII characters begin a phrase: most characters of a text are asked about in vain.
  private let asciiStarts: [Bool]

  init(_ rows: [(Value, [String])]) {
    var entries: [Unicode.Scalar: [Entry]] = [:]
    for (row, (value, phrases)) in rows.enumerated() {
      for phrase in phrases {
        let scalars = phrase.unicodeScalars.map(TextFold.fold)
        guard let first = scalars.first else { continue }
        entries[first, default: []].append(Entry(phrase: scalars, value: value, row: row))
      }
    }
    self.entries = entries.mapValues { $0.sorted { $0.phrase.count > $1.phrase.count } }
    asciiStarts = (0..<128).map { entries[Unicode.Scalar(UInt8($0))] != nil }
  }

  package struct Match {
    package let value: Value
    package let range: Range<Int>
    package let row: Int
  }

  /// Every phrase in the span, at each place the longest, from left to right, without overlaps.
  package func matches(in span: Span) -> [Match] {
    var found: [Match] = []
    span.text.folded.walk(span.range) { index, first in
      // Most characters begin no phrase.
      if first.isASCII, !asciiStarts[Int(first.value)] { return index + 1 }
      guard let match = match(in: span, at: index) else { return index + 1 }
      found.append(match)
      return match.range.upperBound
    }
    return found
  }

  /// The phrase that begins at a place.
  package func match(in span: Span, at index: Int) -> Match? {
    guard index < span.upper else { return nil }
    let first = span.text.folded[index]
    if first.isASCII, !asciiStarts[Int(first.value)] { return nil }
    guard isBreak(before: index, in: span), let candidates = entries[first] else { return nil }
    let folded = span.text.folded
    for entry in candidates where index + entry.phrase.count <= span.upper {
      var length = 1
      while length < entry.phrase.count, folded[index + length] == entry.phrase[length] {
        length += 1
      }
      if length == entry.phrase.count, isBreak(before: index + length, in: span) {
        return Match(value: entry.value, range: index..<index + length, row: entry.row)
      }
    }
    return nil
  }

  /// The match of the earliest row of the table.
  package func best(in span: Span) -> Match? {
    matches(in: span).min { $0.row < $1.row }
  }

  package func contains(_ span: Span) -> Bool { !matches(in: span).isEmpty }

  private func isBreak(before index: Int, in span: Span) -> Bool {
    guard index > span.lower, index < span.upper else { return true }
    let left = span.text.scalars[index - 1]
    let right = span.text.scalars[index]
    if left.isHan || right.isHan { return true }
    return !((left.isLetter || left.isDigit) && (right.isLetter || right.isDigit))
  }
}
