import KGText
import Testing

@testable import KGProfiles

@Suite("What surrounds the tokens of a reference") struct ReferenceContextTests {
  private static func context(_ text: String, hidesVenues: Bool = false) -> ReferenceContext {
    ReferenceContext(SourceText(plain: text).whole, hidesVenues: hidesVenues)
  }

  @Test("the longest name of a known venue counts, an acronym only in capitals")
  func venues() {
    let text = "Computer Vision and Pattern Recognition (CVPR) nature"
    #expect(
      Self.context(text).venues.map(\.value.description) == [
        "name", "name", "name", "name", "name", "none", "acronym", "none", "none",
      ])
    #expect(Self.context(text, hidesVenues: true).venues.allSatisfy { $0 == .none })
  }

  @Test(
    "a known venue leads a reference with its year and the signs around both",
    arguments: [
      ("CVPR 2021 A study", 2), ("[CVPR 2021] A study", 4), ("CVPR'21 A study", 3),
      ("CVPR\n2021 A study", 1),
      ("A study. CVPR 2021", 0), ("PETROV 2021 A study", 0), ("[1] A study", 0), ("", 0),
    ])
  func leads(text: String, count: Int) {
    #expect(Self.context(text).lead == count)
  }

  @Test("words between quotation marks are quoted, words in brackets have a depth")
  func nesting() {
    let context = Self.context("a “b” (c [d]) e")
    #expect(
      context.isQuoted == [
        false, true, true, false, false, false, false, false, false, false, false,
      ])
    #expect(context.depths == [0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 0])
  }

  @Test(
    "words between commas look like a name when each has a capital and none is of titles or venues")
  func names() {
    let context = Self.context("Ada van Quill, A. Foe, Patient Learning, slow machines")
    #expect(context.chunks.chunks.map(\.isNameLike) == [true, true, false, false])
  }

  @Test("a chunk has the signs on either side, and its place among chunks that look like names")
  func surroundings() {
    let context = Self.context("Ada Quill, Bo Foe and Cy Dee\nslow machines")
    let chunks = context.chunks.chunks
    #expect(chunks.map(\.runLength) == [3, 3, 3, 0])
    #expect(chunks.map(\.placeInRun) == [0, 1, 2, 0])
    #expect(chunks.map { context.edges(of: $0).left.description } == ["start", ",", "and", "line"])
    #expect(chunks.map { context.edges(of: $0).right.description } == [",", "and", "line", "end"])
    #expect(Self.context("A. Quill, Bo Foe, C. Dee").chunks.namesWithInitial == 2)
  }

  @Test("a full stop ends a segment, that of an initial does not")
  func segments() {
    #expect(Self.context("A. Quill. Slow machines. Venue").segments.segments.count == 3)
  }

  @Test("months, particles, surnames and ends of words have their kinds")
  func kinds() {
    let context = Self.context("of May van 莫 learning et Quill &")
    #expect(
      context.kinds == [.function, .month, .particle, .surname, .venueWord, .and, .none, .and])
  }

  @Test("of several marks of a token the strongest counts")
  func marks() {
    let plain = SourceText(plain: "Ada Quill")
    let text = SourceText(
      scalars: plain.scalars, offsets: plain.offsets,
      marks: [.init(kind: .strong, range: 0..<3), .init(kind: .emphasis, range: 0..<9)])
    #expect(ReferenceContext(text.whole).marks == [.strong, .emphasis])
  }
}
