/// What a section of a document is about.
package enum SectionKind: String, Sendable, CaseIterable {
  case about, education, experience, career, publications, patents, awards, projects
  case service, teaching, interests, skills, news, talks, people, other
  /// Posts and projects, as each entry tells: 科研经历.
  case research
}

/// What kind of tie a person has to an organization (`kg:kind`).
package enum MembershipKind: String, Sendable {
  case staff = "Staff"
  case intern = "Intern"
  case student = "Student"
  case visiting = "Visiting"
  case service = "Service"
  case teaching = "Teaching"
}

/// What the words of `adviser-words.tsv` do.
package enum AdviserWord: String, Sendable {
  case label, phrase, hint, title, opening, joint
}

/// What the words of `entry-words.tsv` say.
package enum EntryWord: String, Sendable {
  case samePlace, projectName, projectDetail, projectColumn
}

/// What the words of `biography-words.tsv` say.
package enum BiographyWord: String, Sendable {
  case foreign, negation, past, present, intern, member, stay, visit, founder, study, begin, aside
}

package enum DegreeLevel: String, Sendable {
  case bachelor, master, doctor
}

package enum OrganizationLevel: String, Sendable {
  case institution, unit
}

/// What a sign behind an author's name says of the part they had in a paper.
package enum AuthorNote: String, CaseIterable, Sendable {
  case equalContribution, correspondingAuthor
}
