/// The kind of document by GB/T 7714: [J] journal, [C] conference, [D] thesis, [J/OL] …
package enum DocumentTypeMark {
  package static func matches(_ bracket: Span) -> Bool {
    let marks: Set<String> = ["[j]", "[c]", "[d]", "[m]", "[p]", "[r]", "[s]", "[n]", "[z]", "[a]"]
    let text = bracket.foldedString
    return marks.contains(text) || text.hasSuffix("/ol]") && text.count == 6
  }
}
