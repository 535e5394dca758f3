internal import KGLexicon
public import KGModel

extension Receipt {
  /// How directly the quoted words state it; ``Strength/stated`` for a rule of another version of
  /// `kg`, and for statements of RDF.
  public var strength: Strength { Rule(rawValue: rule)?.strength ?? .stated }

  /// What the quoted words are to the rule that read them, such as “the year in the heading above the entry”; `nil` for a
  /// rule of another version of `kg`, and for statements of RDF.
  public var ruleSummary: String? { Rule(rawValue: rule)?.summary }
}
