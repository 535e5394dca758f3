import Testing

@testable import KGProfiles

@Suite("How complete an entry is") struct EntryCompletenessTests {
  @Test("a period and a title add as much as an organization that its name shows to be one")
  func parts() {
    let bare = position("Quillon University").completeness
    #expect(position("Quillon University", "Lecturer").completeness == bare + 1)
    #expect(position("Quillon University", nil, "2019 – 2021").completeness == bare + 1)
    #expect(degree("Quillon University", "PhD", "2014 – 2018").completeness == bare + 2)
  }

  @Test("a name that nothing shows to be an organization counts little")
  func uncertain() {
    #expect(position("Brindlewick").completeness < position("Quillon University").completeness)
    #expect(position("Brindlewick").completeness < 0)
  }

  @Test("one complete entry has more than the two halves that it could be divided into")
  func division() {
    let whole = position("Quillon University", "Lecturer", "2019 – 2021").completeness
    let halves =
      position("Quillon University", "Lecturer").completeness
      + position("Brindlewick", nil, "2019 – 2021").completeness
    #expect(whole > 0)
    #expect(whole > halves)
  }
}
