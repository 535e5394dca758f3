import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("What a statement holds") struct ProseStatementTests {
  private static let text = SourceText(plain: "PhD lecturer Norvale joined").whole

  @Test("titles are roles or degrees")
  func titles() {
    var statement = ProseStatement()
    statement.titles = [
      .init(span: Self.text.to(3), kind: .degree(.doctor)),
      .init(span: Self.text.from(4), kind: .role(.staff)),
    ]
    #expect(statement.degrees.map(\.span.string) == ["PhD"])
    #expect(statement.roles.count == 1)
    #expect(!statement.hasTitleAfterPlace)
    statement.titles[1].followsPlace = true
    #expect(statement.hasTitleAfterPlace)
  }

  @Test("a verb alone is no content, and no nothing either")
  func emptiness() {
    var statement = ProseStatement()
    #expect(statement.isEmpty)
    statement.verbs = [(.join, Self.text)]
    #expect(!statement.isEmpty)
    #expect(!statement.hasContent)
    #expect(statement.says([.hold, .join]))
    #expect(!statement.says([.hold]))
    statement.units = [Self.text]
    #expect(statement.hasContent)
  }
}
