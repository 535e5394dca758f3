internal import KGLexicon
internal import KGModel
internal import KGText

/// Finds the owner among the authors of the listed papers.
extension Owner {
  /// The author whose picture the page shows, by the descriptions of its images; `nil` unless they
  /// name exactly one.
  static func depictedAuthor(_ document: Document, _ papers: ChunkedArray<PaperRecord>)
    -> Span?
  {
    guard !document.images.isEmpty, !papers.isEmpty else { return nil }
    let authors = Set(papers.lazy.flatMap(\.authors).map { foldedKey($0.value) })
    let shown = document.images.compactMap { image -> Span? in
      let lead = [
        "photo of ", "picture of ", "portrait of ", "profile picture of ", "profile photo of ",
      ]
      .first(where: image.hasPrefix)
      let bare = image.from(image.lower + (lead?.unicodeScalars.count ?? 0)).trimmed
      return name(in: bare).flatMap { authors.contains(foldedKey($0.collapsed)) ? $0 : nil }
    }
    return Set(shown.map { foldedKey($0.collapsed) }).count == 1 ? shown[0] : nil
  }

  /// The name that author lists set off: owners emphasize their own name. It must be the only one
  /// set off in two lists at least, and in nine of ten lists that set any off.
  static func emphasizedAuthor(_ papers: ChunkedArray<PaperRecord>) -> Stated<String>? {
    let setOff = papers.compactMap { paper -> Stated<String>? in
      let names = paper.authors.filter { isEmphasized($0.span) }
      return names.count == 1 && paper.authors.count > 1 ? names[0] : nil
    }
    let byKey = Dictionary(grouping: setOff) { foldedKey($0.value) }
    guard let most = byKey.values.max(by: { $0.count < $1.count }), most.count >= 2 else {
      return nil
    }
    // “W. Quill” and “Winifred Quill” count as one name.
    let name = PersonName(most[0].value)
    let forms = setOff.filter { PersonName($0.value).compatibility(with: name) == .initials }
    guard (most.count + forms.count) * 10 >= setOff.count * 9 else { return nil }
    return forms.first { $0.value.count > most[0].value.count } ?? most[0]
  }

  private static func isEmphasized(_ name: Span) -> Bool {
    let marks = name.marked { $0 == .strong || $0 == .underline || $0 == .emphasis }
    // A list that is emphasized as a whole sets no name off.
    return marks.contains { $0.count * 10 >= name.count * 8 }
      && name.text.marks.contains { mark in
        !mark.kind.isLink && mark.range.overlaps(name.range)
          && mark.range.count <= name.count + 4
      }
  }
}
