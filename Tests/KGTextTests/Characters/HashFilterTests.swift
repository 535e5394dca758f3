import Testing

@testable import KGText

@Suite("Sets of hashes") struct HashFilterTests {
  @Test("hashes are found that were put in, however many want the same slot")
  func members() {
    // All of them have the same lower bits.
    let hashes = (1...100).map { UInt64($0) << 40 }
    let filter = HashFilter(hashes)
    #expect(hashes.allSatisfy(filter.contains))
    #expect(!(101...200).map { UInt64($0) << 40 }.contains(where: filter.contains))
  }

  @Test("a hash that is put in several times takes one slot")
  func repeated() {
    let filter = HashFilter(Array(repeating: 7, count: 1000))
    #expect(filter.contains(7) && !filter.contains(8))
    #expect(filter.slots.count == HashFilter([7]).slots.count)
  }

  @Test("the hash 0 can be put in, and is in no empty set")
  func zero() {
    #expect(HashFilter([0]).contains(0))
    #expect(!HashFilter([2]).contains(0))
    #expect(!HashFilter([UInt64]()).contains(0))
  }

  @Test("the hash of characters depends on each of them and on their order")
  func characters() {
    let hash = { (text: String) in CharacterHash(text.unicodeScalars).value }
    let texts = ["", "a", "b", "ab", "ba", "aab", "织", "机", "织机", "机织"]
    #expect(Set(texts.map(hash)).count == texts.count)
    var hashed = CharacterHash()
    for scalar in "织机".unicodeScalars { hashed.append(scalar.value) }
    #expect(hashed.value == hash("织机"))
  }
}
