internal import KGModel
internal import KGText

/// The form of a token: the case of a word, the length of a number, a sign itself.
struct TokenShape: Equatable {
  /// An ASCII sign, or the raw value of a ``Form``.
  private let code: UInt8

  /// What is not an ASCII sign. The order counts: words, then characters of scripts without spaces.
  private enum Form: UInt8 {
    case sign = 128
    case year, digit1, digit2, digit3, digit4, digit5
    case initial, smallLetter, twoCapitals, capitals, capitalized, lowercase, mixed
    case han, kana, hangul
    case openingQuote, closingQuote, openingTitle, closingTitle, bullet, mark, ellipsis, dash
  }

  /// The names of the forms in features.
  private static let names: [StaticString] = [
    "sign", "year", "1", "12", "123", "1234", "12345", "X", "x", "XX", "XXX", "Xx", "xx", "XxX",
    "han", "kana", "hangul", "“", "”", "《", "》", "•", "†", "…", "–",
  ]

  private init(_ form: Form) { code = form.rawValue }
  private init(code: UInt8) { self.code = code }

  static let year = TokenShape(.year)
  static let initial = TokenShape(.initial)
  static let smallLetter = TokenShape(.smallLetter)
  static let twoCapitals = TokenShape(.twoCapitals)
  static let capitals = TokenShape(.capitals)
  static let capitalized = TokenShape(.capitalized)
  static let lowercase = TokenShape(.lowercase)
  static let mixed = TokenShape(.mixed)
  static let han = TokenShape(.han)

  init(digits count: Int) {
    let forms: [Form] = [.digit1, .digit2, .digit3, .digit4]
    self.init(count <= forms.count ? forms[max(count, 1) - 1] : .digit5)
  }

  init(upper: Int, lower: Int, isFirstUpper: Bool) {
    self =
      switch (upper, lower) {
      case (1, 0): .initial
      case (0, 1): .smallLetter
      case (2, 0): .twoCapitals
      case (_, 0): .capitals
      case (0, _): .lowercase
      case (1, _) where isFirstUpper: .capitalized
      default: .mixed
      }
  }

  /// - Parameter sign: A character that is no digit and no letter of an alphabet.
  init(sign: Unicode.Scalar) {
    if sign.isSyllableOrHan {
      self.init(sign.isHan ? .han : sign.value < 0x3100 ? .kana : .hangul)
      return
    }
    switch sign {
    case "“", "「", "『": self.init(.openingQuote)
    case "”", "」", "』": self.init(.closingQuote)
    case "《", "〈", "<": self.init(.openingTitle)
    case "》", "〉", ">": self.init(.closingTitle)
    case "•", "●", "◦", "▪", "■", "▸", "➢", "★", "☆", "⋆", "·": self.init(.bullet)
    case "†", "‡", "∗", "✉", "⁎", "§", "¶", "♯", "*", "#", "^": self.init(.mark)
    case "…": self.init(.ellipsis)
    default:
      let folded = TextFold.fold(sign)
      if folded == "–" {
        self.init(.dash)
      } else if folded.isASCII {
        self.init(code: UInt8(truncatingIfNeeded: folded.value))
      } else {
        self.init(.sign)
      }
    }
  }

  private func isAmong(_ forms: ClosedRange<Form.RawValue>) -> Bool { forms.contains(code) }

  /// Whether it is a word of an alphabet.
  var isWord: Bool { isAmong(Form.initial.rawValue...Form.mixed.rawValue) }
  /// Whether it is a letter, a word or a character of a script without spaces.
  var isText: Bool { isAmong(Form.initial.rawValue...Form.hangul.rawValue) }
  /// Whether it is a character of a script without spaces.
  var isSyllableOrHan: Bool { isAmong(Form.han.rawValue...Form.hangul.rawValue) }
  var isNumber: Bool { isAmong(Form.year.rawValue...Form.digit5.rawValue) }
  /// Whether it is a word that begins with a capital.
  var hasCapital: Bool { isWord && self != .lowercase && self != .smallLetter }

  /// Whether it is one of some ASCII signs.
  func isSign(_ signs: StaticString) -> Bool {
    code < Form.sign.rawValue && signs.withUTF8Buffer { $0.contains(code) }
  }

  var opensQuotation: Bool {
    code == Form.openingQuote.rawValue || code == Form.openingTitle.rawValue
  }
  var closesQuotation: Bool {
    code == Form.closingQuote.rawValue || code == Form.closingTitle.rawValue
  }
  var isBullet: Bool { code == Form.bullet.rawValue }
  var isMark: Bool { code == Form.mark.rawValue }
  var isDash: Bool { code == Form.dash.rawValue }

  /// The name in features.
  var name: FeatureValue {
    code < Form.sign.rawValue
      ? .character(code) : .text(Self.names[Int(code - Form.sign.rawValue)])
  }
}
