import Foundation
import KGText
import Testing

@testable import KGProfiles

@Suite("References whose fields are known") struct LabelledReferenceTests {
  private static func rows(_ json: String) throws -> [[String]] {
    let reference = try JSONDecoder().decode(LabelledReference.self, from: Data(json.utf8))
    return reference.sequence.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
  }

  private static func json(
    _ text: String, _ fields: String, marks: String = "", hidesVenues: Bool = false
  ) -> String {
    """
    {"text": "\(text)", "marks": [\(marks)], "fields": [\(fields)], "style": "lines", "list": "7",
     "hidesVenues": \(hidesVenues)}
    """
  }

  @Test("a token has the label of the field that it is in, the first one its own")
  func labels() throws {
    let rows = try Self.rows(
      Self.json("Ada Quill. Slow boats", #"[0, 9, "author"], [11, 21, "title"]"#))
    #expect(rows[0] == ["# lines", "7"])
    #expect(
      rows.dropFirst().map { $0[0] } == ["author.first", "author", "other", "title.first", "title"])
  }

  @Test("a year within a venue is a year")
  func years() throws {
    let rows = try Self.rows(
      Self.json("ICML 2020 Oslo", #"[0, 14, "venue"], [5, 9, "year"]"#))
    #expect(rows.dropFirst().map { $0[0] } == ["venue.first", "year", "venue"])
  }

  @Test("a token that a field only begins or ends in is outside")
  func edges() throws {
    let rows = try Self.rows(Self.json("Slow boats", #"[0, 7, "title"]"#))
    #expect(rows.dropFirst().map { $0[0] } == ["title.first", "other"])
  }

  @Test("marks and venues are features of the tokens; venues can be hidden")
  func features() throws {
    let marks = #"[0, 4, "strong"], [5, 9, "blink"]"#
    let rows = try Self.rows(Self.json("ICML boat", "", marks: marks))
    #expect(rows[1].contains("mark=strong"))
    #expect(rows[2].contains("mark=none"))
    #expect(rows[1].contains("venue=acronym"))
    let hidden = try Self.rows(Self.json("ICML boat", "", hidesVenues: true))
    #expect(hidden[1].contains("venue=none"))
  }
}
