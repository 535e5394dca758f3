import KGModel
import Testing

@testable import KGText

/// Periods by language. The expected value is written `start..end`: nothing after the dots is an open end, `?` an
/// unknown one, nothing before them an unknown start.
@Suite("Periods in text")
struct DateParserPeriodsTests {
  private func read(_ text: String) -> String? {
    DateParser.firstInterval(in: SourceText(plain: text).whole).map {
      Self.describe($0.value.interval)
    }
  }

  private static func describe(_ interval: Interval) -> String {
    let start = interval.start?.description ?? ""
    return switch interval.end {
    case .open: start + ".."
    case .unknown: start + "..?"
    case .closed(let end): start + ".." + (end?.description ?? "")
    }
  }

  @Test(
    "English words say which end of a period a date is",
    arguments: [
      ("since 2019", "2019.."), ("from May 2018", "2018-05.."),
      ("From Oct 2019: Baker", "2019-10.."),
      ("Starting Sep 2023, Baker", "2023-09.."), ("As of 2021, Adviser", "2021.."),
      ("2019 onwards", "2019.."), ("2014–: Reviewer", "2014.."), ("2019– Baker", "2019.."),
      ("until 2015", "..2015"), ("Baker, until Feb 2016", "..2016-02"),
      ("till Dec. 2019", "..2019-12"),
      ("Before 2015", "..2015"), ("from 2018 to 2020", "2018..2020"),
      ("between 2016 and 2019", "2016..2019"), ("2019 – ?", "2019..?"),
      ("since 09/2022 - Baker", "2022-09.."), ("Now - 2024", "2024.."),
      ("2024 - 2022", "2022..2024"),
      ("May 2019 – in progress", "2019-05.."), ("2021 (ongoing)", "2021.."),
    ])
  func english(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test("A word within a sentence does not open a period")
  func withinSentence() {
    #expect(read("He took data from 2018 and left.") == "2018..2018")
    #expect(read("Her nowhere dense graphs of 2018 - nowhere else") == "2018..2018")
  }

  @Test(
    "Seasons, terms and quarters keep the year",
    arguments: [
      ("Spring 2019", "2019..2019"), ("Fall '20", "2020..2020"), ("2019 autumn", "2019..2019"),
      ("2016 Spring - 2017 Fall", "2016..2017"), ("Winter 2020/21", "2020..2021"),
      ("Q3 2022 – Q1 2023", "2022..2023"), ("mid-2014 to early 2016", "2014..2016"),
      ("Spring/Summer 2019", "2019..2019"), ("2012/13", "2012..2013"), ("2018/2019", "2018..2019"),
      ("2016年秋", "2016..2016"), ("2019年春季学期", "2019..2019"),
    ])
  func seasons(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test("Two months of one year with one sign are a period")
  func monthsWithOneSign() {
    let found = DateParser.intervals(in: SourceText(plain: "2019年5-6月 讲师").whole)
    #expect(found.map { Self.describe($0.value.interval) } == ["2019-05..2019-06"])
  }

  @Test("The next of two summers is a date of its own")
  func severalSummers() {
    let found = DateParser.intervals(in: SourceText(plain: "Summers of 2018 and 2019").whole)
    #expect(found.map { Self.describe($0.value.interval) } == ["2018..2018", "2019..2019"])
    #expect(found[0].range == 0..<15)
  }

  @Test(
    "Numbers, apostrophes and every dash",
    arguments: [
      ("'17 – '19", "2017..2019"), ("Jan '22 – Present", "2022-01.."), ("2016‑2018", "2016..2018"),
      ("2016‒2018", "2016..2018"), ("2016–2018", "2016..2018"), ("2016—2018", "2016..2018"),
      ("2016.09-2020.06", "2016-09..2020-06"), ("09/2016 – 06/2020", "2016-09..2020-06"),
      ("2016/9~", "2016-09.."), ("2016-09-01 – 2020-06-30", "2016-09-01..2020-06-30"),
      ("2016-09/2020-06", "2016-09..2020-06"), ("2019.3-6", "2019-03..2019-06"),
      ("01.10.2018 – 30.09.2020", "2018-10-01..2020-09-30"),
      ("15 March 2018", "2018-03-15..2018-03-15"),
      ("Jun.–Sep. 2019", "2019-06..2019-09"), ("January to March 2019", "2019-01..2019-03"),
      ("2019 –\n2022", "2019..2022"), ("02/03/2019", "2019..2019"),
      ("25/03/2019", "2019-03-25..2019-03-25"),
    ])
  func numbers(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "An end that is expected has not come yet",
    arguments: [
      ("expected 2026", "..2026"), ("2026 (expected)", "..2026"),
      ("Expected graduation: May 2026", "..2026-05"),
      ("Sep. 2023 – Jun. 2028 (expected)", "2023-09..2028-06"),
      ("2020 – 2023, expected graduation Dec. 2023", "2020..2023-12"),
      ("2026年3月修了見込み", "..2026-03"),
      ("预计2026年6月", "..2026-06"), ("voraussichtlich 2027", "..2027"),
    ])
  func expected(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "Chinese",
    arguments: [
      ("2016 年 9 月 – 2020 年 6 月", "2016-09..2020-06"), ("2019.9至今", "2019-09.."),
      ("2019年9月-现在", "2019-09.."), ("自2019年", "2019.."), ("2019年起", "2019.."),
      ("2018 - 迄今", "2018.."),
      ("从2016年到2018年", "2016..2018"), ("2019年3月-6月", "2019-03..2019-06"), ("2015年以前", "..2015"),
      ("2019.09-在读", "2019-09.."), ("民國108年9月", "2019-09..2019-09"),
    ])
  func chinese(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "Japanese, with years of eras",
    arguments: [
      ("2019年4月〜現在", "2019-04.."), ("平成31年3月", "2019-03..2019-03"), ("令和2年4月 - ", "2020-04.."),
      ("令和元年5月", "2019-05..2019-05"), ("昭和63年〜平成4年", "1988..1992"),
      ("2016年4月から2019年3月まで", "2016-04..2019-03"),
      ("2019年4月より", "2019-04.."), ("2015年3月まで", "..2015-03"), ("2019（平成31）年3月", "2019-03..2019-03"),
      ("平成28年（2016年）4月〜", "2016-04.."), ("H28.3 霧浜大学", "2016-03..2016-03"),
      ("H31-R3 霧浜大学", "2019..2021"),
      ("R3-現在 霧浜大学", "2021.."), ("2019年4月〜　霧浜大学", "2019-04.."), ("平成三十一年", "2019..2019"),
    ])
  func japanese(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "A letter with a number is the year of an era only in Japanese, and in a period or with a month",
    arguments: ["H28.3 memory", "S3 bucket", "霧浜の R3 機"])
  func lettersWithoutEra(text: String) {
    #expect(read(text) == nil)
  }

  @Test(
    "Korean",
    arguments: [
      ("2019년 3월 ~ 현재", "2019-03.."), ("2019년 3월 - 2021년 2월", "2019-03..2021-02"),
      ("2019년 3월부터 2021년 2월까지", "2019-03..2021-02"), ("2019년부터", "2019.."), ("2015년까지", "..2015"),
      ("2023.03 -- 재직 중", "2023-03.."), ("2021년 03월 - 현재", "2021-03.."),
    ])
  func korean(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "German",
    arguments: [
      ("seit 2019", "2019.."), ("bis 2015", "..2015"),
      ("Okt. 2018 – Sept. 2020", "2018-10..2020-09"),
      ("WS 2018/19", "2018..2019"), ("Wintersemester 2018/2019", "2018..2019"),
      ("Mrz. 2021 – heute", "2021-03.."),
      ("Dezember 2019 bis März 2021", "2019-12..2021-03"), ("von 2015 bis 2018", "2015..2018"),
      ("ab Oktober 2019", "2019-10.."), ("1. Oktober 2018", "2018-10-01..2018-10-01"),
      ("vor 2015", "..2015"),
    ])
  func german(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "French",
    arguments: [
      ("depuis 2019", "2019.."), ("jusqu'en 2015", "..2015"),
      ("sept. 2018 – août 2020", "2018-09..2020-08"),
      ("2019 – à ce jour", "2019.."), ("2019 à aujourd'hui", "2019.."),
      ("de 2015 à 2018", "2015..2018"),
      ("Depuis octobre 2021", "2021-10.."), ("1er mars 2018", "2018-03-01..2018-03-01"),
      ("février 2019 – aujourd’hui", "2019-02.."), ("à partir de 2020", "2020.."),
      ("avant 2015", "..2015"),
    ])
  func french(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "Spanish",
    arguments: [
      ("desde 2019", "2019.."), ("hasta 2015", "..2015"),
      ("enero de 2019 – actualidad", "2019-01.."),
      ("de marzo de 2015 a julio de 2018", "2015-03..2018-07"),
      ("Dic 2025 -- Actualidad", "2025-12.."),
      ("2019 hasta la fecha", "2019.."), ("May 2019--Presente", "2019-05.."),
      ("3 de mayo de 2019", "2019-05-03..2019-05-03"),
      ("entre 2016 y 2019", "2016..2019"),
    ])
  func spanish(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(
    "The words beside a date belong to its range",
    arguments: [
      ("since 2019", 0..<10), ("X, until 2015", 3..<13), ("2026 (expected)", 0..<15),
      ("2019年起", 0..<6),
      ("2016年4月から2019年3月まで", 0..<18),
    ])
  func ranges(text: String, range: Range<Int>) {
    #expect(DateParser.firstInterval(in: SourceText(plain: text).whole)?.range == range)
  }
}
