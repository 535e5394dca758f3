import KGLexicon
import KGModel
import KGText

@testable import KGProfiles

/// Values and records as a text would state them.
func stated(_ text: String) -> Stated<String> {
  Stated(text, SourceText(plain: text).whole, rule: .entryTitle)
}

/// A period as it is printed: `2019 – 2021`, `since 2020`.
func statedPeriod(_ text: String) -> Stated<DatedText>? {
  let span = SourceText(plain: text).whole
  return DateParser.firstInterval(in: span).map {
    Stated($0.value, span.slice($0.range), rule: .entryInterval)
  }
}

func position(
  _ organization: String, _ role: String? = nil, _ period: String = "", unit: String? = nil,
  isCurrent: Bool = false
) -> AffiliationRecord {
  AffiliationRecord(
    organization: stated(organization), unit: unit.map(stated), role: role.map(stated),
    interval: statedPeriod(period), kind: .staff, isCurrent: isCurrent)
}

func degree(
  _ organization: String, _ degree: String? = nil, _ period: String = "", field: String? = nil,
  advisers: [String] = []
) -> EducationRecord {
  EducationRecord(
    organization: stated(organization), degree: degree.map(stated), field: field.map(stated),
    interval: statedPeriod(period), advisers: advisers.map(stated))
}

func paper(_ title: String, _ authors: [String] = [], venue: String? = nil, year: Int? = nil)
  -> PaperRecord
{
  var paper = PaperRecord(title: stated(title))
  paper.authors = authors.map(stated)
  paper.isAuthorListComplete = !authors.isEmpty
  paper.venue = venue.map(stated)
  paper.year = year.map { Stated($0, SourceText(plain: "\($0)").whole, rule: .publicationYear) }
  return paper
}
