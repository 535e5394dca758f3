import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Items of data files in one form")
struct DataShapeTests {
  private func yaml(_ text: String) throws -> DataNode { try YAMLReader.read(Array(text.utf8)) }

  private func texts(_ node: DataNode) -> [String] {
    node.entries.map { key, value in "\(key)=\(value.texts.map(\.string).joined(separator: "+"))" }
  }

  @Test("Maps within an item become keys of it, named by their own names")
  func flattened() throws {
    let item = try yaml(
      """
      employer: {name: Orrery Labs, city: Basel}
      dates: {from: 2019, to: 2021}
      duty: {zh: 点灯, en: lamp lighting}
      """)
    #expect(
      texts(DataShape.flattened(item)) == [
        "employer=Orrery Labs", "city=Basel", "from=2019", "to=2021", "duty=点灯",
      ])
  }

  @Test("The label of a link is no name, and a work within an item stays whole")
  func kept() throws {
    let item = try yaml(
      """
      school: Quillon University
      button: {text: Read More, url: https://quill.example}
      publication: {title: Moss as a Clock, year: 2020}
      """)
    let flat = DataShape.flattened(item)
    #expect(flat["text"].span == nil)
    #expect(flat["button"].span == nil)
    #expect(flat["publication"]["title"].span?.string == "Moss as a Clock")
  }

  @Test("The values of dates are items with these dates, unless they have their own")
  func dates() throws {
    let map = try yaml(
      """
      2021:
        - title: Lamps
        - title: Fog
          year: 2020
      2019: Moss
      """)
    let items = try #require(DataShape.items(byDates: map))
    #expect(items.map { $0["date", "year"].span?.string } == ["2021", "2020", nil])
    #expect(items.last?.span?.string == "Moss, 2019")
    #expect(DataShape.items(byDates: try yaml("2021: a\nlamps: b\n")) == nil)
  }

  @Test("Rows without keys have the numbers of their columns as keys")
  func rows() throws {
    let rows = try #require(
      DataShape.rows(try yaml("- [2019, Orrery]\n- [2021, Fennwick]\n").items))
    #expect(rows.map(texts) == [["0=2019", "1=Orrery"], ["0=2021", "1=Fennwick"]])
    #expect(DataShape.rows(try yaml("- [2019, Orrery]\n- [2021]\n").items) == nil)
  }
}
