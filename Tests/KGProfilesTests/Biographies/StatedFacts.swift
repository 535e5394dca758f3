import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

/// A biography and the facts that it states, as lines:
/// “role, organization (unit) start–end” and “degree in field, organization (unit) start–end, adviser name”.
struct StatedFacts: Sendable, CustomTestStringConvertible {
  let text: String
  let stated: [String]

  init(_ text: String, _ facts: [String]) {
    self.text = text
    stated = facts.sorted()
  }

  var testDescription: String { String(text.prefix(40)) }

  /// The facts that are read from the biography.
  var read: [String] {
    var biography = Biography()
    biography.read(SourceText(plain: text).whole)
    return
      (biography.affiliations.map(Self.line) + biography.education.map(Self.line)).sorted()
  }

  private static func line(_ position: AffiliationRecord) -> String {
    let role = position.role.map { $0.value + ", " } ?? ""
    return role + place(position.organization, position.unit)
      + dates(position.interval?.value.interval, isCurrent: position.isCurrent)
  }

  private static func line(_ education: EducationRecord) -> String {
    let degree = education.degree?.value ?? "education"
    let field = education.field.map { " in " + $0.value } ?? ""
    return degree + field + ", " + place(education.organization, education.unit)
      + dates(education.interval?.value.interval, isCurrent: false)
      + education.advisers.map { ", adviser " + $0.value }.joined()
  }

  private static func place(_ organization: Stated<String>, _ unit: Stated<String>?) -> String {
    organization.value + (unit.map { " (\($0.value))" } ?? "")
  }

  /// “2015–2018”, “2019–now”, “2019–?” (the end is not stated), “–2012”, “2023”, “now”; nothing where nothing is stated.
  private static func dates(_ interval: Interval?, isCurrent: Bool) -> String {
    guard let interval else { return isCurrent ? " now" : "" }
    let start = interval.start?.description ?? ""
    let end =
      switch interval.end {
      case .closed(let date): date?.description ?? ""
      case .open: "now"
      case .unknown: "?"
      }
    return " " + (start == end ? start : start + "–" + end)
  }
}
