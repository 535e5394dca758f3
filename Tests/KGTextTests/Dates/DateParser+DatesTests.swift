import Testing

@testable import KGText

@Suite("Single dates") struct DateParserDatesTests {
  /// The date that begins at the first place, both ends where they differ, and its text.
  private func point(_ text: String, at place: Int = 0) -> String? {
    let span = SourceText(plain: text).whole
    return DateParser.point(in: span, at: place).map { point in
      let ends = point.first == point.last ? "\(point.first)" : "\(point.first)/\(point.last)"
      return "\(ends): \(span.slice(point.range).string)"
    }
  }

  @Test(
    "the year first, with any sign or none before month and day",
    arguments: [
      ("2017, looms", "2017: 2017"), ("2017.3", "2017-03: 2017.3"),
      ("2017-03-09", "2017-03-09: 2017-03-09"), ("2017/3/9.", "2017-03-09: 2017/3/9"),
      ("2017-03.09", "2017-03: 2017-03"), ("2017.13", "2017: 2017"),
      ("２０１７／０３", "2017-03: ２０１７／０３"),
      ("2016 Spring", "2016: 2016 Spring"), ("2017 March", "2017-03: 2017 March"),
      ("2014 May 2015", "2014: 2014"), ("2019 Late looms", "2019: 2019"),
    ])
  func yearFirst(text: String, date: String) {
    #expect(point(text) == date)
  }

  @Test(
    "numbers with their signs, with spaces or an era beside them",
    arguments: [
      ("2017年3月9日", "2017-03-09: 2017年3月9日"), ("2017 年 3 月起", "2017-03: 2017 年 3 月"),
      ("2019年秋季", "2019: 2019年秋季"), ("2019年春节", "2019: 2019年"), ("2017년 3월", "2017-03: 2017년 3월"),
      ("2019（平成31）年3月", "2019-03: 2019（平成31）年3月"), ("平成31年（2019年）3月", "2019-03: 平成31年（2019年）3月"),
      ("2019年5-6月", "2019-05: 2019年5"), ("2019年2次获奖", "2019: 2019年"),
      ("2019年15篇论文", "2019: 2019年"), ("2019年120篇论文", "2019: 2019年"),
      ("2019년 5편의 논문", "2019: 2019년"), ("2014年9入学", "2014-09: 2014年9"),
      ("2019年5至6月", "2019-05: 2019年5"),
      ("令和元年", "2019: 令和元年"), ("H28.3 織機", "2016-03: H28.3"),
    ])
  func signs(text: String, date: String) {
    #expect(point(text) == date)
  }

  @Test(
    "a year and the next one are an academic year, a month with a zero is none",
    arguments: [
      ("2018/19", "2018/2019: 2018/19"), ("2018/2019", "2018/2019: 2018/2019"),
      ("2008/09", "2008-09: 2008/09"), ("1999/00", "1999: 1999"),
      ("Winter 2020/21", "2020/2021: Winter 2020/21"), ("WS 08/09", nil),
    ])
  func academicYears(text: String, date: String?) {
    #expect(point(text) == date)
  }

  @Test(
    "the name of the month first, in several languages",
    arguments: [
      ("Mar 2017", "2017-03: Mar 2017"), ("March 9th, 2017", "2017-03-09: March 9th, 2017"),
      ("Sept'17", "2017-09: Sept'17"), ("enero de 2019", "2019-01: enero de 2019"),
      ("Fall 1998", "1998: Fall 1998"), ("May ’50", "1950-05: May ’50"), ("March 17", nil),
      ("May I weave 2017", nil),
    ])
  func monthFirst(text: String, date: String?) {
    #expect(point(text) == date)
  }

  @Test(
    "of three numbers the day is known by its sign or its size, else only the year is",
    arguments: [
      ("15 March 2018", "2018-03-15: 15 March 2018"),
      ("1er mars 2018", "2018-03-01: 1er mars 2018"),
      ("3 de mayo de 2019", "2019-05-03: 3 de mayo de 2019"),
      ("01.10.2018", "2018-10-01: 01.10.2018"),
      ("25/10/2018", "2018-10-25: 25/10/2018"), ("10/25/2018", "2018-10-25: 10/25/2018"),
      ("1/10/2018", "2018: 1/10/2018"), ("25/13/2018", nil), ("32 March 2018", nil),
    ])
  func dayFirst(text: String, date: String?) {
    #expect(point(text) == date)
  }

  @Test(
    "two digits are a year only beside a dash or after an apostrophe in a period",
    arguments: [
      ("03/2017", "2017-03: 03/2017"), ("3-2017", nil), ("08/21", nil),
      ("08/21 – 09/22", "2021-08: 08/21"), ("08/98 – today", "1998-08: 08/98"), ("'17", nil),
      ("'17 – '19", "2017: '17"),
    ])
  func short(text: String, date: String?) {
    #expect(point(text) == date)
  }

  @Test("a date begins a token: not within a number or a word, nor at the end")
  func tokens() {
    #expect(point("12017", at: 1) == nil)
    #expect(point("1.2017", at: 2) == nil)
    #expect(point("loom2017", at: 4) == "2017: 2017")
    #expect(point("20170", at: 0) == nil)
    #expect(point("1899") == nil && point("2100") == nil)
    #expect(point("2017", at: 4) == nil && point("") == nil)
  }
}
