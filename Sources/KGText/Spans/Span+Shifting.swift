extension Span {
  /// The span in a source in which `distance` bytes come before.
  package func shifted(by distance: Int) -> Span { Span(text.shifted(by: distance), range) }
}

extension SourceText {
  /// The text in a source in which `distance` bytes come before.
  package func shifted(by distance: Int) -> SourceText {
    SourceText(scalars: scalars, offsets: offsets.shifted(by: distance), marks: marks)
  }
}
