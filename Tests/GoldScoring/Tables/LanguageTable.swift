/// Function words by which languages in Latin script are recognized.
///
/// Words of one letter are left out: in profiles they are initials and grades. A language is added
/// by a line here and a case of ``DocumentLanguage``.
enum LanguageTable {
  static let functionWords: [DocumentLanguage: String] = [
    .english: """
    the of and in to for with is on by as at from was are an that which our have has we my
    """,
    .german: """
    und der die das dem den von für mit zur zum im ist auf bei eine als wurde sowie oder nach über
    """,
    .french: "le la les des du et en un une dans pour par sur au aux avec est qui de",
    .spanish: "el la los las del en un una para por con al que se su es como de",
    .italian: "il lo la gli di del della dei delle un una per con che al da nel",
    .portuguese: "os as de do da dos das em no na um uma para por com que ao pela pelo",
    .dutch: "de het een en van voor met op te aan bij zijn door",
  ]

  /// The languages of each function word.
  static let languages: [String: [DocumentLanguage]] = {
    var languages: [String: [DocumentLanguage]] = [:]
    for (language, words) in functionWords {
      for word in words.split(whereSeparator: \.isWhitespace) {
        languages[String(word), default: []].append(language)
      }
    }
    return languages
  }()

  static let longestFunctionWord = languages.keys.map(\.unicodeScalars.count).max() ?? 0
}
