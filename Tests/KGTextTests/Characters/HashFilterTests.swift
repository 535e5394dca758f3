import Testing

@testable import KGText

@Suite("Sets of hashes") struct HashFilterTests {
  @Test("hashes are found that were put in, however alike they are", arguments: [0, 40])
  func members(shift: UInt64) {
    let hashes = (0..<1000).map { UInt64($0) << shift }
    let filter = HashFilter(hashes)
    #expect(hashes.allSatisfy(filter.contains))
  }

  @Test("of a hundred others, fewer than two are found", arguments: [0, 40])
  func others(shift: UInt64) {
    let filter = HashFilter((0..<1000).map { UInt64($0) << shift })
    #expect((1000..<11_000).count { filter.contains(UInt64($0) << shift) } < 200)
  }

  @Test("a hash that is put in several times takes no more memory")
  func repeated() {
    let filter = HashFilter(Array(repeating: 7, count: 1000))
    #expect(filter.contains(7) && !filter.contains(8))
    #expect(filter.numbers.count == HashFilter([7]).numbers.count)
  }

  @Test("the hash 0 can be put in, and is in no empty set")
  func zero() {
    #expect(HashFilter([0]).contains(0))
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
