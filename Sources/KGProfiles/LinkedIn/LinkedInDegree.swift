internal import KGLexicon
internal import KGText

/// The degrees on a page of LinkedIn: a school, and below it “Doctor of Philosophy - PhD, Optics · (2012 - 2016)”.
enum LinkedInDegree {
  /// The degrees as entries of a data file.
  static func degrees(in lines: [LinkedInPage.Line]) -> [DataNode] {
    var groups: [[Span]] = []
    for line in lines {
      let isNext = groups.last.map { dates(in: $0[$0.count - 1]) != nil } ?? true
      let isDetail = dates(in: line.span) != nil && groups.last?.count == 1
      if isNext || line.isFirst && !isDetail {
        groups.append([line.span])
      } else {
        groups[groups.count - 1].append(line.span)
      }
    }
    return groups.map(entry)
  }

  private static func entry(_ lines: [Span]) -> DataNode {
    var values: [(key: String, value: DataNode)] = [("institution", .text(lines[0]))]
    let details = lines.dropFirst()
    if let first = details.first {
      let degree = (dates(in: first).map { first.to($0.lower) } ?? first).trimming("(·, ")
      values += parts(of: degree)
    }
    if let dates = details.lazy.compactMap({ dates(in: $0) }).first {
      values.append(("date", .text(dates)))
    }
    return .map(values)
  }

  /// The degree, and the field after a comma: “Doctor of Philosophy - PhD, Optics”.
  static func parts(of text: Span) -> [(key: String, value: DataNode)] {
    guard !text.isEmpty else { return [] }
    guard let comma = text.first(of: ", ") else { return [("degree", .text(text))] }
    return [
      ("degree", .text(text.to(comma.lowerBound))), ("field", .text(text.from(comma.upperBound))),
    ]
  }

  /// The dates in brackets at the end of a line.
  private static func dates(in line: Span) -> Span? {
    guard let bracket = line.brackets.last, bracket.upperBound == line.upper else { return nil }
    let dates = line.between(bracket.lowerBound + 1, bracket.upperBound - 1).trimmed
    return DateParser.firstInterval(in: dates) == nil ? nil : dates
  }
}
