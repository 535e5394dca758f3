internal import KGLexicon
internal import KGModel
internal import KGText

/// What earlier clauses stated and later ones leave out: 2009年回到内蒙古大学，任副教授，2013年晋升教授.
struct ChineseContext {
  /// The organization named last, where the owner was.
  var lastOrganization: Span?
  /// The index of the education entry read last, to which a later clause may add a degree or an
  /// adviser.
  var lastEducation: Int?
  /// The index of the position read last, to which a later clause may add a role.
  var lastAffiliation: Int?
  /// The date read last, which 同年 (the same year) refers to.
  var lastDate: Stated<Interval>?
}
