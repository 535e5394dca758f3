import Foundation
import TestSupport
import Testing

@testable import GoldScoring

@Suite("Reading gold records")
struct GoldSetTests {
  @Test("Records are read from subfolders, one or several in a file, and their documents are found")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write(json(document: "site"), to: "records/b/site.json")
    try folder.write(
      "[\(json(document: "r1/cv.md")), \(json(document: "r1/x.md"))]", to: "records/r1.json")
    try folder.write("# CV", to: "documents/r1/cv.md")
    try folder.write("Hello", to: "documents/b/site/index.md")
    let gold = try GoldSet(folder: folder.url)
    #expect(gold.records.map(\.document) == ["site", "r1/cv.md", "r1/x.md"])
    let root = folder.url.path + "/documents/"
    #expect(gold.documents.map { $0.source?.path } == [root + "b/site", root + "r1/cv.md", nil])
  }

  @Test("Without a folder of that name, the JSON files of the folder are the records")
  func recordsAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write(json(document: "cv.md"), to: "cv.md.json")
    #expect(try GoldSet(folder: folder.url).records.map(\.document) == ["cv.md"])
  }

  @Test("All values of a record are read")
  func values() throws {
    let folder = try TemporaryFolder()
    let data = try JSONEncoder().encode(DocumentRecord.sample)
    #expect(try JSONDecoder().decode(DocumentRecord.self, from: data) == .sample)
    let file = try folder.write(
      json(
        document: "x",
        awards: #"{"title": "T", "year": null, "optional": true, "accept": {"year": [2012, null]}}"#
      ),
      to: "x.json")
    let award = AwardEntry(title: "T", optional: true, accept: AcceptedValues(year: [2012, nil]))
    #expect(try GoldSet.read(file) == [DocumentRecord(document: "x", awards: [award])])
  }

  @Test("The family of a document is read where the record states it")
  func family() throws {
    let folder = try TemporaryFolder()
    let family = #"{"template": "moderncv", "form": "LaTeX", "language": "de+en"}"#
    let file = try folder.write(
      "[\(json(document: "a.tex", family: family)), \(json(document: "b.tex"))]", to: "x.json")
    #expect(
      try GoldSet.read(file).map(\.family)
        == [DocumentFamily(template: "moderncv", form: .latex, language: "de+en"), nil])
  }

  @Test(
    "A malformed record is refused with its file and its fault",
    arguments: [
      (#"{"document": "#, "Unexpected end of file"),
      (json(document: ""), "the record: its document has no name"),
      (#"[1]"#, "[0]: a record is not an object"),
      (#"{"document": "x"}"#, "the record: the key 'person' is missing"),
      (json(document: "x", awards: #"{"title": "T"}"#), "awards[0]: the key 'year' is missing"),
      (
        json(document: "x", awards: #"{"title": "T", "year": 1, "tilte": 2}"#),
        "awards[0]: unknown key 'tilte'"
      ),
      (
        json(document: "x", awards: #"{"title": "T", "year": 1, "accept": {"name": []}}"#),
        "awards[0].accept: unknown key 'name'"
      ),
      (
        json(document: "x", awards: #"{"title": "T", "year": "2012"}"#),
        "awards[0].year: Expected to decode Int but found a string instead."
      ),
      (
        json(
          document: "x",
          education: """
            {"organization": "X", "unit": null, "degree": null, "field": null, "start": "2018-4", \
            "end": null, "advisers": []}
            """),
        "education[0].start: '2018-4' is not YYYY or YYYY-MM"
      ),
      (
        json(document: "x", family: #"{"template": "res", "form": "LaTeX"}"#),
        "family: the key 'language' is missing"
      ),
      (
        json(document: "x", family: #"{"template": "res", "form": "TeX", "language": "en"}"#),
        "family.form: "
      ),
      (
        json(document: "x", family: #"{"template": "", "form": "LaTeX", "language": "en"}"#),
        "family.template: empty"
      ),
      (
        json(document: "x", family: #"{"template": "res", "form": "LaTeX", "language": "en+en"}"#),
        "family.language: 'en+en' is no code of ISO 639-1, nor two with '+' between"
      ),
      (
        json(document: "x", family: #"{"template": "res", "form": "LaTeX", "language": "German"}"#),
        "family.language: 'German' is no code"
      ),
    ])
  func malformed(text: String, fault: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "x.json")
    #expect(throws: GoldError.self) { try GoldSet.read(file) }
    do throws(GoldError) {
      _ = try GoldSet.read(file)
    } catch {
      #expect(error.file == file.path)
      #expect(error.fault.contains(fault), "\(error.fault)")
    }
  }

  @Test("A folder that is not there, or that has no records, is refused")
  func nothing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: GoldError(file: folder.url.path, fault: "no gold record here")) {
      try GoldSet(folder: folder.url)
    }
    let absent = folder.url.appendingPathComponent("absent")
    #expect(throws: GoldError(file: absent.path, fault: "no such file or folder")) {
      try GoldSet(folder: absent)
    }
  }
}

private func json(
  document: String, family: String? = nil, education: String = "", awards: String = ""
) -> String {
  """
  {"document": "\(document)",\(family.map { " \"family\": \($0)," } ?? "")
   "person": {"name": null, "names": [], "homepages": [], "identifiers": []},
   "affiliations": [], "education": [\(education)], "papers": [], "patents": [],
   "awards": [\(awards)], "projects": []}
  """
}
