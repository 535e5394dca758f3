import Testing

@testable import KGText

@Suite("Characters that occur") struct OccurringCharactersTests {
  private func occurring(_ text: String) -> OccurringCharacters {
    OccurringCharacters(in: SourceText(plain: text).folded)
  }

  @Test("A pattern may occur where each of its characters follows the one before it somewhere")
  func patterns() {
    let found = occurring("at three (late)")
    #expect(found.mayContain(Array("late".unicodeScalars)))
    #expect(!found.mayContain(Array("(at)".unicodeScalars)))
    #expect(!found.mayContain(Array("z".unicodeScalars)))
    #expect(occurring("微信号").mayContain(Array("微信".unicodeScalars)))
    #expect(!occurring("").mayContain(Array("a".unicodeScalars)))
  }

  @Test("Digits are seen")
  func digits() {
    #expect(occurring("room ９").hasDigits)
    #expect(!occurring("room").hasDigits)
  }
}
