import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("What lists of data files are about, and which keys hold which fields")
struct DataListTests {
  private func list(_ yaml: String, kinds: [SectionKind] = [], held: Set<DataField> = []) throws
    -> DataList
  {
    DataList(try YAMLReader.read(Array(yaml.utf8)).items, kinds: kinds, held: held)
  }

  private func text(_ field: DataField, in list: DataList) -> [String?] {
    list.items.map { list.fields.value(field, in: $0).span?.string }
  }

  @Test(
    "Columns decide the fields: an employer that no table has is one among those that are known")
  func columns() throws {
    let list = try list(
      """
      - {kk: Fennwick & Sons, ll: Software Engineer, mm: 2016 - 2018}
      - {kk: Orrery Labs, ll: Research Scientist, mm: 2018 - 2020}
      - {kk: Quillon University, ll: Lecturer, mm: 2020 - 2024}
      """)
    #expect(list.subject == .career)
    #expect(
      text(.organization, in: list) == ["Fennwick & Sons", "Orrery Labs", "Quillon University"])
    #expect(text(.role, in: list) == ["Software Engineer", "Research Scientist", "Lecturer"])
    #expect(text(.date, in: list) == ["2016 - 2018", "2018 - 2020", "2020 - 2024"])
  }

  @Test("A listed key holds its field, unless its values have the form of another one")
  func keysAndForms() throws {
    let named = try list("- {company: Moss & Moss, position: Moss counter, start: 2020}\n")
    #expect(text(.role, in: named) == ["Moss counter"])
    let exchanged = try list(
      """
      - {title: Quillon University, company: PhD in Oceanography, start: 2016, end: 2020}
      - {title: University of Marshland, company: BSc in Physics, start: 2012, end: 2016}
      """, kinds: [.experience])
    #expect(
      text(.organization, in: exchanged) == ["Quillon University", "University of Marshland"])
    #expect(text(.degree, in: exchanged) == ["PhD in Oceanography", "BSc in Physics"])
  }

  @Test("Of two columns of dates the first is the start, also where only the end has a known key")
  func dates() throws {
    let unknown = try list(
      """
      - {firm: Orrery Labs, as: Engineer, aa: 2017-01, bb: 2019-03}
      - {firm: Orrery Labs, as: Senior Engineer, aa: 2019-04, bb: now}
      """)
    #expect(text(.start, in: unknown) == ["2017-01", "2019-04"])
    #expect(text(.end, in: unknown) == ["2019-03", "now"])
    let half = try list("- {firm: Orrery Labs, as: Engineer, aa: 2017-01, till: 2019-03}\n")
    #expect(text(.start, in: half) == ["2017-01"])
  }

  @Test(
    "Papers, patents and awards are known by their fields; networks, talks and news are none of them"
  )
  func subjects() throws {
    #expect(
      try list(
        """
        - {qq: Glaciers that hum at night, rr: "Ada Quill, Bo Foe", ss: NeurIPS 2019}
        - {qq: A gate for every tide, rr: "Cy Doe, Ada Quill", ss: Journal of Cold Regions}
        """
      ).subject == .publications)
    #expect(
      try list("- {qq: A gate that closes with the tide, rr: US 11222333 B2, ss: 2020}\n").subject
        == .patents)
    #expect(
      try list("- {qq: Lamp Medal, ss: 2020}\n- {qq: Best Poster Award, ss: 2021}\n").subject
        == .awards)
    for other in [
      "- {qq: GitHub, rr: aquill-demo}\n- {qq: LinkedIn, rr: ada-quill-demo}\n",
      "- {qq: What gates know about the moon, rr: Quillon University, ss: 2021}\n",
      "- {qq: 2021-04, rr: I joined Orrery Labs as an engineer.}\n",
    ] {
      #expect(try list(other).subject == nil)
    }
  }

  @Test("A list of other people, or with a title that names something else, is not the owner's")
  func otherPeople() throws {
    let students =
      """
      - {name: Cy Doe, degree: PhD, affiliation: Quillon University, period: 2019 - 2023}
      - {name: Di Ems, degree: MSc, affiliation: Quillon University, period: 2020 - 2022}
      """
    #expect(try list(students).subject == nil)
    #expect(try list(students, kinds: [.people]).subject == nil)
    let course = "- {role: Lecturer, school: Quillon University, date: 2020}\n"
    #expect(try list(course).subject == .career)
    #expect(try list(course, kinds: [.teaching]).subject == nil)
  }

  @Test("The parts of an employer need no organization of their own")
  func held() throws {
    let parts = "- {grade: Senior Engineer, span: 2019 - 2021}\n"
    #expect(try list(parts).subject == nil)
    #expect(try list(parts, held: [.organization]).subject == .career)
  }
}
