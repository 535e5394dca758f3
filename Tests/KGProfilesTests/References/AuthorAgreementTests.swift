import KGText
import Testing

@testable import KGProfiles

@Suite("Authors of a reference agree") struct AuthorAgreementTests {
  /// The authors that are read when the model has found the names in `marked`, which stand between ⟨ and ⟩, and has
  /// taken what stands between { and } for the title.
  private static func authors(_ marked: String) -> [String] {
    let context = ReferenceContext(
      SourceText(plain: String(marked.filter { !"⟨⟩{}".contains($0) })).whole)
    var (labels, place): ([ReferenceLabel], Int) = ([], 0)
    var (field, isFirst): (ReferenceField?, Bool) = (nil, false)
    for character in marked {
      switch character {
      case "⟨": (field, isFirst) = (.author, true)
      case "{": (field, isFirst) = (.title, true)
      case "⟩", "}": field = nil
      default:
        if context.tokens.contains(where: { $0.range.lowerBound == place }) {
          labels.append(field.map { ReferenceLabel($0, isFirst: isFirst) } ?? .other)
          isFirst = false
        }
        place += 1
      }
    }
    let agreed = AuthorAgreement(labels, context).labels
    return ReferenceReading(context, labels: agreed).authors.map(\.string)
  }

  @Test("semicolons separate names, so that a comma is within one")
  func semicolons() {
    #expect(
      Self.authors("⟨Quill, Ada⟩; ⟨Foe⟩, ⟨Bo⟩; ⟨Dee, Cy⟩: {Slow machines at work}.") == [
        "Quill, Ada", "Foe, Bo", "Dee, Cy",
      ])
  }

  @Test("a comma is between names where most names have none")
  func families() {
    #expect(
      Self.authors("⟨Quill⟩, ⟨Foe⟩, ⟨Dee, Roe⟩, ⟨Sun⟩: {Slow machines at work}.") == [
        "Quill", "Foe", "Dee", "Roe", "Sun",
      ])
    #expect(
      Self.authors("⟨Quill, Ada⟩, ⟨Bo Foe⟩, and ⟨Cy Dee⟩. {Slow machines at work}.") == [
        "Quill, Ada", "Bo Foe", "Cy Dee",
      ])
  }

  @Test("a comma before initials stays within its name")
  func initials() {
    #expect(
      Self.authors("⟨Quill A.⟩, ⟨Foe B.⟩, ⟨Dee, C.⟩, ⟨Roe D.⟩. {Slow machines at work}.") == [
        "Quill A.", "Foe B.", "Dee, C.", "Roe D.",
      ])
  }

  @Test("only the first name is inverted, or all are as the last one shows")
  func inverted() {
    #expect(
      Self.authors("⟨Quill⟩, ⟨Ada⟩, ⟨Bo Foe⟩, and ⟨Cy Dee⟩. {Slow machines at work}.") == [
        "Quill, Ada", "Bo Foe", "Cy Dee",
      ])
    #expect(
      Self.authors("⟨Quill⟩, ⟨Ada Lin⟩. {Slow machines at work}.") == ["Quill, Ada Lin"])
    #expect(
      Self.authors("⟨Quill⟩, ⟨Ada⟩, ⟨Foe, Bo⟩ und ⟨Dee, Cy⟩: {Slow machines at work}.") == [
        "Quill, Ada", "Foe, Bo", "Dee, Cy",
      ])
  }

  @Test("names that end with their initials are whole")
  func initialsLast() {
    #expect(
      Self.authors("⟨Quill AB, Foe C.⟩ {Slow machines at work}.") == ["Quill AB", "Foe C."])
    #expect(Self.authors("⟨Quill, AB⟩. {Slow machines at work}.") == ["Quill, AB"])
  }

  @Test("a name that was passed over is taken, and one that editors follow is not")
  func neighbours() {
    #expect(
      Self.authors("{Slow machines at work} (with ⟨Ada Quill⟩ (advisor), Bo Foe and Cy Dee).") == [
        "Ada Quill", "Bo Foe", "Cy Dee",
      ])
    #expect(
      Self.authors("{Slow machines at work}. In ⟨Ada Quill⟩ and Bo Foe, editors, Proceedings.") == [
        "Ada Quill"
      ])
  }

  @Test("the last name before a colon belongs to the list, unless the title stands between commas")
  func colon() {
    #expect(
      Self.authors("⟨Ada Quill⟩, {Bo Foe: Slow machines at work}. Journal.") == [
        "Ada Quill", "Bo Foe",
      ])
    #expect(
      Self.authors("⟨Ada Quill⟩, {Patient Mill: Slow machines at work}, Journal.") == ["Ada Quill"])
    #expect(
      Self.authors("⟨Ada Quill⟩, {Slow-Loom: Weaving machines at work}. Journal.") == ["Ada Quill"])
  }
}
