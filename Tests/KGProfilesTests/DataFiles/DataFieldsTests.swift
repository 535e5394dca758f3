import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Which keys hold which fields") struct DataFieldsTests {
  private static func fields(
    _ yaml: String, _ subject: DataSubject = .career, held: Set<DataField> = []
  ) throws -> DataFields {
    let items = try YAMLReader.read(Array(yaml.utf8)).items
    return DataFields(DataColumn.columns(of: items), in: subject, held: held)
  }

  private static func keys(_ fields: DataFields, _ wanted: [DataField]) -> [String?] {
    wanted.map { fields.columns[$0]?.key }
  }

  @Test("each column holds the field that it fits best, and a field one column")
  func columns() throws {
    let fields = try Self.fields(
      """
      - {aa: Google, bb: Engineer, cc: 2016 – 2018}
      - {aa: Microsoft, bb: Manager, cc: 2018 – 2020}
      """)
    #expect(Self.keys(fields, [.organization, .role, .date]) == ["aa", "bb", "cc"])
    #expect(fields.holds("AA"))
    #expect(!fields.holds("dd"))
  }

  @Test("several keys that name one field hold it together, and the listed order decides")
  func shared() throws {
    let fields = try Self.fields(
      "- {school: Quillon University, degree: PhD}\n- {institution: Brown University, degree: BSc}\n"
    )
    #expect(fields.holds("school") && fields.holds("institution"))
  }

  @Test("of two columns of dates the first is the start")
  func dates() throws {
    let fields = try Self.fields(
      """
      - {firm: Google, as: Engineer, aa: 2016-01, bb: 2018-03}
      - {firm: Microsoft, as: Engineer, aa: 2018-04, bb: 2020-01}
      """)
    #expect(Self.keys(fields, [.start, .end, .date]) == ["aa", "bb", nil])
  }

  @Test("a field that the items have from their whole needs no column")
  func held() throws {
    let yaml = "- {aa: Google, bb: Engineer}\n- {aa: Microsoft, bb: Manager}\n"
    #expect(try Self.fields(yaml).columns[.organization]?.key == "aa")
    #expect(try Self.fields(yaml, held: [.organization]).columns[.organization] == nil)
  }

  @Test("a missing end says nothing where several items have a start and none an end")
  func ends() throws {
    let starts = "- {company: Google, position: Engineer, start: 2016}\n"
    let more = starts + "- {company: Microsoft, position: Engineer, start: 2018}\n"
    #expect(try Self.fields(more).statesNoEnds)
    #expect(try !Self.fields(starts).statesNoEnds)
    let ended = more + "- {company: Arm, position: Engineer, start: 2019, end: 2020}\n"
    #expect(try !Self.fields(ended).statesNoEnds)
  }

  @Test("a column whose key certainly names the field fits it fully")
  func fit() throws {
    let fields = try Self.fields(
      "- {company: Google, position: Engineer}\n- {company: Arm, position: Manager}\n")
    #expect(fields.fit(.organization) >= 1)
    #expect(fields.fit(.degree) == 0)
  }

  @Test("listed keys are no titles of sections")
  func listed() {
    #expect(DataFields.isListed("institution"))
    #expect(DataFields.isListed("Start_Date") == DataFields.isListed("startdate"))
    #expect(!DataFields.isListed("boats"))
  }
}
