import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Sections of data files")
struct DataProfileSectionsTests {
  private func record(_ text: String, _ name: String = "data.yml") throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8), name: name).record
  }

  @Test("An item of a title and a list is a section, whatever the keys of both are")
  func titledSections() throws {
    let found = try record(
      """
      parts:
        - heading: Positions
          entries:
            - {employer: Brack & Lund, title: Scientist, from: 2018, until: 2021}
        - heading: Teaching
          entries:
            - {school: Corran University, title: Lecturer, course: Syntax I, from: 2019, until: 2020}
        - heading: Publications
          entries:
            - {title: Parsing by Moonlight, authors: [Mira Tallow, Jo Brand], venue: ACL, year: 2019}
      """)
    #expect(found.affiliations.map(\.organization.value) == ["Brack & Lund"])
    #expect(found.papers.map(\.title.value) == ["Parsing by Moonlight"])
    #expect(found.education.isEmpty)
  }

  @Test("A paper with a list of links is no section, though its venue is the title of one")
  func itemsWithLists() throws {
    let papers = try record(
      """
      - title: Parsing by Moonlight
        authors: Mira Tallow, Jo Brand
        venue: Preprint
        links:
          - {label: Code, url: "https://tallow.example/code"}
          - {label: Website, url: "https://tallow.example"}
      """
    ).papers
    #expect(papers.map(\.title.value) == ["Parsing by Moonlight"])
  }

  @Test("Items under names of their own are one list; the person's own map is none")
  func names() throws {
    let found = try record(
      """
      me: {name: Mira Tallow, title: Ms., role: Engineer, company: Brack & Lund}
      stations:
        tarn: {got: B.A. in Linguistics, school: Tarn College, took: 2009 - 2013}
        corran: {got: M.A. in Linguistics, school: Corran University, took: 2013 - 2015}
      """)
    #expect(found.person.name?.value == "Mira Tallow")
    #expect(found.education.map(\.organization.value) == ["Tarn College", "Corran University"])
    #expect(found.education.map { $0.degree?.value } == ["B.A.", "M.A."])
  }

  @Test("Names as keys are values where they are written as names are, and dates may be maps")
  func namesAsValues() throws {
    let found = try record(
      """
      jobs:
        Brack & Lund:
          {title: Scientist, begun: {year: 2018, month: 5}, ended: {year: 2021, month: 11}}
        Veldt Research:
          {title: Research Intern, begun: {year: 2017, month: 6}, ended: {year: 2017, month: 9}}
      awards: {Young Linguist Prize: 2019, Sand Medal: "2021, first place"}
      publications: |
        - M. Tallow, J. Brand. Parsing by Moonlight. ACL 2019.
        - M. Tallow. On Dune Grammars. EMNLP 2022.
      """)
    #expect(found.affiliations.map(\.organization.value) == ["Brack & Lund", "Veldt Research"])
    #expect(
      found.affiliations.map { $0.interval?.value.start?.description } == ["2018-05", "2017-06"])
    #expect(found.awards.map { $0.year?.value } == [2019, 2021])
    #expect(found.papers.map(\.title.value) == ["Parsing by Moonlight", "On Dune Grammars"])
  }

  @Test("Prizes are recognized below “recognition”, but grants are no positions")
  func otherLists() throws {
    let found = try record(
      """
      recognition:
        - {prize: Young Linguist Prize, by: Linguistic Circle of Tarn, in: 2019}
      grants:
        - {title: Grammar of Dunes, funder: Corran University, role: PI, period: 2020-2023}
        - {title: Sand Corpora, funder: Tarn College, role: Co-PI, period: 2018-2019}
      """)
    #expect(found.awards.map(\.title.value) == ["Young Linguist Prize"])
    #expect(found.affiliations.isEmpty)
  }

  @Test("A text with several fields is taken apart: degree, field, time and adviser")
  func joinedFields() throws {
    let degrees = try record(
      """
      - name: Corran University
        detail: "Ph.D. in Computational Linguistics, 2013–2018. Advisor: Ilse Morrow"
      - name: Tarn College
        detail: "B.A. in Linguistics, 2009–2013"
      """, "education.yml"
    ).education
    #expect(degrees.map { $0.degree?.value } == ["Ph.D.", "B.A."])
    #expect(degrees.map { $0.field?.value } == ["Computational Linguistics", "Linguistics"])
    #expect(degrees.map { $0.interval?.value.start?.year } == [2013, 2009])
    #expect(degrees.map { $0.advisers.map(\.value) } == [["Ilse Morrow"], []])
  }

  @Test("Positions and degrees in the texts of a timeline")
  func timeline() throws {
    let found = try record(
      """
      - {year: 2021 - present, event: Principal Scientist at Brack & Lund}
      - {year: 2018 - 2021, event: "Research Scientist, Veldt Research"}
      - {year: 2013 - 2018, event: "Ph.D. in Linguistics, Corran University"}
      """, "timeline.yml")
    #expect(found.affiliations.map(\.organization.value) == ["Brack & Lund", "Veldt Research"])
    #expect(found.education.map(\.organization.value) == ["Corran University"])
  }

  @Test("A large file of maps that say nothing is left after some of them")
  func largeFiles() throws {
    let maps = (0..<2_000).map {
      "x\($0): {a: moss \($0), b: {c: [lamp \($0), fog \($0)], d: tide}}"
    }
    let found = try record(maps.joined(separator: "\n"))
    #expect(found.affiliations.isEmpty && found.papers.isEmpty)
  }
}
