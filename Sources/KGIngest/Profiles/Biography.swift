internal import KGModel

/// Reads posts and degrees out of sentences.
struct Biography {
  var affiliations: [AffiliationRecord] = []
  var education: [EducationRecord] = []

  mutating func read(_ span: Span) {
    for sentence in PublicationEntry.segments(of: span) where sentence.count < 600 {
      if sentence.string.containsHan {
        readChinese(sentence)
      } else {
        readEnglish(sentence)
      }
    }
  }
}
