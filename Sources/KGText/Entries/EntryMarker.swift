/// What comes before an entry of a list and is not part of it: its bullet, its number, its code.
package enum EntryMarker {
  /// The entry without its marker; the span itself when it has none.
  package static func removed(from span: Span) -> Span {
    guard let length = ListMarker.length(in: span.scalars) else { return withoutCode(span) }
    return withoutCode(span.from(span.lower + length).trimmed)
  }

  /// Removes the code for the kind of a paper and its number: “J8.”, “[C12]”, “(W3)”, “[B3/4]”, “[P]”,
  /// or “C4” in a column of its own.
  private static func withoutCode(_ span: Span) -> Span {
    // H28.3 is a date in Japanese.
    if span.containsEastAsian, DateParser.point(in: span, at: span.lower) != nil { return span }
    var place = span.lower
    func at(_ index: Int) -> Unicode.Scalar? { index < span.upper ? span.text.scalars[index] : nil }
    let isBracketed = at(place) == "[" || at(place) == "("
    if isBracketed { place += 1 }
    let start = place
    while let scalar = at(place), scalar.isUpper, scalar.isASCII, place - start < 3 { place += 1 }
    let digits = place
    while let scalar = at(place), scalar.isDigit || scalar == "/" && place > digits,
      place - digits < 5
    {
      place += 1
    }
    let isKindAlone = isBracketed && place == digits && digits - start == 1 && at(span.lower) == "["
    guard place > digits || isKindAlone, digits > start, let sign = at(place),
      isBracketed ? sign.isOne(of: "])") : sign.isOne(of: ".:)\t")
    else { return span }
    return span.from(place + 1).trimmed
  }
}
