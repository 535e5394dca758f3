internal import KGLexicon
internal import KGModel

/// The forms of the entries of one list of which both readings, that of the rules and that of the fitted model, found
/// the same: the next entries of such a form need not be read twice.
struct ReadingAgreement {
  private var counts: [EntryForm: Int] = [:]

  /// Entries of one form that were read alike, one after another, before the rules are trusted with it. With four the
  /// scores of all collections are those of reading every entry twice.
  private static let fewest = 4

  /// Whether entries of a form are read by the rules alone. The model is right more often about venues that are not
  /// certain.
  func isSettled(_ form: EntryForm) -> Bool {
    form.hasCertainVenue && (counts[form] ?? 0) >= Self.fewest
  }

  /// Notes both readings of an entry, and what was chosen of them.
  mutating func note(
    _ form: EntryForm, _ byRules: PaperRecord, fitted: PaperRecord?, chosen: PaperRecord?
  ) {
    guard let fitted, let chosen else {
      counts[form] = 0
      return
    }
    let hasSameTitle = foldedKey(byRules.title.value) == foldedKey(fitted.title.value)
    let isSame = hasSameTitle && Self.haveSameFields(byRules, chosen)
    counts[form] = isSame ? (counts[form] ?? 0) + 1 : 0
  }

  private static func haveSameFields(_ one: PaperRecord, _ other: PaperRecord) -> Bool {
    one.authors.map(\.value) == other.authors.map(\.value)
      && one.venue?.value == other.venue?.value && one.year?.value == other.year?.value
  }
}
