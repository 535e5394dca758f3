import KGText
import Testing

@testable import KGReaders

@Suite("Comma-separated values")
struct CSVReaderTests {
  private let text =
    "Title,Company,Notes\r\n\"Engineer, \"\"Senior\"\"\",Brackwater Labs,\r\n\r\nIntern,\"Orrin\n& Falk\",x\n"

  @Test("Fields in quotation marks may contain commas, line ends and quotation marks")
  func quotedFields() {
    let rows = CSVReader.read(Array(text.utf8)).items
    #expect(rows.map { $0["Title"].span?.string } == ["Engineer, \"Senior\"", "Intern"])
    #expect(rows.map { $0["Company"].span?.string } == ["Brackwater Labs", "Orrin\n& Falk"])
    #expect(rows.map { $0["Notes"].span?.string } == [nil, "x"])
  }

  @Test("Each field has its place")
  func places() throws {
    let bytes = Array(text.utf8)
    let rows = CSVReader.read(bytes).items
    let company = try #require(rows.first?["Company"].span)
    #expect(String(decoding: bytes[company.byteRange], as: UTF8.self) == "Brackwater Labs")
    let title = try #require(rows.first?["Title"].span)
    #expect(
      String(decoding: bytes[title.byteRange], as: UTF8.self) == "Engineer, \"\"Senior\"\"")
  }

  @Test("Notes above the names of the columns are left out")
  func notes() {
    let rows = CSVReader.read(Array(("Notes:\n\"a, b\"\n\n" + text).utf8)) {
      $0.contains("Company")
    }
    #expect(rows.items.count == 2)
  }

  @Test("A quotation mark that nothing closes ends with the file")
  func unclosed() {
    #expect(CSVReader.read(Array("a,b\n\"x,y\n".utf8)).items.first?["a"].span?.string == "x,y")
  }
}
