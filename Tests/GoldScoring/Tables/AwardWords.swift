/// Words of the titles of awards that do not distinguish them.
enum AwardWords {
  static let noise: Set<String> = [
    "award", "awards", "the", "of", "for", "in", "at", "and", "a", "by", "prize", "from", "to",
    "on",
    "year", "年", "奖", "获", "第", "届",
  ]
}
