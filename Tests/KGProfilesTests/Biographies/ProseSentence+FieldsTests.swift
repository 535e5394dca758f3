import KGText
import Testing

@testable import KGProfiles

@Suite("Fields of study in sentences") struct ProseSentenceFieldsTests {
  private static func degree(_ sentence: ProseSentence) throws -> Span {
    try #require(
      sentence.marks.first { mark in
        if case .degree = mark.kind { true } else { false }
      }
    ).span
  }

  @Test(
    "the field follows the degree after a preposition",
    arguments: [
      ("I hold a PhD in marine geology from Norvale University.", "marine geology"),
      ("She has an MSc degree in boats and lakes from Norvale University.", "boats and lakes"),
      ("I hold a PhD from Norvale University.", nil),
    ])
  func prepositions(text: String, field: String?) throws {
    let sentence = try #require(MarkedSentence(text).sentence)
    #expect(sentence.field(after: try Self.degree(sentence))?.string == field)
  }

  @Test("without a preposition capitalized words before a comma are the field")
  func capitals() throws {
    func field(_ text: String) throws -> String? {
      let sentence = try #require(MarkedSentence(text).sentence)
      return sentence.fieldWithoutPreposition(after: try Self.degree(sentence))?.string
    }
    #expect(try field("PhD Geology, Norvale University, 2018") == "Geology")
    #expect(try field("PhD geology, Norvale University, 2018") == nil)
    #expect(try field("PhD Geology at Norvale University") == nil)
  }

  @Test(
    "in Chinese the field stands before the degree, without the word for fields",
    arguments: [
      ("2018年获南开大学海洋科学专业博士学位", "海洋科学"), ("2018年获南开大学信号与信息处理博士学位", "信号与信息处理"),
      ("2018年获南开大学博士学位", nil),
    ])
  func han(text: String, field: String?) throws {
    let sentence = try #require(MarkedSentence(text).sentence)
    #expect(sentence.hanField(before: try Self.degree(sentence).lower)?.string == field)
  }
}
