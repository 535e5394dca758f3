/// Words of the names of organizations that do not distinguish them.
enum OrganizationWords {
  /// Legal forms and the article.
  static let corporateSuffixes: Set<String> = [
    "inc", "ltd", "limited", "co", "corp", "corporation", "llc", "gmbh", "group", "company", "the",
    "plc", "sa",
  ]

  /// Words that join a unit to its organization.
  static let connectives: Set<String> = [
    "of", "at", "the", "in", "and", "for", "de", "und", "a", "dept", "department",
  ]

  /// The last part of a Chinese company name; the first that fits is taken.
  static let chineseCompanyEndings = ["公司公司", "集团公司", "公司", "集团"].map { Scalars($0) }

  /// What may precede that ending, from right to left; each at most once.
  static let chineseCompanyPrefixes = ["责任", "有限", "股份"].map { Scalars($0) }

  /// Countries in brackets, which are not another form of the name.
  static let countryForms: Set<[String]> = [["u", "s"], ["usa"], ["china"], ["us"], ["uk"]]
}
