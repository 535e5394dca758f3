internal import KGLexicon
internal import KGText

/// A rank in a competition: 第五名, “2nd place”, “ranked 4”.
enum Rank {
  static func find(in span: Span) -> Stated<Int>? {
    for index in span.range where span.text.scalars[index] == "第" {
      let rest = span.from(index + 1).trimmed
      let digits = rest.range.prefix {
        rest.text.folded[$0].isDigit || HanNumber.digits.contains(rest.text.scalars[$0])
      }
      let end = rest.lower + digits.count
      let after = rest.from(end).trimmed
      if let number = HanNumber.value(of: rest.to(end).foldedString),
        after.hasPrefix("名") || after.isEmpty
      {
        return Stated(number, span.between(index, end), rule: .awardRank)
      }
    }
    for (suffix, number) in [
      ("1st place", 1), ("2nd place", 2), ("3rd place", 3), ("first place", 1), ("second place", 2),
      ("third place", 3),
    ] {
      if let found = span.first(ofPhrase: suffix) {
        return Stated(number, span.slice(found), rule: .awardRank)
      }
    }
    return nil
  }
}
