import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Items of data files with keys and nesting of a site's own")
struct DataProfileItemsTests {
  private func record(_ text: String, _ name: String = "data.yml") throws -> ProfileRecord {
    let extraction = try ProfileExtractor.extract(Array(text.utf8), name: name)
    #expect(extraction.kind == "data")
    return extraction.record
  }

  private func positions(_ record: ProfileRecord) -> [String] {
    record.affiliations.map { position in
      let interval = position.interval?.value
      let end =
        interval?.isOpen == true ? "open" : interval?.printedEnd.map { "\($0)" } ?? "unknown"
      return [
        position.organization.value, position.role?.value ?? "-",
        interval?.start.map { "\($0)" } ?? "-", end,
      ].joined(separator: " | ")
    }
  }

  @Test("Positions with prepositions as keys, and texts with links")
  func prepositions() throws {
    let found = try record(
      """
      - at: "[Quillon Harbor Institute](https://qhi.example)"
        as: Postdoctoral Researcher
        lasted: Mar 2021 – Aug 2023
        doing: Maps of currents below ice, with two doctoral students and a boat.
      - at: Fennwick & Sons
        as: Software Engineer
        lasted: Sep 2023 – now
        doing: Ledger software.
      """)
    #expect(
      positions(found) == [
        "Quillon Harbor Institute | Postdoctoral Researcher | 2021-03 | 2023-08",
        "Fennwick & Sons | Software Engineer | 2023-09 | open",
      ])
    #expect(found.papers.isEmpty && found.education.isEmpty && found.awards.isEmpty)
  }

  @Test("Several positions at an employer; pinboards and lectures state nothing")
  func nestedPositions() throws {
    let found = try record(
      """
      {"stations": [
        {"firm": "Orrery GmbH", "town": "Zurich", "posts": [
          {"function": "Senior Engineer", "from_when": "2019-04", "till": "2021-03"},
          {"function": "Engineer", "from_when": "2017-01", "till": "2019-03"}]},
        {"firm": "Marsh & Reed", "town": "Basel", "posts": [
          {"function": "Research Intern", "from_when": "2016-06", "till": "2016-09"}]}],
       "pinboard": [
        {"posted": "2021-04-01", "message": "I joined Orrery GmbH as a senior engineer."},
        {"posted": "2020-02-11", "message": "Our paper on tidal gates won a prize."}],
       "lectures": [
        {"subject": "Introduction to Tides", "host": "University of Marshland", "held": "2020"},
        {"subject": "Clocks and Gates", "host": "Quillon University", "held": "2021"}]}
      """, "pages/stations.json")
    #expect(
      positions(found) == [
        "Orrery GmbH | Senior Engineer | 2019-04 | 2021-03",
        "Orrery GmbH | Engineer | 2017-01 | 2019-03",
        "Marsh & Reed | Research Intern | 2016-06 | 2016-09",
      ])
    #expect(found.education.isEmpty && found.papers.isEmpty && found.awards.isEmpty)
  }

  @Test(
    "Degrees and papers in TOML: the field, the adviser, the title and the venue by their forms")
  func toml() throws {
    let found = try record(
      """
      [[trail]]
      uni = "Quillon University"
      got = "Ph.D."
      topic = "Oceanography"
      took = "2012 - 2016"
      boss = "Prof. Wen Marlow"

      [[trail]]
      uni = "University of Marshland"
      got = "B.Sc."
      topic = "Cartography"
      took = "2008 - 2012"

      [[output]]
      headline = "Glaciers That Hum at Night"
      crew = "Ada Quill, Bo Foe, Cy Doe"
      appeared = "NeurIPS 2019"
      stage = "oral"

      [[output]]
      headline = "A Gate for Every Tide: Learning to Close Late"
      crew = "Cy Doe and Ada Quill"
      appeared = "Journal of Cold Regions"
      stage = "poster"
      """, "site.toml")
    #expect(
      found.education.map(\.organization.value) == [
        "Quillon University", "University of Marshland",
      ])
    #expect(found.education.map { $0.degree?.value } == ["Ph.D.", "B.Sc."])
    #expect(found.education.map { $0.field?.value } == ["Oceanography", "Cartography"])
    #expect(found.education.map { $0.advisers.map(\.value) } == [["Wen Marlow"], []])
    #expect(
      found.papers.map(\.title.value) == [
        "Glaciers That Hum at Night", "A Gate for Every Tide: Learning to Close Late",
      ])
    #expect(found.papers.map(\.authors.count) == [3, 2])
    #expect(found.papers.map { $0.venue?.value } == ["NeurIPS", "Journal of Cold Regions"])
  }

  @Test("Years as keys, over items and over texts; numbers of patents")
  func years() throws {
    let found = try record(
      """
      output:
        2023:
          - what: Glaciers That Hum at Night
            by: A. Quill, B. Foe
            in: Proceedings of the Fennwick Conference on Ice
        2021:
          - what: Counting Lamps along a Frozen Harbor
            by: B. Foe, A. Quill, C. Doe
            in: Journal of Cold Regions
      honours:
        2021: [Lamp Medal for Young Scholars, "Best Poster Award, Fogconf"]
        2019: Quillon Fellowship
      inventions:
        - {name: Gate that closes with the tide, ref: US 11222333 B2, granted: 2020}
        - {name: Lamp for divers below ice, ref: "US 10111222 B1, issued 2018"}
      """)
    #expect(
      found.papers.map(\.title.value) == [
        "Glaciers That Hum at Night", "Counting Lamps along a Frozen Harbor",
      ])
    #expect(found.papers.map { $0.year?.value } == [2023, 2021])
    #expect(
      found.awards.map(\.title.value) == [
        "Lamp Medal for Young Scholars", "Best Poster Award, Fogconf", "Quillon Fellowship",
      ])
    #expect(found.awards.map { $0.year?.value } == [2021, 2021, 2019])
    #expect(found.patents.map { $0.number?.value } == ["US 11222333 B2", "US 10111222 B1"])
    #expect(found.patents.map { $0.year?.value } == [2020, 2018])
  }

  @Test("Chinese keys, and titles in two languages")
  func chinese() throws {
    let found = try record(
      """
      求学:
        - {起止: 2014.09 - 2018.06, 就读: 雾浜大学, 所获: 工学学士, 方向: 海洋工程}
        - {起止: 2018.09 - 2021.06, 就读: 霜港理工大学, 所获: 工学硕士, 方向: 计算机科学}
      任职:
        - {起止: 2021.07 - 至今, 东家: 潮汐科技有限公司, 头衔: 算法工程师}
      成果:
        - 名: 冰下潮流的观测与建模方法研究
          名_en: Observing and Modelling Currents below Ice
          众: 李雾, 王霜, 陈潮
          刊: 寒区学报
          年: 2020
        - 名: 面向潮闸的时钟同步算法
          名_en: Clock Synchronization for Tidal Gates
          众: 王霜, 李雾
          刊: 港口工程学报
          年: 2021
      """)
    #expect(found.education.map(\.organization.value) == ["雾浜大学", "霜港理工大学"])
    #expect(found.education.map { $0.degree?.value } == ["工学学士", "工学硕士"])
    #expect(found.education.map { $0.field?.value } == ["海洋工程", "计算机科学"])
    #expect(positions(found) == ["潮汐科技有限公司 | 算法工程师 | 2021-07 | open"])
    #expect(found.papers.map(\.title.value) == ["冰下潮流的观测与建模方法研究", "面向潮闸的时钟同步算法"])
    #expect(found.papers.map { $0.authors.map(\.value) } == [["李雾", "王霜", "陈潮"], ["王霜", "李雾"]])
    #expect(found.papers.map { $0.venue?.value } == ["寒区学报", "港口工程学报"])
    #expect(found.papers.map { $0.year?.value } == [2020, 2021])
  }

  @Test(
    "Texts of a list are lines of a CV; lines with only a title are works where the key says so")
  func lines() throws {
    let found = try record(
      """
      jobs:
        - "2019–2021: Data Engineer, Orrery Labs"
        - "2021–present: Research Scientist, **Quillon Harbor Institute**"
      degrees:
        - Ph.D. in Oceanography, Quillon University, 2016
        - B.Sc. in Physics, University of Marshland, 2012
      papers:
        - "A. Quill, B. Foe. Glaciers That Hum at Night. NeurIPS 2019."
        - A Gate for Every Tide and Its Moon
      """, "lines.yml")
    #expect(
      positions(found) == [
        "Orrery Labs | Data Engineer | 2019 | 2021",
        "Quillon Harbor Institute | Research Scientist | 2021 | open",
      ])
    #expect(found.education.map { $0.degree?.value } == ["Ph.D.", "B.Sc."])
    #expect(
      found.papers.map(\.title.value) == [
        "Glaciers That Hum at Night", "A Gate for Every Tide and Its Moon",
      ])
  }

  @Test("A table of papers with columns of its own; the name of the file says what a list is about")
  func tables() throws {
    let papers = try record(
      """
      Heading,People,Outlet,Out,Cited
      "Glaciers That Hum at Night","Ada Quill, Bo Foe",NeurIPS,2019,12
      "A Gate for Every Tide","Cy Doe, Ada Quill",Journal of Cold Regions,2021,4
      """, "papers.csv"
    ).papers
    #expect(papers.map(\.title.value) == ["Glaciers That Hum at Night", "A Gate for Every Tide"])
    #expect(papers.map { $0.venue?.value } == ["NeurIPS", "Journal of Cold Regions"])
    #expect(papers.map { $0.year?.value } == [2019, 2021])
    let list =
      "- {title: Lamps of the North, year: 2020}\n- {title: Moss of the South, year: 2021}\n"
    #expect(try record(list, "projects.yml").projects.count == 2)
    #expect(try record(list, "teaching.yml").projects.isEmpty)
    #expect(try record(list, "talks.yml").papers.isEmpty)
  }

  @Test("What positions list: their works are the owner's, their students and highlights are not")
  func works() throws {
    let found = try record(
      """
      harbor:
        position: Scientist
        location: Quillon Harbor Institute, Basel
        period: 2020 - 2023
        achievements: [Reached the best tide prediction in the bay, Won over the harbor master]
        work:
          publications:
            - {name: Glaciers That Hum at Night, venue: ICML 2021}
        students:
          - {name: Cy Doe, degree: PhD, affiliation: Quillon University, period: 2020 - 2023}
      marsh:
        position: Research Intern
        location: University of Marshland
        period: 2019 - 2019
        publication: {title: Moss as a Clock, authors: "Ada Quill, Bo Foe", venue: ICML, year: 2019}
      """)
    #expect(found.affiliations.map { $0.role?.value } == ["Scientist", "Research Intern"])
    #expect(
      Set(found.papers.map(\.title.value)) == ["Glaciers That Hum at Night", "Moss as a Clock"])
    #expect(found.education.isEmpty && found.awards.isEmpty)
  }

  @Test("A student of a degree that a list of degrees states is no second degree")
  func studentships() throws {
    let found = try record(
      """
      current_position:
        {institution: Quillon University, title: Oceanography PhD Candidate, start: Aug 2022, end: Present}
      education:
        - institution: Quillon University
          degrees:
            - {degree: PhD Oceanography, start: Aug 2022, end: "2027"}
            - {degree: BS Physics, start: Aug 2018, end: May 2022}
      """)
    #expect(found.education.map { $0.degree?.value } == ["PhD", "BS"])
    #expect(found.affiliations.isEmpty)
  }

  @Test("A missing end is open where others have ends or a key says so, and otherwise unknown")
  func missingEnds() throws {
    func ends(_ items: [String]) throws -> [String] {
      let list = items.map { "- {company: Orrery Labs, role: Engineer, \($0)}" }
      return positions(try record(list.joined(separator: "\n"), "jobs.yml")).map {
        String($0.split(separator: " ").last ?? "")
      }
    }
    #expect(try ends(["from: 2019", "from: 2016, to: 2018"]) == ["open", "2018"])
    #expect(try ends(["from: 2019", "from: 2016"]) == ["unknown", "unknown"])
    #expect(try ends(["from: 2019, current: true", "from: 2016"]) == ["open", "unknown"])
    #expect(
      try ends(["from: 2019, current: false", "from: 2016, to: 2018"]) == ["unknown", "2018"])
    #expect(try ends(["since: 2019", "since: 2020"]) == ["open", "open"])
    #expect(try ends(["from: 2019, to: present", "from: 2016, to: ''"]) == ["open", "open"])
  }

  @Test("A list of everything, whose items say what they are")
  func types() throws {
    let found = try record(
      """
      [{"type":"work","title":"Moss counter","org":"Brack & Lund","start":"2019","end":"2021"},
       {"type":"education","title":"MSc Linguistics","org":"Corran University","start":"2017","end":"2019"},
       {"type":"award","title":"Sand Medal","org":"Tarn Society","start":"2020"},
       {"type":"talk","title":"Grammar of Sand","org":"Tarn Institute","start":"2020"}]
      """, "all.json")
    #expect(positions(found) == ["Brack & Lund | Moss counter | 2019 | 2021"])
    #expect(found.education.map { $0.degree?.value } == ["MSc"])
    #expect(found.awards.map(\.title.value) == ["Sand Medal"])
    #expect(found.papers.isEmpty)
  }

  @Test("A list of two dates is a period; a reference under one key is read as one")
  func wholes() throws {
    let found = try record(
      """
      experience:
        - {org: Brack & Lund, title: Applied Scientist, years: [2019, 2021]}
      papers:
        - {ref: "Tallow, M., Brand, J. (2019). Parsing by Moonlight. Computational Linguistics.", pdf: /a.pdf}
        - {ref: "Brand, J., Tallow, M. (2021). Attention Is a Scarce Sand. TACL.", pdf: /b.pdf}
      """)
    #expect(positions(found) == ["Brack & Lund | Applied Scientist | 2019 | 2021"])
    #expect(
      found.papers.map(\.title.value) == ["Parsing by Moonlight", "Attention Is a Scarce Sand"])
  }

  @Test("Sample content of templates states nothing")
  func remnants() throws {
    let found = try record(
      """
      experience:
        - {title: Chief Executive, company: GenCoin, from: 2020, to: 2022}
        - {title: Lamp Engineer, company: Orrery Labs, from: 2022, to: Present}
      """)
    #expect(positions(found) == ["Orrery Labs | Lamp Engineer | 2022 | open"])
  }
}
