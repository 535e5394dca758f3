internal import KGLexicon
internal import KGModel

/// The forms of the entries of one list of which both readings, that of the rules and that of the fitted model, found
/// the same: the next entries of such a form need not be read twice.
struct ReadingAgreement {
  private var counts: [EntryForm: Int] = [:]

  /// Entries of one form that were read alike, one after another, before the rules are trusted with it.
  private static let fewest = 4

  /// Whether entries of a form are read by the rules alone. The model is right more often about venues that are not
  /// certain.
  func isSettled(_ form: EntryForm) -> Bool {
    form.hasCertainVenue && (counts[form] ?? 0) >= Self.fewest
  }

  /// Notes what was chosen for an entry that was read twice.
  mutating func note(_ form: EntryForm, _ byRules: PaperRecord, chosen: PaperRecord?) {
    counts[form] = chosen.map { Self.isSame(byRules, $0) } == true ? (counts[form] ?? 0) + 1 : 0
  }

  private static func isSame(_ one: PaperRecord, _ other: PaperRecord) -> Bool {
    foldedKey(one.title.value) == foldedKey(other.title.value)
      && one.authors.map(\.value) == other.authors.map(\.value)
      && one.venue?.value == other.venue?.value && one.year?.value == other.year?.value
  }
}
