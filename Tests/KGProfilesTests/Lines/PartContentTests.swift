import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("A part divided by the labels of its lines") struct PartContentTests {
  /// The parts that a list becomes when its lines have these labels.
  private static func parts(_ text: String, labels: [String]) throws -> [Outline.Part] {
    let outline = Outline(try DocumentReader.read(Array(text.utf8)))
    let part = try #require(outline.parts.indices.last)
    var content = PartContent()
    let lines = AnnotatedLine.lines(of: outline).filter { $0.place.part == part && !$0.isHeading }
    for (number, (line, label)) in zip(lines, labels).enumerated() {
      content.add(LabelledLine(line: line, label: LineLabel(label), number: number))
    }
    return content.divided(outline.parts[part])
  }

  @Test("the part stays whole where its lines are what the heading says")
  func fitting() throws {
    let parts = try Self.parts("## Awards\n\n- One\n- Two\n", labels: ["B-award", "B-award"])
    #expect(parts.map(\.kinds) == [[.awards]])
  }

  @Test("a run of entries of another kind is a part of its own, if it has three or more")
  func divided() throws {
    let text =
      "## Awards\n\n- One\n- Two\n- Ada Quill, Bo Foe\n- Ada Quill, Cy Dee\n- Bo Foe, Cy Dee\n"
    let many = try Self.parts(
      text, labels: ["B-award", "B-award", "B-paper", "B-paper", "B-paper"])
    #expect(many.map(\.kinds) == [[.awards], [.publications]])
    #expect(many.map(\.blocks.count) == [2, 3])
    let few = try Self.parts(text, labels: ["B-award", "B-award", "B-award", "B-award", "B-paper"])
    #expect(few.map(\.kinds) == [[.awards]])
  }

  @Test("titles without authors in a list of talks are talks")
  func talks() throws {
    let titles = "- One\n- Two\n- Three\n"
    let labels = ["B-paper", "B-paper", "B-paper"]
    let talks = try Self.parts("## Talks\n\n\(titles)", labels: labels)
    #expect(talks.map(\.kinds) == [[.talks]])
    let papers = try Self.parts(
      "## Talks\n\n- One. Ada Quill, Bo Foe\n- Two. Ada Quill, Cy Dee\n- Three. Ada Quill\n",
      labels: labels)
    #expect(papers.map(\.kinds) == [[.publications]])
  }

  @Test("a block in which two entries begin is two blocks")
  func split() throws {
    let parts = try Self.parts(
      "## Publications\n\nOne\\\nof Ada\\\nTwo\\\nof Bo\n",
      labels: ["B-paper", "I-paper", "B-paper", "I-paper"])
    #expect(parts[0].blocks.count == 2)
  }

  @Test("an award in bold with the meeting and the place below it is one block")
  func award() throws {
    let parts = try Self.parts(
      "## Awards\n\n**Slow Weather Prize**\\\nMeeting of a lake society\\\nNorvale\n",
      labels: ["B-award", "B-award", "B-award"])
    #expect(parts.map(\.blocks.count) == [1])
  }

  @Test("each part has the lines of its blocks")
  func lines() throws {
    let parts = try Self.parts(
      "## Interests\n\n- One\n- Two\n- Three\n- Four\n",
      labels: ["B-award", "B-award", "B-award", "B-paper"])
    #expect(parts.map { $0.lines.map(\.line.span.string) } == [["One", "Two", "Three", "Four"]])
  }
}
