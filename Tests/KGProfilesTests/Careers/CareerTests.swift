import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Positions and degrees in lists")
struct CareerTests {
  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("“Same department” refers to the organization of the position before")
  func samePlace() throws {
    let record = try record(
      """
      Ada Quill

      EXPERIENCE

      7/2015 - present      Professor, Department of Electrical and
                            Computer Engineering, University of Rochester
      7/2009 - 6/2015       Associate Professor, same department
      Summers 1993, 1995    Intern, GE Research
      2/1990 - 5/1992       Engineer, Bell Labs (same company as before)
      """)
    #expect(
      record.affiliations.map(\.organization.value).prefix(3) == [
        "University of Rochester", "University of Rochester", "GE Research",
      ])
    #expect(record.affiliations.last?.organization.value.hasPrefix("Bell Labs") == true)
    #expect(record.affiliations[1].role?.value == "Associate Professor")
    #expect(record.affiliations[1].unit?.value == record.affiliations[0].unit?.value)
  }

  @Test(
    "Successive positions in one line, and below the line of their employer, are read one by one")
  func successivePositions() throws {
    let record = try record(
      """
      Ada Quill

      EXPERIENCE

      2018 - now        Acme University, Waterloo
      Professor (2022-), Associate Professor (2020-2022), Lecturer (2018-2020)

      Bolt Research                                    Boston, MA
      Research Intern                          May 2017 - Aug 2017
         - Looms
      Research Intern                          May 2016 - Aug 2016
      """)
    let positions = record.affiliations.map {
      "\($0.organization.value) \($0.role?.value ?? "-") \($0.interval?.value.start?.year ?? 0)"
    }
    #expect(
      positions == [
        "Acme University Professor 2022", "Acme University Associate Professor 2020",
        "Acme University Lecturer 2018", "Bolt Research Research Intern 2017",
        "Bolt Research Research Intern 2016",
      ])
  }

  @Test(
    "A role below its employer's line belongs to it; a role above the first entry means that each is above its entry"
  )
  func positionsInLinesOfTheirOwn() throws {
    func positions(_ text: String) throws -> [String] {
      try record("# Ada Quill\n\n## Experience\n\n\(text)\n").affiliations.map {
        "\($0.organization.value) \($0.role?.value ?? "-")"
      }
    }
    #expect(
      try positions("Acme University, 2018 - 2020\n\nSenior Lecturer\n\nBuilt looms.")
        == ["Acme University Senior Lecturer"])
    #expect(
      try positions("Acme University, 2019 - 2020\n\nReported to the director, and built engines.")
        == ["Acme University -"])
    let above = try positions(
      "Professor\n\nAcme University, 2018 - 2020\n\nLecturer\n\nBolt University, 2015 - 2018")
    #expect(!above.contains("Acme University Lecturer"))
  }

  @Test(
    "Lines of roles below the dated line of their employer are positions there, each with its unit")
  func rolesOfEmployer() throws {
    let record = try record(
      """
                                      Ada Quill

      Employment
           Quillon University                                       2014–present
             Professor, School of Looms
             Adjunct Professor, Computer Science
           Ellmoor Institute of Technology                             2008–2014
             Founding Director, Fog Institute
             Lecturer, Computer Science
           Brindle Laboratories                                        2005–2008
             Research Scientist
      """)
    let positions = record.affiliations.map {
      "\($0.role?.value ?? "-"), \($0.unit?.value ?? "-"), \($0.organization.value)"
    }
    #expect(
      positions == [
        "Professor, School of Looms, Quillon University",
        "Adjunct Professor, Computer Science, Quillon University",
        "Founding Director, Fog Institute, Ellmoor Institute of Technology",
        "Lecturer, Computer Science, Ellmoor Institute of Technology",
        "Research Scientist, -, Brindle Laboratories",
      ])
  }

  @Test("Words between a role and a unit separate them, also where the unit needs no capital")
  func prepositions() throws {
    let record = try record(
      """
      # Ada Quill

      ## Expérience

      2017 – 2020: Chercheuse postdoctorale au laboratoire Navette à Ellmoor

      2014 – 2017: Lecturer with the Department of Yarn, University of Oslo, supervised by Prof. Bo Foe

      Postdoc at the Faculty of Looms, University of Bergen, supervised by Prof. Bo Foe from 2013 to 2015
      """)
    let positions = record.affiliations.map {
      "\($0.role?.value ?? "-"), \($0.unit?.value ?? "-"), \($0.organization.value)"
    }
    #expect(
      positions == [
        "Chercheuse postdoctorale, -, laboratoire Navette",
        "Lecturer, Department of Yarn, University of Oslo",
        "Postdoc, Faculty of Looms, University of Bergen",
      ])
  }

  @Test("A programme with a date does not give it to the degree below it; a date alone does")
  func dateOfProgramme() throws {
    func degrees(_ first: String) throws -> [String] {
      try record(
        "Ada Quill\n\nEDUCATION\n\n\(first)\n\nBachelor of Science in Looms\nUniversity of Oslo\n"
      ).education.filter { $0.degree != nil }.map {
        "\($0.organization.value) \($0.interval?.value.printedEnd?.year ?? 0)"
      }
    }
    #expect(
      try degrees(
        "Applied Loom Program: Weaving for Decisions        2023\nBrindle Professional Training")
        == ["University of Oslo 0"])
    #expect(try degrees("2019 - 2023") == ["University of Oslo 2023"])
  }

  @Test("What someone does for a journal or a competition is no position, and is at no employer")
  func service() throws {
    let record = try record(
      """
      学术经历
      副主编               灯塔通讯（双月刊）                       2019.03 - 至今
      研究助理             北渚大学织机实验室                       2012.09 - 2016.06
      组织委员会成员       灯塔论坛                                 2018.05 - 2018.11
      """)
    #expect(record.affiliations.map { $0.role?.value } == ["研究助理"])
  }

  @Test("A town before its state is not an employer and does not hide one")
  func townsInStates() throws {
    let record = try record(
      "# Ada Quill\n\n## Experience\n\nData Intern, Flat Iron Health, New York, NY, Summer 2017\n")
    #expect(record.affiliations.map(\.organization.value) == ["Flat Iron Health"])
  }

  @Test("A dash before a wide gap leaves the end open")
  func openEnd() throws {
    let record = try record(
      """
      Ada Quill

      APPOINTMENTS

      7/2023–               Associate Professor, University of Waterloo
      2018–2023             Assistant Professor, University of Waterloo
      """)
    #expect(record.affiliations.map { $0.interval?.value.isOpen } == [true, false])
  }

  @Test("A visit is a position and not a degree; parental leave is not a position")
  func visitsAndLeave() throws {
    let record = try record(
      """
      # Ada Quill

      ## Education

      - 2014.09 - 2019.05, Ph.D., University of Bergen
      - 2017.11 - 2018.11, Visiting PhD student, Kyoto University
      - 2012 - 2014, MSc, University of Oslo (visiting student at MIT)
      - 清华大学·计算机科学与技术·学士 2008 - 2012

      ## Experience

      - 2019 - 2021, Postdoctoral researcher, ETH Zurich
      - 2012 - 2013, Parental leave
      """)
    #expect(
      record.education.map(\.organization.value) == [
        "University of Bergen", "University of Oslo", "清华大学",
      ])
    #expect(
      Set(record.affiliations.map(\.organization.value)) == ["Kyoto University", "ETH Zurich"])
  }

  @Test("An unknown section at the level of known ones is not an employer")
  func unknownSection() throws {
    let record = try record(
      """
      # Ada Quill

      ## Employment

      - 2010 – 2015 Professor, TU Wien

      ## Outside academia

      - 2016 – 2017 Scholar, Automated Reasoning Group, Amazon Web Services

      ## Education

      - 2001 – 2005 PhD, ETH Zurich

      ## Awards

      - A prize, 2007
      """)
    #expect(!record.affiliations.contains { $0.organization.value == "Outside academia" })
  }

  @Test("An empty first cell repeats the one above")
  func emptyCell() throws {
    let record = try record(
      """
      # Ada Quill

      ## Work

      | | | |
      |---|---|---|
      | Spotify, Stockholm | Staff Engineer | since 2023 |
      | | Engineer | 2018 - 2023 |

      """)
    #expect(record.affiliations.map(\.organization.value) == ["Spotify", "Spotify"])
    #expect(record.affiliations.map { $0.role?.value } == ["Staff Engineer", "Engineer"])
    #expect(record.affiliations[0].unit == nil)
  }

  @Test("Role, organization and dates in three lines, with a town, are one entry")
  func stacked() throws {
    let record = try record(
      """
      <html><body><h1>Ada Quill</h1><h2>Experience</h2>
      <div>Research Scientist</div><div>Samsung AI Center</div><div>Jan 2020 – Sep 2021 | Cambridge, UK</div>
      <div>Postdoctoral Researcher</div><div>Inria</div><div>Jun 2018 – Dec 2019 | Paris, France</div>
      </body></html>
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Samsung AI Center", "Inria"])
    #expect(
      record.affiliations.map { $0.role?.value } == [
        "Research Scientist", "Postdoctoral Researcher",
      ])
  }

  @Test("A section with an unknown title may list positions")
  func unmarkedCareer() throws {
    let record = try record(
      """
      # Ada Quill

      ## Where I have been

      - Research Scientist, Google, 2020 - 2023
      - Software Engineer, Spotify, 2018 - 2020

      """)
    #expect(record.affiliations.map(\.organization.value) == ["Google", "Spotify"])
  }

  @Test("A remark after the date is not part of a degree and does not hide it")
  func expectedDegree() throws {
    let record = try record(
      """
      # Ada Quill

      ## Education

      * Ph.D. in Physics, University of Maryland, 2021 - 2026 (expected)
      * M.Sc. in Physics, University of Florida, 2019 - 2021 (with honors)
      """)
    #expect(record.education.map(\.organization.value).count == 2)
    #expect(record.education.map { $0.degree?.value } == ["Ph.D.", "M.Sc."])
  }

  @Test("Organization, role and dates in separate blocks are one entry")
  func cards() throws {
    let record = try record(
      """
      <html><body><h1>Jonas Ek</h1><h2>Experience</h2>
      <div><h4>Research Scientist</h4><div>IBM Research</div><div>Jan 2010 – Aug 2016 · Zurich</div></div>
      <div><h4>Professor</h4><div>ETH Zurich</div><div>Sep 2016 – Present</div></div></body></html>
      """)
    #expect(
      record.affiliations.map { "\($0.role?.value ?? ""), \($0.organization.value)" } == [
        "Research Scientist, IBM Research", "Professor, ETH Zurich",
      ])
    #expect(record.affiliations.map { $0.interval?.value.isOpen } == [false, true])
  }

  @Test("A bullet with a year is not a position, nor is a city a unit")
  func noPosition() throws {
    let record = try record(
      """
      # ANNA KOWALSKA

      ## Experience

      **Data Scientist** | Spotify | Stockholm, Sweden
      *March 2021 – Present*
      - Shipped 3 models in 2022
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Spotify"])
    #expect(record.affiliations.first?.unit == nil)
  }

  @Test(
    "Several roles in lines of their own below one employer with one period are several positions")
  func rolesBelowEmployer() throws {
    let record = try record(
      """
      Ada Quill

      EMPLOYMENT

      Acme University                                  2014 - 2020
        Professor, School of Fog
        Adjunct Professor, School of Tides
      Bolt University                                  2008 - 2014
        Lecturer, School of Ice
      """)
    #expect(
      record.affiliations.map { "\($0.organization.value) | \($0.role?.value ?? "-")" } == [
        "Acme University | Professor", "Acme University | Adjunct Professor",
        "Bolt University | Lecturer",
      ])
    #expect(record.affiliations.map { $0.interval?.value.start?.year } == [2014, 2014, 2008])
  }

  @Test("Each date of a list is a position")
  func listedDates() throws {
    let record = try record(
      "# Ada Quill\n\n## Experience\n\n**Quiet Lab, Norvale University**, Norvale\n"
        + "Teaching Assistant, Summer 2013, 2014\n\n**GE Research**, Estor\nIntern, Fall 2016\n")
    let years = record.affiliations.map { $0.interval?.value.start?.year }
    #expect(years == [2013, 2014, 2016])
    #expect(
      record.affiliations.map(\.role?.value) == [
        "Teaching Assistant", "Teaching Assistant", "Intern",
      ])
  }

  @Test("A service to a journal among positions is none, and is named")
  func namedService() throws {
    let record = try record(
      "# Ada Quill\n\n## Experience\n\n- 2019–2021: Engineer, GE Research\n- 2014–: Reviewer, JMLR\n"
    )
    #expect(record.affiliations.map(\.organization.value) == ["GE Research"])
    #expect(record.unparsedLines.map(\.span.string).contains { $0.contains("JMLR") })
  }
}
