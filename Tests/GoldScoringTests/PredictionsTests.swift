import Foundation
import Testing

@testable import GoldScoring

@Suite("Reading predictions")
struct PredictionsTests {
  private let line = """
    {"document": "cv.md", "kind": "markdown", "person": {"name": "A", "names": [], "homepages": [], \
    "identifiers": []}, "affiliations": [], "education": [], "papers": [{"title": "T", \
    "authors": ["A"], "venue": null, "year": 2020}], "patents": [], "awards": [], "projects": [], \
    "claims": []}
    """

  @Test("Each line is a record; keys that are not scored are ignored, as are empty lines")
  func lines() throws {
    let record = DocumentRecord(
      document: "cv.md", person: PersonEntry(name: "A"),
      papers: [PaperEntry(title: "T", authors: ["A"], year: 2020)])
    #expect(try Predictions.read(jsonLines: Data("\(line)\n\n\(line)\n".utf8)) == [record, record])
    #expect(try Predictions.read(lines: [line]) == [record])
    #expect(try Predictions.read(lines: []) == [])
  }

  @Test("A line that is not a record is refused with its number and its fault")
  func fault() {
    let wrong = line.replacingOccurrences(of: "2020", with: "true")
    #expect {
      try Predictions.read(lines: [line, wrong])
    } throws: { error in
      "\(error)".hasPrefix("line 2 of the predictions: papers[0].year: Expected to decode Int")
    }
  }
}
