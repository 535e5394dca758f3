internal import KGLexicon
internal import KGText

/// The positions on a page of LinkedIn.
enum LinkedInPosition {
  /// The dates of a line that is nothing but dates with their duration, and the months of that; `nil` for any other
  /// line.
  static func dates(of line: Span) -> (span: Span, months: Int)? {
    guard let bracket = line.brackets.last, bracket.upperBound == line.upper,
      let months = LinkedInWords.months(
        in: line.between(bracket.lowerBound + 1, bracket.upperBound - 1).trimmed)
    else { return nil }
    let dates = line.to(bracket.lowerBound).trimmed
    guard let found = DateParser.firstInterval(in: dates),
      dates.removing(found.range).allSatisfy({ $0.trimming("-– ").isEmpty })
    else { return nil }
    return (dates, months)
  }

  /// The positions as entries of a data file.
  static func positions(in lines: [LinkedInPage.Line]) -> [DataNode] {
    var entries: [DataNode] = []
    var company: Company?
    for index in lines.indices.dropFirst() {
      guard let (dates, months) = dates(of: lines[index].span) else { continue }
      company = Company(above: index, in: lines, after: company) ?? company
      guard company != nil else { continue }
      company?.remaining -= months
      entries.append(
        .map([
          ("company", company.map { .text($0.name) } ?? .empty),
          ("position", .text(lines[index - 1].span)), ("date", .text(dates)),
        ]))
    }
    return entries
  }
}

/// The organization of one position or of several.
private struct Company {
  let name: Span
  /// The months that its other positions lasted: LinkedIn prints the sum above several.
  var remaining: Int

  /// The company whose first position has its dates in a line; `nil` when the position is one more of the last
  /// company.
  init?(above index: Int, in lines: [LinkedInPage.Line], after last: Company?) {
    guard index >= 2 else { return nil }
    if index >= 3, let total = LinkedInWords.months(in: lines[index - 2].span) {
      name = lines[index - 3].span
      remaining = total
      return
    }
    if let last {
      // Where the dates are a paragraph, each line is one, and only the sum of months shows what belongs to one company.
      let isOneMore =
        lines[index].isFirst
        ? last.remaining > 0
        : lines[index - 1].isFirst || last.remaining > 0 && !lines[index - 2].isFirst
      if isOneMore || LinkedInPosition.dates(of: lines[index - 2].span) != nil { return nil }
    }
    name = lines[index - 2].span
    remaining = 0
  }
}
