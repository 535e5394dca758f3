import Testing

@testable import KGReaders

@Suite struct CharacterPlacesTests {
  @Test("The place of a character is the one that counting gives")
  func counting() {
    let text = String(repeating: "aé李🎓", count: 200)
    let bytes = Array(text.utf8)
    let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    let places = CharacterPlaces(bytes)
    for first in stride(from: 0, to: 800, by: 97) {
      for count in stride(from: 0, through: 800 - first, by: 31) {
        #expect(places.byte(after: count, from: starts[first]) == starts[first + count])
      }
    }
  }

  @Test("Past the end, the place is the end")
  func pastTheEnd() {
    #expect(CharacterPlaces([]).byte(after: 3, from: 0) == 0)
    #expect(CharacterPlaces(Array("aé".utf8)).byte(after: 9, from: 1) == 3)
  }
}
