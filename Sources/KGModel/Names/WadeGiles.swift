/// The spelling of Chinese syllables that is usual in Taiwan and was usual elsewhere, derived from pinyin, without apostrophes
/// and signs: `Hsieh` for `xie`. Source: ALA-LC Romanization Tables, Chinese, the conversion of 1998.
enum WadeGiles {
  /// The spellings of a syllable of pinyin; some have two.
  static func spellings(of pinyin: String) -> Set<String> {
    if let whole = irregular[pinyin] { return whole }
    let (initial, final) = divided(pinyin)
    let isPalatal = ["j", "q", "x"].contains(initial)
    let first = initials[initial] ?? initial
    var rest = finals[final] ?? final
    if final == "e", ["g", "k", "h"].contains(initial) { rest = "o" }
    if final == "ui", ["g", "k"].contains(initial) { rest = "uei" }
    if final == "i", ["zh", "ch", "sh", "r"].contains(initial) { rest = "ih" }
    if final == "uo", !["g", "k", "h", "sh"].contains(initial) { rest = "o" }
    if isPalatal, final == "ue" { rest = "ueh" }
    return [first + rest]
  }

  private static let irregular: [String: Set<String>] = [
    "zi": ["tzu"], "ci": ["tzu"], "si": ["ssu", "szu"], "er": ["erh"], "yi": ["i", "yi"],
    "yan": ["yen"],
    "ye": ["yeh"], "you": ["yu"], "yong": ["yung"], "yue": ["yueh"], "wen": ["wen"],
    "weng": ["weng"],
  ]

  private static let initials: [String: String] = [
    "b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "z": "ts", "c": "ts",
    "r": "j",
  ]

  private static let finals: [String: String] = [
    "ian": "ien", "ie": "ieh", "ong": "ung", "iong": "iung", "ve": "ueh", "v": "u",
  ]

  private static func divided(_ syllable: String) -> (initial: String, final: String) {
    for length in [2, 1] where syllable.count > length {
      let head = String(syllable.prefix(length))
      if length == 2 ? ["zh", "ch", "sh"].contains(head) : !"aeiouvyw".contains(head) {
        return (head, String(syllable.dropFirst(length)))
      }
    }
    return ("", syllable)
  }
}
