import Foundation
import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Records as JSON") struct ProfileJSONTests {
  private func extraction(_ text: String, personal: Bool = false) throws
    -> ProfileExtractor.Extraction
  {
    try ProfileExtractor.extract(Array(text.utf8), includesPersonalData: personal)
  }

  private func object(_ extraction: ProfileExtractor.Extraction) throws -> [String: Any] {
    let line = ProfileJSON.line(extraction, document: "cv.md")
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(value as? [String: Any])
  }

  private func first(_ key: String, of text: String) throws -> [String: Any] {
    let list = try #require(try object(extraction(text))[key] as? [[String: Any]])
    return try #require(list.first)
  }

  @Test("a document that states nothing has every key, with null and empty lists")
  func nothing() throws {
    let line = ProfileJSON.line(try extraction("# Looms\n"), document: "mill \"1\"\n.md")
    #expect(line.hasPrefix(#"{"document": "mill \"1\"\n.md", "kind": "markdown", "person": "#))
    #expect(!line.contains("\n"))
    for list in [
      "affiliations", "education", "papers", "patents", "awards", "projects", "claims", "names",
      "homepages", "identifiers",
    ] {
      #expect(line.contains("\"\(list)\": []"), "\(list)")
    }
    #expect(!line.contains("\"personal\""))
  }

  @Test("a position has its dates as far as they are printed, and whether it continues")
  func positions() throws {
    let text = "# Ada Quill\n\n## Experience\n\n- Lecturer, Quillon University, "
    let open = try first("affiliations", of: text + "2019.3 – present\n")
    #expect(open["organization"] as? String == "Quillon University")
    #expect(open["role"] as? String == "Lecturer")
    #expect(open["unit"] is NSNull)
    #expect(open["start"] as? String == "2019-03")
    #expect(open["end"] is NSNull)
    #expect(open["current"] as? Bool == true)
    let closed = try first("affiliations", of: text + "2019 – 2021\n")
    #expect(closed["end"] as? String == "2021")
    #expect(closed["current"] as? Bool == false)
  }

  @Test("a degree has its advisers in place of whether it continues")
  func degrees() throws {
    let degree = try first(
      "education",
      of: "# Ada Quill\n\n## Education\n\n- PhD in Tides, Quillon University, 2014 – 2018\n")
    #expect(degree["degree"] as? String == "PhD")
    #expect(degree["field"] as? String == "Tides")
    #expect(degree["advisers"] as? [String] == [])
    #expect(degree["current"] == nil)
  }

  @Test("the authors with a sign are named, not numbered; Han characters stay as they are")
  func papers() throws {
    var record = ProfileRecord()
    var entry = paper("慢速机器", ["莫青洛", "Bo Foe"], venue: "软件学报", year: 2021)
    let span = SourceText(plain: "*").whole
    entry.notes = [(1, Stated(AuthorNote.correspondingAuthor, span, rule: .entryTitle))]
    record.papers.append(entry)
    let source = try extraction("# Looms\n")
    let extraction = ProfileExtractor.Extraction(
      kind: source.kind, record: record, document: source.document, places: source.places)
    let line = ProfileJSON.line(extraction, document: "cv.md")
    #expect(
      line.contains(
        #""title": "慢速机器", "authors": ["莫青洛", "Bo Foe"], "authorListComplete": true, "venue": "软件学报", "year": 2021"#
      ))
    #expect(line.contains(#""equalContribution": [], "correspondingAuthors": ["Bo Foe"]"#))
  }

  @Test("personal data have a key only where they were asked for")
  func personal() throws {
    let text = "# Ada Quill\n\nada@mill.example\n"
    let found = try #require(
      try object(extraction(text, personal: true))["personal"] as? [[String: String]])
    #expect(found == [["property": "email", "value": "ada@mill.example"]])
    #expect(!ProfileJSON.line(try extraction(text), document: "").contains("mill.example"))
  }

  @Test("what is written in pieces is what is written at once")
  func pieces() throws {
    let source = try extraction("# Ada Quill\n\n## Awards\n\n- Loom Medal, 2021\n")
    var written = ""
    ProfileJSON.write(source, document: "cv.md") { written += $0 }
    #expect(written == ProfileJSON.line(source, document: "cv.md"))
    #expect(written.contains("\"awards\": [{\"title\": \"Loom Medal\", \"year\": 2021}]"))
  }
}
