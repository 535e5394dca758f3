internal import KGLexicon
internal import KGModel
internal import KGText

/// Positions and degrees in Chinese sentences: 2015年毕业于香港科技大学，获博士学位，师从陈刚教授；2017年加入浙江大学.
///
/// A sentence is read clause by clause. The verb determines what a clause is about; what it leaves
/// out is taken from the clauses before.
extension Biography {
  mutating func readChinese(_ sentence: Span) {
    let clauses = Self.clauses(of: sentence)
    for (index, clause) in clauses.enumerated() where !Self.isAboutOthers(clause) {
      let dates = Self.dates(in: clause, context)
      if readChineseEducation(clause, dates) || readEnrolment(clause) { continue }
      if !readChinesePosition(clause, dates), index < 6, isFirstSentence {
        readTitle(clause)
      }
      addMissingAdvisers(clause)
    }
    isFirstSentence = false
  }

  /// The parts between commas and semicolons; 、 joins the words of a list.
  private static func clauses(of sentence: Span) -> [Span] {
    var clauses: [Span] = []
    var start = sentence.lower
    var depth = 0
    for index in sentence.range {
      let scalar = sentence.text.folded[index]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      let isEnd = scalar == ";" || scalar == "," && sentence.text.scalars[index] != "、"
      guard isEnd, depth == 0 else { continue }
      clauses.append(sentence.between(start, index).trimmed)
      start = index + 1
    }
    clauses.append(sentence.between(start, sentence.upper).trimmed)
    return clauses.filter { !$0.isEmpty }
  }

  /// Clauses with these words are not about where the owner worked or studied: students supervised,
  /// committees, publications, prizes.
  private static let notOwnerWords = [
    "培养", "指导", "招收", "毕业生", "学生", "委员", "编委", "会员", "理事", "审稿", "评审", "主席", "主编",
    "奖", "发表", "出版", "主持", "报考", "接收", "入选", "基金", "合作的", "与我们",
  ]

  private static func isAboutOthers(_ clause: Span) -> Bool {
    notOwnerWords.contains { word in
      guard let found = clause.first(of: word) else { return false }
      // 指导老师 is the owner's own adviser; 指导 alone is what the owner does for others.
      return word != "指导" || clause.from(found.lowerBound).first(of: "老师") == nil
    }
  }

  private static func dates(
    in clause: Span, _ context: ChineseContext
  ) -> [Stated<Interval>] {
    let found = DateParser.intervals(in: clause).map {
      Stated($0.value, clause.slice($0.range), rule: .biographyInterval)
    }
    return found.isEmpty && clause.first(of: "同年") != nil
      ? [context.lastDate].compactMap { $0 } : found
  }

  /// The first of the verbs that occurs in a clause, and the text after it.
  private static func verb(_ verbs: [String], in clause: Span) -> (word: String, rest: Span)? {
    verbs.lazy.compactMap { word in
      clause.first(of: word).map { (word, clause.from($0.upperBound)) }
    }.first
  }

  // MARK: Degrees

  private static let enrolmentVerbs = [
    "毕业于", "就读于", "考入", "保送至", "保送到", "求学于", "攻读", "本科毕业", "硕士毕业", "博士毕业",
  ]
  private static let awardVerbs = ["获得", "取得", "授予", "获"]

  private mutating func readChineseEducation(_ clause: Span, _ dates: [Stated<Interval>]) -> Bool {
    let enrolment = Self.verb(Self.enrolmentVerbs, in: clause)
    var degrees = Lexicon.shared.degrees.matches(in: clause).map { clause.slice($0.range) }
    let isAward = Self.verb(Self.awardVerbs, in: clause) != nil && !degrees.isEmpty
    guard enrolment != nil || isAward else { return false }
    // 获学士和博士学位: two degrees, perhaps awarded in two years.
    if degrees.count > 1, !isAward { degrees = [degrees[0]] }
    let school = Self.school(in: clause, after: enrolment?.rest)
    if school == nil, isAward, let index = context.lastEducation, fitsEducation(index, degrees[0]) {
      education[index].degree = education[index].degree ?? Self.degree(degrees[0])
      if let date = dates.first { education[index].interval = Self.end(date, of: education[index]) }
      if education[index].advisers.isEmpty {
        education[index].advisers = Advisers.named(in: clause)
      }
      return true
    }
    guard let organization = school ?? (isAward ? context.lastOrganization : nil) else {
      return false
    }
    let isOver = isAward || enrolment?.word.contains("毕业") == true
    for (index, degree) in (degrees.isEmpty ? [nil] : degrees.map(Optional.some)).enumerated() {
      let date =
        dates.indices.contains(index) && dates.count == degrees.count ? dates[index] : dates.last
      education.append(
        EducationRecord(
          organization: Stated(organization.collapsed, organization, rule: .biographySchool),
          unit: nil, degree: degree.map(Self.degree), field: nil,
          interval: date.map { Self.interval($0, isOver: isOver) },
          advisers: Advisers.named(in: clause)))
    }
    context.lastEducation = education.count - 1
    context.lastOrganization = organization
    context.lastAffiliation = nil
    context.lastDate = dates.last ?? context.lastDate
    return true
  }

  /// Whether a degree without a school belongs to an education entry: the entry has no degree yet,
  /// or has one of the same level and no dates.
  private func fitsEducation(_ index: Int, _ degree: Span) -> Bool {
    guard education.indices.contains(index) else { return false }
    guard let level = education[index].level else { return true }
    return level == Lexicon.shared.degrees.firstMatch(in: degree)?.value
      && education[index].interval == nil
  }

  private static func degree(_ span: Span) -> Stated<String> {
    Stated(span.collapsed, span, rule: .biographyDegree)
  }

  private static func school(in clause: Span, after rest: Span?) -> Span? {
    (rest.flatMap { OrganizationText.find(in: $0) } ?? OrganizationText.find(in: clause)).map {
      bare($0.institution)
    }
  }

  /// Cuts off the words before a name that is not in the table: 其间曾于2016年8月在 | 蒙古国立大学.
  private static func bare(_ institution: Span) -> Span {
    guard OrganizationAuthority.shared.match(institution) == nil else { return institution }
    let leads = ["在", "于", "赴", "担任", "兼任", "加入", "回到", "任职", "聘为", "任"]
    let ends = leads.flatMap { word -> [Int] in
      var ends: [Int] = []
      var rest = institution
      while let found = rest.first(of: word) {
        if institution.upper - found.upperBound >= 4 { ends.append(found.upperBound) }
        rest = institution.from(found.upperBound)
      }
      return ends
    }
    return ends.max().map { institution.from($0).trimmed } ?? institution
  }

  /// A single date is the end of what is over and the start of what continues.
  private static func interval(_ date: Stated<Interval>, isOver: Bool) -> Stated<Interval> {
    guard date.value.start == date.value.printedEnd else { return date }
    let value =
      isOver
      ? Interval(start: nil, end: .closed(date.value.start))
      : Interval(start: date.value.start, end: .unknown)
    return Stated(value, date.span, rule: date.rule)
  }

  private static func end(
    _ date: Stated<Interval>, of education: EducationRecord
  ) -> Stated<Interval> {
    let start = education.interval?.value.start
    return Stated(
      Interval(start: start, end: .closed(date.value.printedEnd ?? date.value.start)), date.span,
      rule: date.rule)
  }

  /// 目前是上海交通大学自动化学院的博士研究生: an enrolment whose start and end are not stated.
  private mutating func readEnrolment(_ clause: Span) -> Bool {
    // Saves time: most clauses mention no student.
    guard Lexicon.shared.roles.matches(in: clause).contains(where: { $0.value == .student }),
      let found = OrganizationText.find(in: clause), found.before.count <= 8,
      found.before.isEmpty
        || ["是", "在", "为", "于"].contains(where: { found.before.hasSuffix($0) }),
      case let after = clause.from(found.institution.upper),
      Lexicon.shared.roles.best(in: after)?.value == .student,
      let degree = Lexicon.shared.degrees.firstMatch(in: after)
    else { return false }
    education.append(
      EducationRecord(
        organization: Stated(
          found.institution.collapsed, found.institution, rule: .biographySchool), unit: nil,
        degree: Self.degree(after.slice(degree.range)), field: nil, interval: nil,
        advisers: Advisers.named(in: clause)))
    context.lastEducation = education.count - 1
    return true
  }

  /// 师从陈刚教授, in a clause after the one about the degree.
  private mutating func addMissingAdvisers(_ clause: Span) {
    guard let index = context.lastEducation, education.indices.contains(index),
      education[index].advisers.isEmpty
    else { return }
    education[index].advisers = Advisers.named(in: clause)
  }

  // MARK: Positions

  private static let presentVerbs = [
    "现任", "现为", "目前担任", "目前任", "现就职于", "现任职于", "现在", "兼任", "受聘为", "受聘于",
  ]
  private static let pastVerbs = [
    "任职于", "就职于", "任教于", "工作于", "曾任", "历任", "担任", "加入", "入职", "回到", "晋升为", "晋升",
    "升任", "聘为", "留校任", "起任",
  ]
  private static let temporaryStayVerbs = ["访问", "实习", "博士后", "工作", "任教", "访学"]

  /// 在X任R, 现任X R, 加入X, 晋升R.
  private mutating func readChinesePosition(_ clause: Span, _ dates: [Stated<Interval>]) -> Bool {
    let present = Self.verb(Self.presentVerbs, in: clause)
    let past = Self.verb(Self.pastVerbs, in: clause)
    let stay = Self.verb(Self.temporaryStayVerbs, in: clause)
    let holds = Self.verb(["任", "从事"], in: clause)
    guard present != nil || past != nil || stay != nil || holds != nil else { return false }
    let organizations = Self.organizations(in: clause, several: stay != nil)
    let date = dates.first.map { Self.interval($0, isOver: false) }
    // 任研究院副教授 after 回到X: the role of the position read last.
    if let index = context.lastAffiliation, affiliations.indices.contains(index), dates.isEmpty,
      affiliations[index].role == nil, holds != nil || past?.word == "历任",
      let role = Self.role(in: clause.from(organizations.last?.upper ?? clause.lower))
    {
      affiliations[index].role = role.text
      affiliations[index].kind = role.kind
      return true
    }
    if organizations.isEmpty {
      guard past != nil || holds != nil, !dates.isEmpty || clause.first(of: "留校") != nil,
        let organization = context.lastOrganization, let role = Self.role(in: clause)
      else { return false }
      add(organization, role, date, isCurrent: false)
    }
    for organization in organizations {
      let role = Self.role(in: clause.from(organization.upper))
      guard role != nil || date != nil || present != nil else { continue }
      add(organization, role, date, isCurrent: present != nil && date == nil)
    }
    context.lastDate = dates.last ?? context.lastDate
    return !organizations.isEmpty
  }

  /// 内蒙古大学计算机学院教授, in the sentence that introduces the owner.
  private mutating func readTitle(_ clause: Span) {
    guard let found = OrganizationText.find(in: clause), found.before.count <= 1,
      let role = Self.role(in: clause.from(found.institution.upper)), role.kind == .staff
    else { return }
    add(found.institution, role, nil, isCurrent: true)
  }

  private mutating func add(
    _ organization: Span, _ role: (text: Stated<String>, kind: MembershipKind)?,
    _ date: Stated<Interval>?, isCurrent: Bool
  ) {
    affiliations.append(
      AffiliationRecord(
        organization: Stated(
          organization.collapsed, organization, rule: .biographyOrganization),
        role: role?.text, interval: date, kind: role?.kind ?? .staff, isCurrent: isCurrent))
    context.lastOrganization = organization
    context.lastAffiliation = affiliations.count - 1
  }

  private static func organizations(in clause: Span, several: Bool) -> [Span] {
    var found: [Span] = []
    var rest = clause
    while found.count < 4, let next = OrganizationText.find(in: rest)?.institution,
      next.upper > rest.lower
    {
      // The department after a university is not an organization of its own.
      let gap = found.last.map { clause.between($0.upper, next.lower) }
      let isJoined = gap?.range.contains {
        clause.text.scalars[$0].isOne(of: "和与、及")
      }
      if found.isEmpty || several && isJoined == true { found.append(bare(next)) }
      rest = rest.from(next.upper)
    }
    return found
  }

  /// The role in a text: 任副研究员, 计算机学院教授.
  private static func role(
    in text: Span
  ) -> (text: Stated<String>, kind: MembershipKind)? {
    let bare = OrganizationText.withoutBracket(text)
    guard bare.count <= 40, let match = Lexicon.shared.roles.best(in: bare),
      match.value != .student, match.value != .service
    else { return nil }
    var role = bare
    for word in ["晋升为", "晋升", "升任", "历任", "聘为", "兼任", "担任", "任", "从事"] {
      if let found = bare.first(of: word) {
        role = bare.from(found.upperBound)
        break
      }
    }
    // The first of several roles, without the department before it.
    role = role.split { $0 == "," }.first ?? role
    guard let last = Lexicon.shared.roles.matches(in: role).last else { return nil }
    let units = Lexicon.shared.organizationWords.matches(in: role)
      .filter { $0.range.upperBound <= last.range.lowerBound }
    if let unit = units.last { role = role.from(unit.range.upperBound) }
    role = role.trimming(". 的")
    guard !role.isEmpty, role.count <= 20 else { return nil }
    return (Stated(role.collapsed, role, rule: .biographyRole), match.value)
  }
}
