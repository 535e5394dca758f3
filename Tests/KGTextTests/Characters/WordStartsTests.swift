import Testing

@testable import KGText

@Suite("Places at which words begin")
struct WordStartsTests {
  private func starts(in text: String, from first: Int = 0, to end: Int? = nil) -> [Int] {
    let source = SourceText(plain: text)
    let end = end ?? source.scalars.count
    var places: [Int] = []
    var place = source.wordStarts.first(from: first, to: end)
    while place < end {
      places.append(place)
      place = source.wordStarts.first(from: place + 1, to: end)
    }
    return places
  }

  @Test("are the first letters of words, digits, signs and characters of other scripts")
  func kinds() {
    #expect(starts(in: "Ada Quill, 雾港") == [0, 4, 9, 11, 12])
    #expect(starts(in: "B2b 42") == [0, 1, 2, 4, 5])
    #expect(starts(in: "Élan") == [0, 1])
  }

  @Test("are found in a part of a text, and beyond its first 64 characters")
  func long() {
    let words = String(repeating: "word ", count: 40)
    #expect(starts(in: words) == Array(stride(from: 0, to: 200, by: 5)))
    #expect(starts(in: words, from: 61, to: 75) == [65, 70])
    #expect(starts(in: String(repeating: "a", count: 130) + "!") == [0, 130])
  }

  @Test("are none in a text without any")
  func none() {
    #expect(starts(in: "") == [])
    #expect(starts(in: "   ") == [])
    #expect(starts(in: "word", from: 1) == [])
  }
}
