/// The mark for the type of a document in references by GB/T 7714: [J] journal, [C] conference,
/// [D] thesis, [J/OL] journal online.
package enum DocumentTypeMark {
  /// Whether a bracket, with its signs, is such a mark.
  package static func matches(_ bracket: Span) -> Bool {
    let marks: Set<String> = ["[j]", "[c]", "[d]", "[m]", "[p]", "[r]", "[s]", "[n]", "[z]", "[a]"]
    let text = bracket.foldedString
    return marks.contains(text) || text.hasSuffix("/ol]") && text.count == 6
  }
}
