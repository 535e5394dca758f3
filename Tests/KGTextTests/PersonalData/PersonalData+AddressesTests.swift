import Testing

@testable import KGText

@Suite("E-mail addresses in text") struct PersonalDataAddressesTests {
  private func addresses(_ text: String) -> [String] {
    let source = SourceText(plain: text)
    let data = PersonalData(
      text: source.folded, labels: .shared, occurring: OccurringCharacters(in: source.folded))
    return data.addresses().map { source.whole.slice($0).string }
  }

  @Test(
    "the whole address is found, and no word beside it",
    arguments: [
      ("write to ada.q+loom@cs.mill.example, please", "ada.q+loom@cs.mill.example"),
      ("（ada＠mill.example）", "ada＠mill.example"), ("邮箱ada@mill.example上海", "ada@mill.example"),
      ("{ada, bo}@mill.example or not", "{ada, bo}@mill.example"),
      ("ada[dot]q [at] mill [dot] example here", "ada[dot]q [at] mill [dot] example"),
      ("ada(at)mill(点)example", "ada(at)mill(点)example"),
      ("ada AT mill DOT example", "ada AT mill DOT example"),
      ("Room 5 | ada @ mill.example, Looms", "ada @ mill.example"),
      ("ada <at> mill town ac uk; Looms", "ada <at> mill town ac uk"),
      ("Engineer | ada @ mill.example | Ellmoor", "ada @ mill.example"),
      ("ada @ mill.example (looms)", "ada @ mill.example"),
      ("ada@ mill.example", "ada@ mill.example"), ("• ada @mill.example", "ada @mill.example"),
      ("ada (at) mill town ac uk | Ellmoor", "ada (at) mill town ac uk"),
      ("ada [ at ] mill [ dot ] example", "ada [ at ] mill [ dot ] example"),
      ("ada { at } mill { dot } example", "ada { at } mill { dot } example"),
      ("ada < @ > mill ( . ) example", "ada < @ > mill ( . ) example"),
    ])
  func whole(text: String, address: String) {
    #expect(addresses(text) == [address])
  }

  @Test("each of several addresses is found, also in lines of their own")
  func several() {
    #expect(
      addresses("ada@mill.example\nbo@loom.example") == ["ada@mill.example", "bo@loom.example"])
  }

  @Test(
    "signs of prose, of handles and of years are no address",
    arguments: [
      "@adaquill", "ada@", "@ mill.example", "looms@mill", "5 @ 3.5 each",
      "Engineer @ mill.example",
      "works at cs.mill.example", "2019 at looms dot example", "look at the polka dot pattern",
      "(at) the mill", "", "at", "@",
    ])
  func none(text: String) {
    #expect(addresses(text).isEmpty)
  }
}
