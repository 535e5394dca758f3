import KGText
import Testing

@testable import KGProfiles

@Suite("Forms of values of data files")
struct DataValueFormTests {
  private func forms(_ text: String) -> Set<DataValueForm> {
    DataValueForm.forms(of: .text(SourceText(plain: text).whole))
  }

  @Test(
    "Each form is recognized by the value alone",
    arguments: [
      ("2019-04", DataValueForm.date), ("Mar 2020 – Aug 2023", .period), ("May 2021", .date),
      ("now", .present), ("12", .number), ("false", .truth), ("https://quill.example/lamp", .link),
      ("assets/lamp.pdf", .link), ("Quillon University", .organization),
      ("Department of Tides, Quillon University", .organization), ("Department of Tides", .unit),
      ("Senior Engineer", .role), ("Postdoctoral Researcher", .role), ("M.Sc. Informatik", .degree),
      ("Boston, MA", .place), ("Ada Quill, Bo Foe and Cy Doe", .people),
      ("NeurIPS 2021", .knownVenue),
      ("Journal of Cold Regions", .venue), ("US 11,222,333 B2", .patentNumber),
      ("Best Poster Award", .award), ("Glaciers that hum at night and count lamps", .title),
      ("I built lamps for divers. They work.", .sentence), ("Cartography", .plain),
      ("雾浜大学", .organization), ("算法工程师", .role), ("工学硕士", .degree),
      ("2014.09 - 2018.06", .period), ("李雾, 王霜, 陈潮", .people),
    ])
  func recognized(_ text: String, _ form: DataValueForm) {
    #expect(forms(text).contains(form))
  }

  @Test("A venue with its year is no date, an institution no title, a degree no field")
  func notConfused() {
    #expect(!forms("ICML 2021").contains(.date))
    #expect(!forms("University of Marshland").contains(.title))
    #expect(!forms("M.Sc. Informatik").contains(.plain))
    #expect(!forms("2019").contains(.number))
  }

  @Test("A list is one of names or of texts; a list of maps is neither")
  func lists() {
    func text(_ string: String) -> DataNode { .text(SourceText(plain: string).whole) }
    #expect(DataValueForm.forms(of: .list([text("Ada Quill"), text("Bo Foe")])) == [.people])
    #expect(DataValueForm.forms(of: .list([text("lit the lamp"), text("dug a well")])) == [.texts])
    let map = DataNode.map([("name", text("lamp")), ("url", text("/lamp"))])
    #expect(DataValueForm.forms(of: .list([map, map, text("lamp")])) == [.texts])
    #expect(DataValueForm.forms(of: .list([map, map])).isEmpty)
  }
}
