/// Keeps e-mail addresses and telephone numbers out of what is stored and shown.
enum PersonalData {
  /// The text with every e-mail address and every number of nine or more digits left out.
  static func masked(_ text: String) -> String {
    var result: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      result.append(word.contains("@") && word.contains(".") ? "…" : String(word))
    }
    return maskNumbers(result.joined(separator: " "))
  }

  private static func maskNumbers(_ text: String) -> String {
    var result = ""
    var run = ""
    func flush(into result: inout String) {
      let digits = run.filter(\.isNumber).count
      // Patent numbers follow letters; telephone numbers stand alone.
      let followsLetter = result.last?.isLetter == true
      result += digits >= 9 && !followsLetter ? "…" : run
      run = ""
    }
    for character in text {
      if character.isNumber || (!run.isEmpty && " -()".contains(character)) {
        run.append(character)
      } else {
        flush(into: &result)
        result.append(character)
      }
    }
    flush(into: &result)
    return result
  }
}
