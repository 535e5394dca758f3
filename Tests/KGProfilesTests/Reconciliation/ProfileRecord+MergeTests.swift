import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Parts of one profile") struct ProfileRecordMergeTests {
  private static func year(_ year: Int) -> Stated<Int> {
    Stated(year, SourceText(plain: "\(year)").whole, rule: .awardYear)
  }

  private static func merged(_ change: (inout ProfileRecord, inout ProfileRecord) -> Void)
    -> ProfileRecord
  {
    var (first, second) = (ProfileRecord(), ProfileRecord())
    change(&first, &second)
    first.merge(second)
    return first
  }

  @Test("patents are one by their number, where both have one, and otherwise by their title")
  func patents() {
    let whole = Self.merged { first, second in
      first.patents = [
        PatentRecord(title: stated("Quiet engine"), number: stated("CN 101")),
        PatentRecord(title: stated("Slow engine")),
      ]
      second.patents = [
        PatentRecord(title: stated("A quiet engine"), number: stated("CN 101")),
        PatentRecord(title: stated("Quiet engine"), number: stated("CN 102")),
        PatentRecord(title: stated("SLOW ENGINE"), number: stated("CN 103")),
      ]
    }
    #expect(whole.patents.compactMap(\.number?.value) == ["CN 101", "CN 102"])
    #expect(whole.patents.count == 3)
  }

  @Test("an award of one name in two years is two awards, without a year it is the one")
  func awards() {
    let whole = Self.merged { first, second in
      first.awards = [AwardRecord(title: stated("Golden Engine Medal"), year: Self.year(2014))]
      second.awards = [
        AwardRecord(title: stated("Golden engine medal")),
        AwardRecord(title: stated("Golden Engine Medal"), year: Self.year(2016)),
        AwardRecord(title: stated("Golden Engine Medal"), year: Self.year(2014)),
      ]
    }
    #expect(whole.awards.map(\.year?.value) == [2014, 2016])
  }

  @Test("projects are one by their names, claims by what they count and how many")
  func projectsAndClaims() {
    let whole = Self.merged { first, second in
      first.projects = [ProjectRecord(name: stated("Sirocco"))]
      second.projects = [
        ProjectRecord(name: stated("SIROCCO")), ProjectRecord(name: stated("Fog")),
      ]
      let claim = { (number: Int) in
        ClaimRecord(subject: "papers", count: Self.year(number), isLowerBound: true)
      }
      first.claims = [claim(50)]
      second.claims = [claim(50), claim(60)]
    }
    #expect(whole.projects.map(\.name.value) == ["Sirocco", "Fog"])
    #expect(whole.claims.map(\.count.value) == [50, 60])
  }

  @Test("positions, degrees and papers that both parts state are kept once")
  func careers() {
    let whole = Self.merged { first, second in
      first.affiliations = [position("Quillon Labs", "Engineer", "2019 – 2021")]
      second.affiliations = [
        position("Quillon Labs", "Engineer", "2019 – 2021"), position("Fennwick", "Intern", "2015"),
      ]
      first.education = [degree("Quillon University", "PhD", "2018")]
      second.education = [degree("Quillon University", "PhD")]
      first.papers.append(paper("Quiet Engines"))
      second.papers.append(paper("Quiet engines", ["Ada Quill"]))
    }
    #expect(whole.affiliations.map(\.organization.value) == ["Quillon Labs", "Fennwick"])
    #expect(whole.education.count == 1)
    #expect(whole.papers.map { $0.authors.map(\.value) } == [["Ada Quill"]])
  }

  @Test("lines that were not understood are reported for all parts")
  func unparsed() {
    let line = UnparsedLine(span: SourceText(plain: "?").whole, reason: "no title found")
    #expect(
      Self.merged {
        $0.unparsedLines = [line]; $1.unparsedLines = [line]
      }.unparsedLines.count == 2)
  }
}
