/// How directly a source states what was read from it.
public enum Strength: String, CaseIterable, Sendable {
  /// The quoted words state it.
  case stated
  /// The words state it together with their place: below a heading, in the owner's own list, in bold.
  case byContext = "by context"
  /// It follows from the words by a table of names or a convention, or from what they leave out.
  case inferred
}
