import KGLexicon
import KGModel
import KGText
import KGReaders
import Testing

@testable import KGProfiles

@Suite("Data files with keys of their own")
struct DataProfileTests {
  private func record(_ text: String) throws -> ProfileRecord {
    let extraction = try ProfileExtractor.extract(Array(text.utf8))
    #expect(extraction.kind == "data")
    return extraction.record
  }

  @Test("A list of publications without a title is recognized by the fields of its entries")
  func bareListOfPublications() throws {
    let papers = try record(
      """
      - slug: lamp
        title: "Lamps That Count Backwards"
        authors: "<u>Ada Quill</u>, Bo Foe, and Cy Doe"
        venue: "ICML '24"
      - slug: moss
        title: "Moss as a Clock"
        authors:
          - name: Ada Quill*
          - name: Cy Doe
        venue: NeurIPS 2023
      """
    ).papers
    #expect(
      papers.map(\.title.value) == ["Lamps That Count Backwards", "Moss as a Clock"])
    #expect(
      papers.map { $0.authors.map(\.value) } == [
        ["Ada Quill", "Bo Foe", "Cy Doe"], ["Ada Quill", "Cy Doe"],
      ])
    #expect(papers.map { $0.year?.value } == [2024, 2023])
  }

  @Test("A file of positions with the keys where and when")
  func positions() throws {
    let positions = try record(
      """
      # my jobs
      - role: Research Intern
        where: Fennwick Labs
        who: Vision Team
        when: June - Dec. 2020
      - role: Data Engineer
        where: Orrery
        when: May 2021 - Present
      """
    ).affiliations
    #expect(positions.map(\.organization.value) == ["Fennwick Labs", "Orrery"])
    #expect(positions.map { $0.role?.value } == ["Research Intern", "Data Engineer"])
    #expect(positions[0].interval?.value.start?.description == "2020-06")
    #expect(positions[1].interval?.value.isOpen == true)
  }

  @Test("Entries under names of their own, with publications in them")
  func namedEntries() throws {
    let record = try record(
      """
      quillon:
        degree: "Ph.D. in Physics"
        period: "08/2017 - 05/2021"
        institution: "Quillon University"
        publications:
          - "Tides in Glass (ICML 2020)"
      marsh:
        degree: "B.Sc. in Physics"
        period: "09/2013 - 07/2017"
        institution: "University of Marshland"
      """)
    #expect(
      record.education.map(\.organization.value) == [
        "Quillon University", "University of Marshland",
      ])
    #expect(record.education.map { $0.degree?.value } == ["Ph.D.", "B.Sc."])
    #expect(record.papers.map(\.title.value) == ["Tides in Glass"])
  }

  @Test(
    "The degrees of a school and the positions at an employer are in the organization of the whole")
  func parts() throws {
    let record = try record(
      """
      education:
        - institution: Quillon University
          location: Quillon
          degrees:
            - degree: PhD Physics
              start: Aug 2022
              end: "2027"
            - degree: BS Physics
              start: Aug 2018
              end: May 2022
      experience:
        - company: Orrery
          positions:
            - title: Staff Engineer
              role: Staff Engineer
              start: 2020
              end: 2022
            - title: Engineer
              role: Engineer
              start: 2018
              end: 2020
      """)
    #expect(
      record.education.map(\.organization.value) == ["Quillon University", "Quillon University"])
    #expect(record.education.map { $0.degree?.value } == ["PhD", "BS"])
    #expect(record.affiliations.map(\.organization.value) == ["Orrery", "Orrery"])
    #expect(record.affiliations.map { $0.role?.value } == ["Staff Engineer", "Engineer"])
  }

  @Test("A place is the organization of a position where nothing else is, unless it is a town")
  func organizationAsPlace() throws {
    let positions = try record(
      """
      jobs:
        - position: Scientist
          period: "2023 - 2025"
          location: "Fennwick Institute, Singapore"
        - position: Consultant
          period: "2021 - 2023"
          location: "Singapore"
      """
    ).affiliations
    #expect(positions.map(\.organization.value) == ["Fennwick Institute"])
    let titled = try record(
      """
      positions:
        - place: Orrery
          title: Research Intern
          date: 2018
        - place: Fennwick Labs
          title: Software Engineer
          date: 2014 - 2016
      """
    ).affiliations
    #expect(titled.map(\.organization.value) == ["Orrery", "Fennwick Labs"])
    #expect(titled.map { $0.role?.value } == ["Research Intern", "Software Engineer"])
  }

  @Test("Where no key is known, the form of most values shows what a key holds")
  func inferredKeys() throws {
    let record = try record(
      """
      ausbildung:
        - zeitraum: 2016 - 2019
          abschluss: M.Sc. Informatik
          hochschule: Universität Tübingen
        - zeitraum: 2013 - 2016
          abschluss: B.Sc. Informatik
          hochschule: Universität Konstanz
      """)
    #expect(
      record.education.map(\.organization.value) == [
        "Universität Tübingen", "Universität Konstanz",
      ])
    #expect(
      record.education.compactMap { $0.interval?.value.start?.description } == ["2016", "2013"])
  }

  @Test("Being a student of a degree is education; an internship during it is a position")
  func students() throws {
    let record = try record(
      """
      career:
        - date: "08/2017 - 05/2021"
          position: "Ph.D. Student"
          organization: "Quillon University"
        - date: "05/2020 - 08/2020"
          position: "PhD Intern"
          organization: "Orrery Inc."
        - date: "02/2019 - 05/2019"
          position: "Guest PhD student"
          organization: "Fennwick Institute"
      """)
    #expect(record.education.map(\.organization.value) == ["Quillon University"])
    #expect(record.affiliations.map(\.organization.value) == ["Orrery Inc.", "Fennwick Institute"])
  }

  @Test("Networks and certificates have titles, too, but are no publications")
  func otherLists() throws {
    let record = try record(
      """
      networks:
        - network: GitHub
          username: aquill-demo
        - network: LinkedIn
          username: ada-quill-demo
      certificates:
        - name: Deep Learning Specialization
          publisher: Orrery
          date: 2018
      """)
    #expect(record.papers.isEmpty)
  }

  @Test("Sentences about the person are read as a biography")
  func biography() throws {
    let record = try record(
      """
      name: Ada Quill
      short_bio: "I draw fog. I received my Ph.D. from Quillon University in 2021."
      awards:
        - title: Lamp Prize
          year: 2020
      """)
    #expect(record.education.map(\.organization.value) == ["Quillon University"])
    #expect(record.awards.map(\.title.value) == ["Lamp Prize"])
  }
}
