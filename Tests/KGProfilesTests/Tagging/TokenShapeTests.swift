import Testing

@testable import KGProfiles

@Suite("Shapes of tokens") struct TokenShapeTests {
  private static func word(_ text: String) -> TokenShape {
    let isUpper = text.map(\.isUppercase)
    return TokenShape(
      upper: isUpper.count { $0 }, lower: isUpper.count { !$0 }, isFirstUpper: isUpper[0])
  }

  @Test(
    "the case of a word is its shape",
    arguments: [
      ("Q", TokenShape.initial), ("q", .smallLetter), ("IT", .twoCapitals), ("ACM", .capitals),
      ("Quill", .capitalized), ("quill", .lowercase), ("iPhone", .mixed), ("McQuill", .mixed),
    ])
  func words(text: String, shape: TokenShape) {
    #expect(Self.word(text) == shape)
  }

  @Test("numbers are told apart by their digits up to four, and are no words")
  func numbers() {
    #expect(
      (1...7).map { TokenShape(digits: $0).name.description } == [
        "1", "12", "123", "1234", "12345", "12345", "12345",
      ])
    #expect(TokenShape(digits: 3).isNumber)
    #expect(TokenShape.year.isNumber)
    #expect(!TokenShape(digits: 3).isText)
    #expect(!TokenShape.capitals.isNumber)
  }

  @Test("a character of a script without spaces is text and no word")
  func scripts() {
    for sign: Unicode.Scalar in ["学", "を", "학"] {
      let shape = TokenShape(sign: sign)
      #expect(shape.isText && shape.isSyllableOrHan && !shape.isWord, "\(sign)")
    }
    #expect(TokenShape(sign: "学") == .han)
    #expect(TokenShape(sign: "を") != TokenShape(sign: "학"))
  }

  @Test("a capital is that of a word, and not a single small letter")
  func capitals() {
    let shapes = [TokenShape.initial, .capitals, .capitalized, .mixed, .twoCapitals]
    #expect(shapes.allSatisfy { $0.hasCapital })
    #expect(![TokenShape.lowercase, .smallLetter, .han, .year].contains { $0.hasCapital })
  }

  @Test("quotation marks and title marks open and close")
  func quotations() {
    for sign: Unicode.Scalar in ["“", "《", "「"] {
      #expect(TokenShape(sign: sign).opensQuotation)
      #expect(!TokenShape(sign: sign).closesQuotation)
    }
    for sign: Unicode.Scalar in ["”", "》", "』"] {
      #expect(TokenShape(sign: sign).closesQuotation)
    }
    // A straight mark does both and so shows neither.
    #expect(!TokenShape(sign: "\"").opensQuotation && !TokenShape(sign: "\"").closesQuotation)
  }

  @Test("bullets, marks of authors and dashes are no ASCII signs")
  func signs() {
    #expect(TokenShape(sign: "▪").isBullet)
    #expect(TokenShape(sign: "*").isMark)
    #expect(TokenShape(sign: "†").isMark)
    #expect(TokenShape(sign: "—").isDash)
    #expect(!TokenShape(sign: "*").isSign("*"))
  }

  @Test("a full-width sign is the ASCII sign that it stands for")
  func folding() {
    #expect(TokenShape(sign: "，") == TokenShape(sign: ","))
    #expect(TokenShape(sign: "（").isSign("(["))
    #expect(!TokenShape(sign: "，").isSign(";:"))
  }
}
