/// Words and signs around the names of persons.
enum NameWords {
  /// Titles, which are not part of a name.
  static let titles: Set<String> = ["dr", "prof", "professor", "mr", "ms", "mrs", "phd"]

  /// Signs of footnotes at author names.
  static let footnoteSigns = Set("*†‡§¶#^∗✉⋆☆★".unicodeScalars)

  /// How a remark in brackets at an author name begins: equal contribution, corresponding author,
  /// or the owner of the page.
  static let remarks = ["equal", "co-first", "cofirst", "corresponding", "=", "me"].map {
    Scalars($0)
  }

  /// What may follow a comma without being a given name.
  static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  /// What ends an author list without being a name.
  static let othersMarks: Set<String> = ["et al", "others", "and others", "等", "al"]
}
