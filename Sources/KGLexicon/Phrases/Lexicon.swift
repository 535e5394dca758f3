internal import CLexiconTables
internal import KGModel

/// The words by which documents are read, in several languages, from the tables in `Data/`.
package struct Lexicon: Sendable {
  package static let shared = Lexicon()

  package let sections: PhraseTable<SectionKind>
  /// Words after the name of a section in its title: “list”, 介绍.
  let titleRemarks: PhraseTable<Bool>
  package let roles: PhraseTable<MembershipKind>
  package let degrees: DegreeTable
  package let organizationWords: PhraseTable<OrganizationLevel>
  /// Legal forms of companies.
  let companyForms: PhraseTable<Bool>
  /// Words of institutions in English, before or after the place.
  let englishInstitutions: PhraseTable<Bool>
  /// Words that make a name of their own of the university before them.
  let centers: PhraseTable<Bool>
  /// Abbreviations within names, after which a full stop does not end the name.
  let saints: PhraseTable<Bool>
  package let presentations: PhraseTable<String>
  let statuses: PhraseTable<String>
  package let badges: PhraseTable<String>
  /// Words before the number or the address after a venue: `volume`, which a number follows, and
  /// `locator`.
  package let volumeWords: PhraseTable<String>
  /// Words of lines in a list of publications that are not entries: `opening` and `beginning` count
  /// only at the start of a line, `sentence` also in a line with a year, `undated` only without one.
  package let listRemarks: PhraseTable<String>
  /// Kinds of publications that are printed before titles.
  package let publicationKinds: PhraseTable<String>
  /// Words of a remark about another version of a work.
  let versionWords: PhraseTable<String>
  /// Words after the names of editors.
  let editorWords: PhraseTable<String>
  /// Words for the authors that a list leaves out: “et al.”.
  let otherAuthors: PhraseTable<String>
  /// Words between two authors, in languages where they also stand within names.
  let authorConjunctions: PhraseTable<String>
  /// Words before the authors of a list that leaves out its owner.
  package let coauthorWords: PhraseTable<String>
  /// Words before a list of authors.
  let authorLabels: PhraseTable<String>
  package let places: PhraseTable<String>
  /// Phrases of legends that explain a sign after an author's name.
  package let authorNotes: PhraseTable<AuthorNote>
  /// Words for what is counted in claims of numbers, and the words around the number, whose values
  /// begin with `@`.
  package let claimWords: PhraseTable<String>
  /// Words around the names of advisers.
  package let adviserWords: PhraseTable<AdviserWord>
  /// Words in the entries of sections.
  package let entryWords: PhraseTable<EntryWord>
  /// Words of biographies.
  package let biographyWords: BiographyLanguages
  /// Words that show what a line of a list is about.
  package let cueWords: PhraseTable<LineCue>
  /// Labels before numbers of patents; the value of those that any application may have is `applicationNumber`.
  package let patentNumberLabels: PhraseTable<String>
  /// Headers of table columns by what the columns hold.
  package let tableHeaders: PhraseTable<String>
  /// Keys of data files by the field that their values are.
  package let dataKeys: DataKeys
  /// The tables of ``LinePhrases``, in the order of ``LinePhrases/Table``.
  let lineIndex: PhraseIndex

  init() {
    sections = Self.table(kg_sections()) { SectionKind(rawValue: $0[0]) }
    titleRemarks = Self.table(kg_sections()) { $0[0] == "remark" ? true : nil }
    roles = Self.table(kg_roles()) { MembershipKind(rawValue: $0[0]) }
    func degrees(initials: Bool) -> PhraseTable<DegreeLevel> {
      Self.table(kg_degrees()) {
        ($0[1] == "initials") == initials ? DegreeLevel(rawValue: $0[0]) : nil
      }
    }
    self.degrees = DegreeTable(degrees(initials: false), initials: degrees(initials: true))
    organizationWords = Self.table(kg_organization_words()) { OrganizationLevel(rawValue: $0[0]) }
    func nameWords(_ kind: String) -> PhraseTable<Bool> {
      Self.table(kg_organization_words()) { $0[0] == kind ? true : nil }
    }
    companyForms = nameWords("companyForm")
    englishInstitutions = nameWords("englishInstitution")
    centers = nameWords("center")
    saints = nameWords("saint")
    func publicationWords(_ about: String) -> PhraseTable<String> {
      Self.table(kg_publication_words(), phrases: 3) { $0[0] == about ? $0[1] : nil }
    }
    presentations = publicationWords("presentation")
    statuses = publicationWords("status")
    badges = publicationWords("noise")
    volumeWords = publicationWords("volume")
    otherAuthors = publicationWords("others")
    versionWords = publicationWords("version")
    editorWords = publicationWords("editor")
    authorConjunctions = publicationWords("conjunction")
    coauthorWords = publicationWords("coauthors")
    authorLabels = publicationWords("authors")
    listRemarks = publicationWords("remark")
    publicationKinds = publicationWords("kind")
    places = Self.table(kg_places()) { $0[0] }
    authorNotes = Self.table(kg_author_notes()) { AuthorNote(rawValue: $0[0]) }
    claimWords = Self.table(kg_claim_words(), phrases: 1) { $0[0] }
    adviserWords = Self.table(kg_adviser_words()) { AdviserWord(rawValue: $0[0]) }
    entryWords = Self.table(kg_entry_words()) { EntryWord(rawValue: $0[0]) }
    biographyWords = BiographyLanguages(
      Self.rows(kg_biography_words(), phrases: 3) { row in
        BiographyWord(rawValue: row[0]).map {
          (cue: BiographyCue(word: $0, time: BiographyTime(rawValue: row[1])), language: row[2])
        }
      })
    cueWords = Self.table(kg_cue_words()) { LineCue(rawValue: $0[0]) }
    patentNumberLabels = Self.table(kg_cue_words()) {
      ["patentNumber", "applicationNumber"].contains($0[0]) ? $0[0] : nil
    }
    tableHeaders = Self.table(kg_table_headers()) { $0[0] }
    dataKeys = DataKeys(TabSeparatedTable(kg_data_keys()).rows)
    lineIndex = PhraseIndex(tables: [
      roles.phrases, self.degrees.degrees.phrases, self.degrees.initials.phrases,
      organizationWords.phrases, cueWords.phrases, adviserWords.phrases, sections.phrases,
    ])
  }

  /// - Parameter column: The column with the phrases of a row.
  private static func table<Value>(
    _ table: kg_table, phrases column: Int = 2, value: ([String]) -> Value?
  ) -> PhraseTable<Value> {
    PhraseTable(rows(table, phrases: column, value: value))
  }

  private static func rows<Value>(
    _ table: kg_table, phrases column: Int, value: ([String]) -> Value?
  ) -> [(Value, [String])] {
    TabSeparatedTable(table).rows.compactMap { row in
      value(row).map { ($0, TabSeparatedTable.values(row.cell(column))) }
    }
  }
}
