import KGText
import Testing

@testable import KGReaders

@Suite("Files of data by their names")
struct DataFileReaderTests {
  private func document(_ text: String, _ name: String) throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: name)
  }

  @Test("TOML and tables of comma-separated values are data where the name says so")
  func formats() throws {
    let toml = try document("[[lamp]]\nglow = 'red'\n", "data/lamps.toml")
    #expect(toml.kind == .data)
    #expect(toml.data["lamp"].items.first?["glow"].span?.string == "red")
    let table = try document("glow,year\n\"red, dim\",2020\n", "lamps.CSV")
    #expect(table.kind == .data)
    #expect(table.data.items.first?["glow"].span?.string == "red, dim")
  }

  @Test("A list of texts is data by the name of its file alone")
  func lists() throws {
    let text = "prizes:\n  - Lamp Medal, 2020\n  - Fog Prize, 2021\n"
    #expect(try document(text, "prizes.yml").kind == .data)
    #expect(try document(text, "prizes.txt").kind != .data)
    #expect(try document("Only a sentence.", "note.yml").kind == .plainText)
  }

  @Test("Keys of YAML have places, which those of dates need")
  func keyPlaces() throws {
    let source = "prizes:\n  2021: Lamp Medal\n  2019: Fog Prize\n"
    let prizes = try YAMLReader.read(Array(source.utf8))["prizes"]
    #expect(prizes.keyPlaces.map(\.string) == ["2021", "2019"])
    let bytes = Array(source.utf8)
    #expect(
      prizes.keyPlaces.map { String(decoding: bytes[$0.byteRange], as: UTF8.self) } == [
        "2021", "2019",
      ])
  }
}
