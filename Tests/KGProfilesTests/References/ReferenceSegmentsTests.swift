import KGText
import Testing

@testable import KGProfiles

@Suite("Segments of a reference") struct ReferenceSegmentsTests {
  private static func segments(_ text: String, strong: String? = nil) -> ReferenceSegments {
    let plain = SourceText(plain: text)
    let range = strong.flatMap { plain.whole.first(of: $0.lowercased()) }
    let marks = range.map { [SourceText.Mark(kind: .strong, range: $0)] } ?? []
    return ReferenceContext(
      SourceText(scalars: plain.scalars, offsets: plain.offsets, marks: marks).whole
    ).segments
  }

  @Test(
    "stops, line ends, brackets, quotations and bars divide, commas do not",
    arguments: [
      ("Ada Quill, Bo Foe", 1), ("Ada Quill. Slow boats. Sea", 3), ("A. B. Quill", 1),
      ("Slow boats\nAda Quill", 2), ("Slow boats (2020) Sea", 3), ("Quill “Slow boats” Sea", 3),
      ("Slow boats | Sea", 2), ("Slow boats? Quiet seas", 2),
    ])
  func divisions(text: String, count: Int) {
    // A sign that opens or closes may be a segment with the words beside it.
    #expect(Self.segments(text).segments.filter { $0.wordCount > 0 || $0.hasYear }.count == count)
  }

  @Test("a change of emphasis divides")
  func emphasis() {
    #expect(Self.segments("Ada Quill Slow boats").segments.count == 1)
    #expect(Self.segments("Ada Quill Slow boats", strong: "Slow boats").segments.count == 2)
  }

  @Test("a segment counts its words, those of names and those in small letters, and its commas")
  func counts() throws {
    let segments = Self.segments("Ada Quill, Bo Foe. Slow boats on lakes. 2020").segments
    #expect(segments.map(\.wordCount) == [4, 4, 0])
    #expect(segments.map(\.commas) == [1, 0, 0])
    #expect(segments.map(\.names) == [4, 0, 0])
    #expect(segments.map(\.lowercase) == [0, 3, 0])
    #expect(segments.map(\.hasYear) == [false, false, true])
  }

  @Test("a segment knows whether a venue is in it")
  func venues() {
    let segments = Self.segments("Slow boats. Proceedings of NeurIPS. Oslo").segments
    #expect(segments.map(\.hasVenue) == [false, true, false])
  }

  @Test("the longest segment has most tokens")
  func longest() {
    let segments = Self.segments("Quill. Slow boats on quiet lakes. Sea")
    #expect(segments.longest == 1)
    #expect(Self.segments("").longest == 0)
  }

  @Test("lengths are told apart by their order of magnitude")
  func lengths() {
    let words = Array(repeating: "boat", count: 200)
    let length = { (count: Int) in
      Self.segments(words.prefix(count).joined(separator: " ")).segments[0].length
    }
    #expect([1, 2, 3, 4, 7, 8, 63, 200].map(length) == [1, 2, 2, 3, 3, 4, 6, 6])
  }
}
