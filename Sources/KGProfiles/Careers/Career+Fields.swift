internal import KGLexicon
internal import KGModel
internal import KGText

/// Makes positions and degrees of the fields of a list.
extension Career {
  /// Reads a section by the fields that fitted weights find in its lines.
  mutating func read(fieldsOf part: Outline.Part) {
    guard let list = EntryList(part) else { return }
    let context = EntryTokens(list)
    let reading = FieldReading(context).completed(by: context)
    let headings = list.lines.indices.filter { list.lines[$0].isHeading }
    var above = EntryFields(headings.flatMap { reading.lines[$0] })
    let entries = EntryGrouping(list, reading).entries
    let isEducation = part.isAbout(.education) && !part.isAbout(.experience)
    let analogy = EntryAnalogy(context, reading, entries)
    let fieldsOfEntries = entries.indices.map { number in
      var fields = EntryFields(entries[number].flatMap { reading.lines[$0] })
      if isEducation { fields.readRolesAsDegrees() }
      fields.complete(by: analogy, number)
      return fields
    }
    let ownCount = fieldsOfEntries.count { !$0.organizations.isEmpty }
    let isShared = Double(ownCount) < Self.ownShare * Double(entries.count)
    for (number, lines) in entries.enumerated() {
      var fields = fieldsOfEntries[number]
      fields.inherit(from: above, isShared: isShared)
      let kind = fields.kind(in: part)
      let count = affiliations.count + education.count
      for record in fields.records(kind) { append(record, kind) }
      if affiliations.count + education.count > count, let first = lines.first {
        let end = number + 1 < entries.count ? entries[number + 1][0] : list.lines.count
        for line in first..<end { list.lines[line].advisers.forEach { add($0) } }
      }
      if !fields.organizations.isEmpty { above = fields }
    }
  }

  /// The share of entries with an organization of their own above which a list is one where all have.
  private static let ownShare = 2.0 / 3

  private mutating func append(_ fields: EntryFields.Record, _ kind: EntryKind) {
    guard let organization = fields.organization else { return }
    let stated = { (span: Span, rule: Rule) in Stated(span.collapsed, span, rule: rule) }
    let interval = fields.period.flatMap { period in
      period.interval.map { Stated($0, period.span, rule: .entryInterval) }
    }
    switch kind {
    case .education:
      let divided = fields.subject == nil ? fields.degree.flatMap { DegreeSubject($0) } : nil
      education.append(
        EducationRecord(
          organization: stated(organization, .entryOrganization),
          unit: EntryHeader.joined(fields.units),
          degree: (divided?.degree ?? fields.degree).map { stated($0, .entryDegree) },
          field: (divided?.subject ?? fields.subject).map { stated($0, .entryField) },
          interval: interval.map(Self.graduation)))
      lastEntry = .education(education.count - 1)
    case .employment:
      affiliations.append(
        AffiliationRecord(
          organization: stated(organization, .entryOrganization),
          unit: EntryHeader.joined(fields.units),
          role: fields.role.map { stated($0, .entryRole) }, interval: interval,
          kind: fields.role.map(EntryFields.membership) ?? .staff))
      lastEntry = .affiliation(affiliations.count - 1)
    }
  }
}
