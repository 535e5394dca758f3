import KGText
import Testing

@testable import KGReaders

@Suite("Data files")
struct DataReaderTests {
  private func yaml(_ text: String) throws -> DataNode { try YAMLReader.read(Array(text.utf8)) }
  private func toml(_ text: String) -> DataNode { TOMLReader.read(Array(text.utf8)) }

  @Test("Texts of YAML and JSON have places in the source, also when quoted or folded")
  func places() throws {
    let source = "name: Ada Quill\nbio: >\n  Two lines\n  of text\njson: {\"a\": \"b c\"}\n"
    let data = try yaml(source)
    for (key, text) in [("name", "Ada Quill"), ("bio", "Two lines of text")] {
      let span = try #require(data[key].span)
      #expect(span.collapsed == text)
      let bytes = Array(source.utf8)[span.byteRange]
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(text.split(separator: " ")[0]))
    }
    #expect(data["json"]["a"].span?.string == "b c")
  }

  @Test("Keys are found regardless of case and hyphens; empty values are skipped")
  func keys() throws {
    let data = try yaml("start_date: 2019\nend-date: ~\nEndDate: 2020\n")
    #expect(data["startDate"].span?.string == "2019")
    #expect(data["end_date"].span?.string == "2020")
  }

  @Test("JSON's surrogate escapes become the characters that they encode")
  func surrogates() throws {
    #expect(try yaml(#"{"a": "\ud83d\ude00 smile"}"#)["a"].span?.collapsed == "😀 smile")
  }

  @Test("Invalid YAML is refused with the line of the error")
  func problem() {
    #expect(throws: YAMLReader.Problem.self) { try yaml("a: b\n  c: [unclosed\n") }
  }

  @Test("TOML: tables, arrays of tables, texts in all quotations, inline tables")
  func toml() throws {
    let data = toml(
      #"""
      title = "A \"quoted\" title" # remark
      authors = ["admin", 'B. Qian',
        "C. Rao"]
      [params.social]
      github = "quill"
      [[experience]]
      company = "Acme"
      [[experience]]
      company = '''Big
      Labs'''
      point = { x = 1, y = "two" }
      """#)
    #expect(data["title"].span?.string == #"A "quoted" title"#)
    #expect(data["authors"].texts.map(\.string) == ["admin", "B. Qian", "C. Rao"])
    #expect(data["params"]["social"]["github"].span?.string == "quill")
    #expect(
      data["experience"].items.compactMap { $0["company"].span?.collapsed } == ["Acme", "Big Labs"])
    #expect(data["experience"].items.last?["point"]["y"].span?.string == "two")
  }

  @Test("Aliases that expand a small file enormously are limited")
  func bomb() throws {
    let levels = (1...9).map {
      "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]"
    }
    let data = try yaml("a0: &a0 [x, x, x, x, x]\n" + levels.joined(separator: "\n"))
    #expect(data.texts.count < 400_000)
  }
}
