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
      "Research @ Acme", "1,234,567 citations", "ISBN 978-0-262-03384-8",
    ])
  func keeps(text: String) {
    #expect(kept(text) == text)
  }
}
