import KGModel
import Testing

@testable import KGText

@Suite("Personal data")
struct PersonalDataTests {
  /// The text with personal data blanked and runs of spaces as one.
  private func kept(_ text: String) -> String {
    let source = SourceText(plain: text)
    let found = PersonalData.findings(in: source.folded, labels: .shared)
    return source.blanking(found.map(\.range)).whole.collapsed
  }

  @Test(
    "Addresses, numbers, ages and genders are blanked",
    arguments: [
      ("Ada Quill ada.q@mail.example.org", "Ada Quill"), ("ada [at] mail [dot] example", ""),
      ("{ada, bo}@mail.example here", "here"), ("邮箱：ada@mail.example｜上海", "邮箱： ｜上海"),
      ("电话:13800000000", "电话:"), ("138-0000-0000", ""), ("call +1 (555) 010-9999 now", "call now"),
      ("Tel. 555 0100", "Tel."), ("555-010-9999", ""), ("010-62781234", ""),
      ("姓名：李雷 性别：男 年龄：28", "姓名：李雷 性别： 年龄："), ("男 | 28岁 | 硕士", "| | 硕士"),
      ("ada@mail.example, Male, 29 years old", ", ,"), ("微信: jq_999", "微信:"),
      ("Date of birth: 1 May 1990", "Date of birth:"),
      ("ada (at) mail", ""), ("Room 5 | ada (at) cs quill ac uk", "Room 5 |"),
      ("ada (at) mail in our town", "in our town"), ("ada [dot] q {at} mail {dot} example", ""),
      ("ada＠mail.example", ""),
      ("ada AT mail DOT example DOT edu", ""), ("ada.q at cs dot mail dot edu here", "here"),
      ("Ada Quill, ada AT mail.example", "Ada Quill,"), ("ada @ mail.example.edu", ""),
      ("ada_at_mail.example", ""), ("ada (@) mail.example", ""),
      ("微信号 jq_999", "微信号"), ("微信jq_9990 上海", "微信 上海"), ("WeChat ID: ada_q", "WeChat ID:"),
      ("QQ 12345", "QQ"), ("QQ：10001", "QQ："), ("11010519491231002X", ""),
      ("身份证号 11010519491231002X", "身份证号"),
      ("Home address: 12 Mill Lane, Loomtown | x", "Home address: | x"),
      ("家庭住址：江城市织机路3号，2单元", "家庭住址："), ("江城市织机小区3号楼2单元501室", ""),
      ("+86 138-0000-0000", ""), ("(+86) 138 0000 0000", ""), ("86-13800000000", ""),
      ("0033 1 23 45 67 89", "0033 1 23 45 67 89"), ("03-5550-1234", ""), ("02-555-0123", ""),
      ("Telefon 0555 123456", "Telefon"), ("07700 900000", ""),
    ])
  func blanked(text: String, rest: String) {
    #expect(kept(text) == rest)
  }

  @Test(
    "Patents, identifiers, dates, pages and titles are kept",
    arguments: [
      "CN201710124025.6", "ZL 2017 1 0124025.6", "US 10,733,431 B2", "arXiv:2301.01234",
      "doi:10.1109/TPAMI.2018.1234567", "0000-0002-1825-0097", "2018.09 - 2023.06", "pp. 1234-1243",
      "44(3): 512-525", "The Golden Age: A Study", "Male Voices in Speech", "男女差异研究",
      "Research @ Acme", "Informedia@CMU", "Team Looms @ CVPR", "Intern @ acme.example",
      "Engineer at cs.mill.example", "Looking at polka dot patterns",
      "Research Intern At Mill.example",
      "ENGINEER AT MILL.EXAMPLE", "WeChat mini-programs", "微信小程序", "09-2010-2012", "02.2015 - 2017",
      "1,234,567 citations", "ISBN 978-0-262-03384-8",
    ])
  func keeps(text: String) {
    #expect(kept(text) == text)
  }

  @Test(
    "Each finding is of its kind, with the value and without its label",
    arguments: [
      ("ada AT mail DOT example", PersonalProperty.email, "ada AT mail DOT example"),
      ("QQ: 1234567", .other, "1234567"), ("Tel: 555 0100 11", .telephone, "555 0100 11"),
      ("微信号 jq_999", .other, "jq_999"), ("Home address: 1 Mill Lane, X", .other, "1 Mill Lane, X"),
    ])
  func kinds(text: String, property: PersonalProperty, value: String) throws {
    let source = SourceText(plain: text)
    let found = PersonalData.findings(in: source.folded, labels: .shared)
    #expect(Set(found.map(\.property)) == [property])
    #expect(Set(found.map { source.whole.slice($0.range).string }) == [value])
  }
}
