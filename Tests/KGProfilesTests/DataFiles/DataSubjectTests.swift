import KGLexicon
import Testing

@testable import KGProfiles

@Suite("What the items of a list of a data file are") struct DataSubjectTests {
  @Test(
    "the title of a list names its subject",
    arguments: [
      ([SectionKind.education], [DataSubject.career]), ([.experience, .education], [.career]),
      ([.publications], [.publications]), ([.awards, .projects], [.awards, .projects]),
      ([.research], [.career]), ([.talks], []), ([], []),
    ])
  func titles(kinds: [SectionKind], subjects: [DataSubject]) {
    #expect(DataSubject.named(by: kinds) == subjects)
  }

  @Test("fields that only a key can show are fields of the subject")
  func fieldsByKey() {
    for subject in DataSubject.allCases {
      #expect(subject.fieldsByKey.isSubset(of: subject.fields), "\(subject)")
    }
  }

  @Test("no list but that of careers has roles and degrees, and none has a field twice")
  func fields() {
    for subject in DataSubject.allCases {
      #expect(Set(subject.fields).count == subject.fields.count, "\(subject)")
      #expect(subject.fields.contains(.role) == (subject == .career), "\(subject)")
      #expect(subject.fields.contains(.degree) == (subject == .career), "\(subject)")
    }
    #expect(DataSubject.publications.fields.contains(.authors))
    #expect(!DataSubject.awards.fields.contains(.authors))
  }
}
