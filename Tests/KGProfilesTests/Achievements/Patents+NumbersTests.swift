import KGText
import Testing

@testable import KGProfiles

@Suite("Numbers of patents in a text") struct PatentsNumbersTests {
  @Test(
    "a number begins with its office and ends with its kind",
    arguments: [
      ("A gripper. CN201711181299.5, 2017", "CN201711181299.5"),
      ("US 10,733,431 B2, granted 2020", "US 10,733,431 B2"),
      ("(ZL 2017 1 1181299.5)", "ZL 2017 1 1181299.5"),
      ("WO2019/123456 and others", "WO2019/123456"),
      ("EP 3 741 555 B1", "EP 3 741 555 B1"), ("patent US2025/0055555A1", "US2025/0055555A1"),
    ])
  func numbers(text: String, number: String) {
    #expect(Patents.number(in: SourceText(plain: text).whole)?.string == number)
  }

  @Test(
    "dates, small letters and letters within words are no offices",
    arguments: ["2017-11-18 to 2018-01-02", "us 10,733,431", "STATUS 10733431", "US in 2020"])
  func noNumbers(text: String) {
    #expect(Patents.number(in: SourceText(plain: text).whole) == nil)
  }

  @Test("other offices are looked for only where they are asked for")
  func otherOffices() {
    let span = SourceText(plain: "PL 155501 B1").whole
    #expect(Patents.number(in: span) == nil)
    #expect(Patents.number(in: span, offices: Patents.otherOffices)?.string == "PL 155501 B1")
  }

  @Test(
    "a label says that the digits after it are a number",
    arguments: [
      ("U.S. Patent 9,155,550, 2015", "9,155,550"),
      ("Provisional Application No. 63/255,501", "63/255,501"),
      ("专利号：201711181299.5", "201711181299.5"), ("Patent application in 2015", nil),
      ("Patents for 9155550 boats", nil),
    ])
  func labels(text: String, number: String?) {
    #expect(Patents.labelledNumber(in: SourceText(plain: text).whole)?.string == number)
  }

  @Test(
    "a long number is one that is no date",
    arguments: [
      ("A gripper, 18/000,123", "18/000,123"), ("A gripper (1234/KOL/2015)", "1234/KOL/2015"),
      ("A gripper, 2015-03-12", nil), ("A gripper, 123456", nil),
    ])
  func longNumbers(text: String, number: String?) {
    #expect(Patents.longNumber(in: SourceText(plain: text).whole)?.string == number)
  }
}
