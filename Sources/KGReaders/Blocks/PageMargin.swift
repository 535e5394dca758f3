internal import KGText

/// Recognises page numbers, and running headers and footers, which repeat from page to page.
enum PageMargin {
  /// Whether a line is a page number (`3`, `- 3 -`, `3/7`, `Page 3 of 7`, 第3页), and not a date.
  static func isPageNumber(_ text: String) -> Bool {
    let numbers = text.split { !$0.isNumber }.map { Int($0) ?? .max }
    let letters = text.lowercased().filter(\.isLetter)
    let isCounted = text.contains("/") || letters.hasSuffix("of") || letters.hasSuffix("第页共页")
    return text.count <= 24 && (numbers.count == 1 || numbers.count == 2 && isCounted)
      && numbers.allSatisfy { $0 < 1000 }
      && ["", "page", "pageof", "of", "第页", "第页共页", "cvpageof", "seite", "p"].contains(letters)
  }

  /// Whether a line counts pages and is nothing else, also without a page break beside it: `Page 2 of 3`.
  static func isPageCount(_ text: String) -> Bool {
    let letters = text.lowercased().filter(\.isLetter)
    return ["pageof", "第页共页"].contains(letters) && isPageNumber(text)
      && text.split { !$0.isNumber }.count == 2
  }

  /// A running header or footer without the numbers that change from page to page, at its ends and after
  /// words for pages; empty when nothing else is left. Numbers between other words stay: lines that
  /// differ in them are not running headers.
  static func key(_ text: String) -> String {
    var words: [Substring] = []
    var isCounting = true
    for word in tokens(text.lowercased()) {
      let isNumber = word.allSatisfy(\.isNumber)
      if !(isNumber && isCounting) { words.append(word) }
      isCounting =
        isCounting && isNumber || ["page", "seite", "p", "of"].contains(word)
        || word.hasSuffix("第") || word.hasSuffix("共")
    }
    // “2 of 3”
    while let last = words.last {
      let isNumber = last.allSatisfy(\.isNumber)
      let isBetween =
        ["of", "von", "de"].contains(last) && words.dropLast().last?.allSatisfy(\.isNumber) ?? false
      guard isNumber || isBetween else { break }
      words.removeLast()
    }
    return words.joined()
  }

  /// Runs of letters and runs of digits.
  private static func tokens(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [Substring] in
      var runs: [Substring] = []
      var rest = word
      while let first = rest.first {
        let run = rest.prefix { $0.isNumber == first.isNumber }
        runs.append(run)
        rest = rest[run.endIndex...]
      }
      return runs
    }
  }
}
