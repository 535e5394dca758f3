import KGLexicon
import KGModel
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Layouts of entries")
struct LayoutTests {
  @Test("“Same department” is the place of the post before")
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

  @Test("Successive posts in one line, and below the line of one employer")
  func successivePosts() throws {
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
    let posts = record.affiliations.map {
      "\($0.organization.value) \($0.role?.value ?? "-") \($0.interval?.value.start?.year ?? 0)"
    }
    #expect(
      posts == [
        "Acme University Professor 2022", "Acme University Associate Professor 2020",
        "Acme University Lecturer 2018", "Bolt Research Research Intern 2017",
        "Bolt Research Research Intern 2016",
      ])
  }

  @Test(
    "A position below its employer's line is taken; one above the first entry stands above each")
  func positionsInLinesOfTheirOwn() throws {
    func posts(_ text: String) throws -> [String] {
      try record("# Ada Quill\n\n## Experience\n\n\(text)\n").affiliations.map {
        "\($0.organization.value) \($0.role?.value ?? "-")"
      }
    }
    #expect(
      try posts("Acme University, 2018 - 2020\n\nSenior Lecturer\n\nBuilt looms.")
        == ["Acme University Senior Lecturer"])
    #expect(
      try posts("Acme University, 2019 - 2020\n\nReported to the director, and built engines.")
        == ["Acme University -"])
    let above = try posts(
      "Professor\n\nAcme University, 2018 - 2020\n\nLecturer\n\nBolt University, 2015 - 2018")
    #expect(!above.contains("Acme University Lecturer"))
  }

  @Test("A town before its state is no employer, and does not hide one")
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

  @Test("Who visits is not enrolled, and time off is no post")
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

  @Test("An author page alone tells the data at its head")
  func frontMatter() throws {
    let record = try record(
      """
      ---
      title: Ada Quill
      role: Assistant Professor
      organizations:
      - name: Delft University of Technology
      education:
        courses:
        - course: PhD in Computer Science
          institution: KU Leuven
          year: 2018
      ---
      Ada studies engines.
      """)
    #expect(record.affiliations.map(\.organization.value) == ["Delft University of Technology"])
    #expect(record.education.map(\.organization.value) == ["KU Leuven"])
  }

  @Test("Another section at the level of the known ones is no employer")
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

  private func record(_ text: String) throws -> ProfileRecord {
    try ProfileExtractor.extract(Array(text.utf8)).record
  }

  @Test("An empty cell repeats the one above")
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

  @Test("A venue above the first title stands above each")
  func venuesAbove() throws {
    let record = try record(
      """
      # Ada Quill

      ## Publications

      CVPR 2024

      **Things That Think in Pictures** \\
      Ada Quill, Bo Foe

      ICML 2023

      **Things That Think in Words** \\
      Bo Foe, Ada Quill

      """)
    #expect(record.papers.map { $0.venue?.value } == ["CVPR", "ICML"])
    #expect(record.papers.map { $0.year?.value } == [2024, 2023])
  }

  @Test("Role, organization and dates in three lines, town and all")
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

  @Test("A list that leaves out its owner tells the others; a remark in brackets is no paper")
  func others() throws {
    let record = try record(
      """
      # Ada Quill

      ## Publications

      (not complete before 1987)

      - Magic sets revisited (with B. Foe and C. Doe). PODS, Nashville, 1990.

      """)
    #expect(record.papers.map(\.title.value) == ["Magic sets revisited"])
    #expect(record.papers[0].authors.map(\.value) == ["B. Foe", "C. Doe"])
    #expect(record.papers[0].isAuthorListComplete == false)
  }

  @Test("A section whose title says nothing may list a career")
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

  @Test("A remark behind the date is no part of a degree, and does not hide it")
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

  @Test(
    "The title of a patent is found among its inventors and its number",
    arguments: [
      "**A. Quill**, B. Reed: *Gripper with many soft fingers*. EP 3 741 555 B1, 2022.",
      "A. Quill, B. Reed: Gripper with many soft fingers. EP 3 741 555 B1, 2022.",
      "Gripper with many soft fingers. **A. Quill**, B. Reed. US 2025/0055555 A1.",
      "KR 10-2024-0155503 (filed), Gripper with many soft fingers",
      "B. Reed, A. Quill, “Gripper with many soft fingers,” WO Patent 2015/000456 A1, 2015.",
    ])
  func patentTitle(line: String) throws {
    let record = try record("# Ada Quill\n\n## Patents\n\n- \(line)\n")
    #expect(record.patents.map(\.title.value) == ["Gripper with many soft fingers"])
    #expect(record.patents.first?.number != nil)
  }

  @Test("A number in a line of its own belongs to the title in the same entry")
  func patentInTwoLines() throws {
    let record = try record(
      "# Ada Quill\n\n## Patents\n\n- US 12555014, Jan. 2025\\\nGripper with many soft fingers\n"
        + "- Boiler with two small lids\\\nEP 23 155 501.9, 2023\n")
    #expect(record.patents.map { $0.number?.value } == ["US 12555014", "EP 23 155 501.9"])
    #expect(record.patents.map { $0.year?.value } == [2025, 2023])
  }
}
