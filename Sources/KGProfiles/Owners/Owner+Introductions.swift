internal import KGLexicon
internal import KGModel
internal import KGText

/// Finds the name where the text introduces its owner: a sentence, a label, a title.
extension Owner {
  /// The name in “My name is Jane Doe”, “I am Jane Doe, a …”, 我是余锋伟, or in a row of a name and a
  /// role (裘望舒 | 副教授).
  static func introducedName(_ document: Document) -> Span? {
    for block in document.blocks.prefix(8) where block.kind != .rule {
      for phrase in [
        "my full name is ", "my name is ", "hi, i'm ", "hi, i am ", "hi, this is ",
        "hello, this is ",
        "i'm ", "i am ", "我叫", "我是",
      ] {
        guard let found = block.span.first(of: phrase) else { continue }
        let rest = block.span.from(found.upperBound)
        let end =
          [",", ".", " and ", " (", "(", "!", "。", " from ", " at "].compactMap {
            rest.first(of: $0)?.lowerBound
          }.min() ?? rest.upper
        let candidate = rest.to(end).trimmed
        if let name = name(in: candidate), name.count * 3 >= candidate.count * 2 { return name }
      }
      for line in block.span.lines.prefix(2) {
        guard let cell = line.split(at: "\t|,").first,
          cell.count < line.count,
          isHanPersonName(cell.string), Lexicon.shared.roles.contains(line.from(cell.upper))
        else { continue }
        return cell
      }
    }
    return nil
  }

  /// The name that a long paragraph begins with (即墨衡（Heng Jimo），现任…), when the bracket spells it or
  /// it is also alone in a line or in the title.
  static func paragraphSubject(of document: Document) -> Span? {
    for block in document.blocks.prefix(40) where block.span.count > 40 {
      let span = block.span
      let length = span.range.prefix { span.text.scalars[$0].isHan || span.text.scalars[$0] == "·" }
        .count
      let name = span.to(span.lower + length)
      guard (2...8).contains(length),
        span.from(name.upper).folded.first.map({ $0.isOne(of: "(,") }) == true,
        !OrganizationText.isInstitution(name), !OrganizationText.isUnit(name),
        SectionTitle.kinds(of: name).isEmpty
      else { continue }
      if let bracket = span.brackets.first, bracket.lowerBound == name.upper {
        let latin = span.between(bracket.lowerBound + 1, bracket.upperBound - 1)
        if PersonName.isSpelling(latin.string, of: name.string) { return name }
      }
      let titles = document.metadata["title"].map(partsOfTitle) ?? []
      let lines = document.blocks.prefix(40).flatMap(\.span.lines) + titles
      if lines.contains(where: { $0.string == name.string }) { return name }
    }
    return nil
  }

  /// The parts of a title: “Jane Doe | MIT”, 鄢柏舟-计算机与人工智能学院.
  static func partsOfTitle(_ title: Span) -> [Span] {
    var parts = title.split(at: "|_–·•:")
    if parts.count == 1 { parts = split(title, at: " - ") }
    if parts.count == 1, title.containsHan { parts = title.split(at: "-") }
    return parts
  }

  private static func split(_ span: Span, at sign: String) -> [Span] {
    guard let found = span.first(of: sign) else { return [span] }
    return [span.to(found.lowerBound).trimmed]
      + split(span.from(found.upperBound).trimmed, at: sign)
  }

  /// The name after a label, in a line or in a row of a table: 姓名：余锋伟, “Name: Jane Doe”.
  static func labelledName(_ document: Document) -> Span? {
    for block in document.blocks.prefix(60)
    where block.text.folded.contains(where: { $0 == ":" || $0 == "\t" }) {
      for label in ["姓名", "姓 名", "姓  名", "姓   名", "姓    名", "中文姓名", "name", "full name"] {
        guard let found = block.span.first(ofPhrase: label),
          found.lowerBound == block.span.lower
            || block.text.folded[found.lowerBound - 1].isOne(of: "\n\t| ")
        else { continue }
        let rest = block.span.from(found.upperBound)
        let head = rest.folded.prefix { $0.isOne(of: ": \t\n") }
        guard head.contains(":") || head.contains("\t") else { continue }
        let value = rest.from(rest.lower + head.count)
        let end =
          ["\t", "\n", "|", ",", ";", "性别", "   "].compactMap { value.first(of: $0)?.lowerBound }
          .min() ?? value.upper
        let name = value.to(end).trimmed
        let bare = String(name.string.filter { !$0.isWhitespace })
        if isHanPersonName(bare) || PersonNameText.isName(name) && label.allSatisfy(\.isASCII)
          || PersonNameText.isName(name)
        {
          return name
        }
        // 余锋伟 (Fengwei Yu)
        if let bracket = name.brackets.first,
          isHanPersonName(name.to(bracket.lowerBound).trimmed.string)
        {
          return name.to(bracket.lowerBound).trimmed
        }
      }
    }
    return nil
  }
}
