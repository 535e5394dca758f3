import KGText
import Testing

@testable import KGProfiles

@Suite("The place of a piece in the entries of a list")
struct EntrySlotsTests {
  @Test("shows how many of the other entries have an organization there")
  func shares() throws {
    let list = try MarkedList(
      """
      ## Experience

      - Research Intern, Google, 2018 – 2019
      - Research Intern, Microsoft, 2017 – 2018
      - Research Engineer, Brindlewick, 2019 – 2021
      """
    ).list
    let tokens = EntryTokens(list)
    let unknown = try #require(tokens.pieces.pieces.lastIndex { $0.kind == .other })
    let shares = EntrySlots(tokens).shares(inPlaceOf: unknown)
    let ofKind = Dictionary(uniqueKeysWithValues: zip(EntrySlots.kinds, shares))
    #expect(try #require(ofKind[.known]) == (2, 2))
    #expect(try #require(ofKind[.degree]) == (0, 0))
  }
}
