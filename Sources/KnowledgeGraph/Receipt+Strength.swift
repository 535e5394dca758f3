internal import KGLexicon
public import KGModel

extension Receipt {
  /// How directly the quoted words state it; ``Strength/stated`` for a rule of another version of
  /// `kg`.
  public var strength: Strength { Rule(rawValue: rule)?.strength ?? .stated }
}
