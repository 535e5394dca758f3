/// Corrects what parts of a document are about by what their lines are.
///
/// A list may stand below a heading that is about something else, since the heading of its own has an
/// unusual form or is only a bold line; or its heading may have no word that the tables know.
extension Outline {
  /// The parts; where most lines of a part, or a run of its blocks, are entries of another kind than
  /// its headings say, as a part of that kind.
  func partsByContent() -> [Part] {
    let lines = AnnotatedLine.lines(of: self)
    let labels = LineLabel.labels(of: lines)
    var contents = parts.map { _ in PartContent() }
    for (number, (line, label)) in zip(lines, labels).enumerated() {
      contents[line.place.part].add(LabelledLine(line: line, label: label, number: number))
    }
    return zip(parts, contents).flatMap { part, content in content.divided(part) }
  }
}
