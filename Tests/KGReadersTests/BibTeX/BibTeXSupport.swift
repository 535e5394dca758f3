import KGText

@testable import KGReaders

/// The entries of a text, and what was not read of it: its line and the reason.
func bibTeX(_ text: String) -> (entries: [BibTeXEntry], problems: [String]) {
  var entries: [BibTeXEntry] = []
  let bytes = Array(text.utf8)
  let problems = BibTeXReader.forEach(of: bytes) { entries.append($0) }
  let lines = LineIndex(bytes)
  return (
    entries,
    problems.map { "\(lines.line(of: $0.span.byteRange.lowerBound)): \($0.reason)" }
  )
}

extension BibTeXEntry {
  func value(_ name: String) -> String? { fields[name]?.collapsed }
}
