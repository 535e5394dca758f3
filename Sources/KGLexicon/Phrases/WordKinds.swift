/// The subject of a section of a document.
package enum SectionKind: String, Sendable, CaseIterable {
  case about, education, experience, career, publications, patents, awards, projects
  case service, teaching, interests, skills, news, talks, people, other
  /// Positions and projects mixed, 科研经历: each entry shows which it is.
  case research
}

/// The kind of membership of a person in an organization (`kg:kind`).
package enum MembershipKind: String, Sendable {
  case staff = "Staff"
  case intern = "Intern"
  case student = "Student"
  case visiting = "Visiting"
  case service = "Service"
  case teaching = "Teaching"
}

/// The roles of the words of `adviser-words.tsv`, which explains them.
package enum AdviserWord: String, Sendable {
  case label, phrase, weakCue, title, opening, conjunction
}

/// The roles of the words of `entry-words.tsv`, which explains them.
package enum EntryWord: String, Sendable {
  case samePlace, projectName, projectDetail, projectColumn, completion, terms, at, roleDetail,
    subject
}

/// The meanings of the words of `biography-words.tsv`, which explains them.
package enum BiographyWord: String, Sendable {
  // Verbs and the nouns made of them.
  case be, hold, series, begin, join, remain, hire, stay, visit, intern, found, lead, work
  case study, enrol, graduate, receive
  // Words that connect.
  case at, `in`, from, of, with, `for`, to, `as`, and, there, relative, same, until, then,
    adverbial, after, when
  // Who the clause is about, and words that show that it states nothing about the owner.
  case owner, person, who, other, not, by, advised, officer
  case time
  // Meanings that count only in certain places.
  case mask, subject, field, article, small, filler, organization, rank, weak, possessive, birth,
    fieldEnd, firstPerson, programme
}

/// What a line of a list is about, as `cue-words.tsv` shows it.
package enum LineCue: String, Sendable, CaseIterable {
  case award, patent, funding, service, teaching, talk, skill, thesis, project, supervision
}

/// The level of an academic degree.
package enum DegreeLevel: String, Sendable {
  case bachelor, master, doctor
}

/// Whether a name is of a whole organization or of a part of one.
package enum OrganizationLevel: String, Sendable {
  case institution, unit
}

/// A field of an entry in a data file, as `data-keys.tsv` names it.
package enum DataField: String, CaseIterable, Sendable {
  case organization, role, degree, field, unit, place, start, end, date, advisers
  case title, authors, venue, url, number, summary
}

/// What a sign after an author's name states about their contribution to a paper.
package enum AuthorNote: String, CaseIterable, Sendable {
  case equalContribution, correspondingAuthor
}
