internal import KGLexicon
internal import KGModel
internal import KGText

/// What earlier statements of a paragraph named and later ones leave out: 2009年回到内蒙古大学，任副教授，2013年晋升教授.
struct BiographyContext {
  /// The organization named last.
  var lastPlace: ProseStatement.Place?
  /// The index of the education read last, to which a later statement may add a degree or an adviser.
  var lastEducation: Int?
  /// The index of the position read last, to which a later statement may add a role.
  var lastPosition: Int?
  /// The date read last, which 同年 (the same year) refers to.
  var lastDate: Stated<DatedText>?
}
