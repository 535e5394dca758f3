internal import KGModel

/// Posts and degrees in Chinese sentences: 2015年毕业于香港科技大学，获博士学位，师从陈刚教授；2017年加入浙江大学.
///
/// A sentence is cut into clauses at its semicolons and dates; within a clause the verb says what it tells.
extension Biography {
  mutating func readChinese(_ sentence: Span) {
    for clause in Self.clauses(of: sentence)
    where !readChineseStudy(clause) && !readStudent(clause) {
      readChinesePost(clause)
    }
  }

  private static func clauses(of sentence: Span) -> [Span] {
    var clauses: [Span] = []
    for part in sentence.split(where: { $0 == ";" }) {
      var start = part.lower
      for piece in part.split(where: { $0 == "," }).dropFirst()
      where DateParser.firstInterval(in: piece)?.range.lowerBound == piece.lower {
        clauses.append(part.between(start, piece.lower).trimming([","]))
        start = piece.lower
      }
      clauses.append(part.between(start, part.upper))
    }
    return clauses
  }

  /// The first verb that stands in a clause, and what follows it.
  private static func verb(_ verbs: [String], in clause: Span) -> (word: String, rest: Span)? {
    verbs.lazy.compactMap { word in
      clause.first(of: word).map { (word, clause.from($0.upperBound)) }
    }.first
  }

  // MARK: Degrees

  private mutating func readChineseStudy(_ clause: Span) -> Bool {
    let verb = Self.verb(["毕业于", "就读于", "考入", "保送至", "保送到"], in: clause)
    let degree = Lexicon.shared.degrees.matches(in: clause).first.map { clause.slice($0.range) }
    let isAward = Self.verb(["获得", "取得", "获", "攻读"], in: clause) != nil && degree != nil
    guard
      let school = verb.flatMap({ OrganizationText.find(in: $0.rest)?.institution })
        ?? (isAward ? Self.institutionBehindPreposition(clause) : nil)
    else { return false }
    let isOver = verb?.word == "毕业于" || verb == nil
    let found = DateParser.firstInterval(in: clause.to(school.lower))
    education.append(
      EducationRecord(
        organization: Stated(school.collapsed, school, rule: "biography.school"), unit: nil,
        degree: degree.map { Stated($0.collapsed, $0, rule: "biography.degree") }, field: nil,
        interval: found.map { found in
          let isSingle = found.value.start == found.value.printedEnd
          let value =
            isSingle && isOver
            ? Interval(start: nil, end: .closed(found.value.start))
            : isSingle ? Interval(start: found.value.start, end: .unknown) : found.value
          return Stated(value, clause.slice(found.range), rule: "biography.year")
        }, advisers: Advisers.named(in: clause)))
    return true
  }

  /// 目前是上海交通大学自动化学院的博士研究生: who studies there tells neither when that began nor when it ends.
  private mutating func readStudent(_ clause: Span) -> Bool {
    for piece in clause.split(where: { $0 == "," }) {
      guard let found = OrganizationText.find(in: piece), found.before.count <= 8,
        found.before.isEmpty
          || ["是", "在", "为", "于"].contains(where: { found.before.hasSuffix($0) }),
        case let after = piece.from(found.institution.upper),
        Lexicon.shared.roles.best(in: after)?.value == .student,
        let degree = Lexicon.shared.degrees.matches(in: after).first
      else { continue }
      let printed = after.slice(degree.range)
      education.append(
        EducationRecord(
          organization: Stated(
            found.institution.collapsed, found.institution, rule: "biography.school"), unit: nil,
          degree: Stated(printed.collapsed, printed, rule: "biography.degree"), field: nil,
          interval: nil, advisers: Advisers.named(in: clause)))
      return true
    }
    return false
  }

  private static func institutionBehindPreposition(_ clause: Span) -> Span? {
    guard let place = verb(["于", "在", "从"], in: clause),
      let found = OrganizationText.find(in: place.rest), found.before.isEmpty
    else { return nil }
    return found.institution
  }

  // MARK: Posts

  private static let presentVerbs = ["现任", "现为", "目前担任", "目前任", "现就职于", "现任职于", "现在"]
  private static let pastVerbs = ["任职于", "就职于", "工作于", "曾任", "担任", "加入", "入职"]

  /// 在X任R, 现任X R, 加入X, and “X教授” behind the name that opens the text.
  private mutating func readChinesePost(_ clause: Span) {
    let present = Self.verb(Self.presentVerbs, in: clause)
    let place: Span
    if let verb = present ?? Self.verb(Self.pastVerbs, in: clause) {
      place = verb.rest
    } else if let verb = Self.verb(["在"], in: clause),
      ["任", "从事", "工作", "实习"].contains(where: { verb.rest.first(of: $0) != nil })
    {
      place = verb.rest
    } else {
      return
    }
    guard let found = OrganizationText.find(in: place), found.before.count <= 2 else { return }
    let after = place.from(found.institution.upper)
    let role = Self.role(after)
    let interval = DateParser.firstInterval(in: clause.to(found.institution.lower))
    guard role != nil || interval != nil || present != nil else { return }
    affiliations.append(
      AffiliationRecord(
        organization: Stated(
          found.institution.collapsed, found.institution, rule: "biography.organization"),
        role: role,
        interval: interval.map { found in
          let isSingle = found.value.start == found.value.printedEnd
          let value =
            isSingle ? Interval(start: found.value.start, end: .unknown) : found.value
          return Stated(value, clause.slice(found.range), rule: "biography.interval")
        },
        kind: role.flatMap { Lexicon.shared.roles.best(in: $0.span)?.value } ?? .staff,
        isCurrent: present != nil && interval == nil))
  }

  /// The role behind an institution, up to the next comma: 任副研究员, 计算机学院教授.
  private static func role(_ span: Span) -> Stated<String>? {
    guard let piece = span.split(where: { ",、".unicodeScalars.contains($0) }).first,
      piece.lower <= span.lower + 2, piece.count <= 24,
      let match = Lexicon.shared.roles.best(in: piece), match.value != .student
    else { return nil }
    let verbEnd = verb(["担任", "任", "从事"], in: piece)?.rest ?? piece.slice(match.range)
    let role = verbEnd.trimming([".", " "])
    return role.isEmpty ? nil : Stated(role.collapsed, role, rule: "biography.role")
  }
}
