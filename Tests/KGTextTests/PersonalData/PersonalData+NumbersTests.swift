import Testing

@testable import KGText

@Suite("Numbers of telephones, accounts and dwellings") struct PersonalDataNumbersTests {
  private func found(_ text: String, _ find: (PersonalData) -> [Range<Int>]) -> [String] {
    let source = SourceText(plain: text)
    let data = PersonalData(
      text: source.folded, labels: .shared, occurring: OccurringCharacters(in: source.folded))
    return find(data).map { source.whole.slice($0).string }
  }

  @Test(
    "a telephone number is known by its plus sign, its label or its groups",
    arguments: [
      ("call +1 (555) 010-0000.", "+1 (555) 010-0000"), ("555-010-0000 ext", "555-010-0000"),
      ("电话：000000", "000000"), ("Mobile: 0000 000 000", "0000 000 000"),
      ("手机１３８００００００００转", "１３８００００００００"), ("0086 138-0000-0000", "0086 138-0000-0000"),
      ("00 00 00 00 00", "00 00 00 00 00"), ("(000) 000–0000", "(000) 000–0000"),
      ("(000) 000 2013", "(000) 000 2013"), ("000 000 2013", "000 000 2013"),
      ("138 0000 2013", "138 0000 2013"), ("Ellmoor 94720 – 555-010-0000", "555-010-0000"),
    ])
  func telephones(text: String, number: String) {
    #expect(found(text) { $0.telephoneNumbers() } == [number])
  }

  @Test(
    "other numbers are none",
    arguments: [
      "+1 555", "+0000000000000000", "000000", "28000000000", "CN138000000000", "0.13800000000",
      "138-0000-0000a", "010-2019-2021", "2012 – 2016", "Hotel 000000",
      "36(5), 621-629 (2013)", "621–629 2013", "pp. 621 – 629 (2013).", "12(3): 436–444.2015", "",
      "+",
    ])
  func noTelephones(text: String) {
    #expect(found(text) { $0.telephoneNumbers() }.isEmpty)
  }

  @Test("the name of an account has a digit or an underscore and follows its label")
  func accounts() {
    let accounts = { (text: String) in found(text) { $0.accounts() } }
    // Both 微信 and 微信号 are labels.
    #expect(Set(accounts("微信号：ada_q，上海")) == ["ada_q"])
    #expect(accounts("WeChat ID - loom_00") == ["loom_00"])
    #expect(accounts("QQ 00000 Skype ada_quill") == ["00000", "ada_quill"])
    #expect(accounts("QQ 0000").isEmpty)
    #expect(accounts("WeChat looms").isEmpty)
    #expect(accounts("Skype00000").isEmpty)
  }

  @Test("the number of an identity card has a date and the check character of its digits")
  func identityNumbers() {
    let numbers = { (text: String) in found(text) { $0.identityNumbers() } }
    // No district has the code 000000.
    #expect(numbers("证 000000190001010009 ") == ["000000190001010009"])
    #expect(numbers("000000190001010000").isEmpty)
    #expect(numbers("000000190013010006").isEmpty)
    #expect(numbers("0000001900010100090").isEmpty)
    #expect(numbers("00000019000101000").isEmpty)
  }

  @Test("a dwelling ends with its room or its number")
  func dwellings() {
    let dwellings = { (text: String) in found(text) { $0.dwellings() } }
    #expect(Set(dwellings("住 织机小区3号楼2单元501室, 江城")) == ["织机小区3号楼2单元501室"])
    #expect(dwellings("织机小区的501室很大").isEmpty)
    #expect(dwellings("小区室").isEmpty)
  }
}
