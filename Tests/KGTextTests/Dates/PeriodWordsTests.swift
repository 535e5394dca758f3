import Testing

@testable import KGText

@Suite("Words beside dates") struct PeriodWordsTests {
  private func span(_ text: String) -> Span { SourceText(plain: text).whole }

  private func end(of role: PeriodWords.Role, _ text: String, at place: Int = 0) -> Int? {
    PeriodWords.end(of: role, in: span(text), at: place)
  }

  @Test("a word of a role ends where the longest one does, in any case and language")
  func ends() {
    #expect(end(of: .present, "TO DATE, looms") == 7)
    #expect(end(of: .present, "至今在读") == 2)
    #expect(end(of: .expected, "expected graduation: May") == 19)
    #expect(end(of: .until, "jusqu’au 3 mai") == 8)
    #expect(end(of: .toPresent, "2017から現在まで", at: 4) == 10)
  }

  @Test("a word has its own roles only, and is none within another word")
  func roles() {
    #expect(end(of: .since, "until 2017") == nil)
    // “to” joins two dates, “up to” also stands before the last.
    #expect(end(of: .to, "up to 2017") == 5 && end(of: .until, "up to 2017") == 5)
    #expect(end(of: .to, "toward 2017") == nil)
    #expect(end(of: .present, "nowhere") == nil)
    #expect(end(of: .present, "") == nil)
  }

  @Test("a word may also be looked up from its end")
  func starts() {
    let text = span("works there since 2017")
    #expect(PeriodWords.start(of: .since, in: text, endingAt: 17) == 12)
    #expect(PeriodWords.start(of: .until, in: text, endingAt: 17) == nil)
    #expect(PeriodWords.start(of: .since, in: text, endingAt: 0) == nil)
  }

  @Test(
    "the word before a date says which end it is",
    arguments: [
      ("ab dem", PeriodWords.Role.starting), ("seit dem", .since), ("自", .since),
      ("bis zum", .until), ("prior to", .before), ("entre", .between), ("von", .from),
      // A range from one date to another also begins with “from”; alone it opens the period.
      ("from", .starting), ("through", nil), ("至今", nil), ("", nil),
    ])
  func leading(text: String, role: PeriodWords.Role?) {
    let span = span(text)
    let word = PeriodWords.leadingWord(in: span, endingAt: span.upper)
    #expect(word?.value == role)
    #expect(word == nil || word?.range == span.range)
  }
}
