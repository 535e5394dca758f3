extension Span {
  package func shifted(by distance: Int) -> Span { Span(text.shifted(by: distance), range) }
}

extension SourceText {
  package func shifted(by distance: Int) -> SourceText {
    SourceText(scalars: scalars, offsets: offsets.shifted(by: distance), marks: marks)
  }
}
