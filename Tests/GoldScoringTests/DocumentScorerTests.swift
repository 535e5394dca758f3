import Foundation
import TestSupport
import Testing

@testable import GoldScoring

@Suite("Scoring a document")
struct DocumentScorerTests {
  /// The sample and, when they are there, the records of the real profiles.
  static func golds() throws -> [DocumentRecord] {
    guard TestData.gold.absence(of: "seeds") == nil else { return [.sample] }
    let records = TestData.gold.folder.appendingPathComponent("seeds")
    return try [.sample] + GoldSet(records: records, documents: nil).records
  }

  @Test("A prediction that equals gold has an F1 of 1 in every field", arguments: try golds())
  func perfect(gold: DocumentRecord) {
    let total = Evaluation(of: [gold.perfectPrediction], against: [gold]).total
    #expect(total.usedFields.filter { total[$0].f1 != 1 } == [])
  }

  @Test("Leaving optional entries out costs nothing", arguments: try golds())
  func withoutOptional(gold: DocumentRecord) {
    let prediction = gold.withoutOptionalEntries.perfectPrediction
    let total = Evaluation(of: [prediction], against: [gold]).total
    #expect(total.usedFields.filter { total[$0].f1 != 1 } == [])
  }

  @Test("An empty prediction and a missing one find nothing", arguments: try golds())
  func empty(gold: DocumentRecord) {
    for predictions in [[DocumentRecord(document: gold.document)], []] {
      let total = Evaluation(of: predictions, against: [gold]).total
      #expect(total.overall == 0)
      #expect(total.usedFields.allSatisfy { total[$0].right == 0 })
    }
  }

  @Test("A missing prediction is noted")
  func missing() {
    let notes = Evaluation(of: [], against: [.sample]).total.notes
    #expect(notes.contains(Note(.miss, nil, "no prediction for x.md")))
  }

  static let paperFields: Set<Field> = [
    .papers, .paperAuthors, .paperVenue, .paperYear, .authorNames,
  ]

  static let faults = [
    Change("wrong person", lowers: [.personName]) { $0.person.name = "Li Lei" },
    Change("wrong home page", lowers: [.links]) {
      $0.person.homepages = ["https://other.example/"]
    },
    Change("wrong dates", lowers: [.affiliationDates]) { $0.affiliations[0].end = "2019-05" },
    Change("lost dates", lowers: [.affiliationDates]) { $0.affiliations[1].start = nil },
    Change("wrong role", lowers: [.affiliationRole]) { $0.affiliations[0].role = "Professor" },
    Change("wrong unit", lowers: [.affiliationUnit]) { $0.affiliations[0].unit = "Sales" },
    Change(
      "lost affiliation",
      lowers: [.affiliations, .affiliationDates, .affiliationRole, .affiliationUnit]
    ) { $0.affiliations.removeFirst() },
    Change("extra affiliation", lowers: [.affiliations]) {
      $0.affiliations.append(AffiliationEntry(organization: "Nowhere Ltd."))
    },
    Change("wrong organization", lowers: [.affiliations, .affiliationDates, .affiliationRole]) {
      $0.affiliations[2].organization = "Mei Tuan Holding"
    },
    Change("disjoint period", lowers: [.affiliations, .affiliationDates, .affiliationRole]) {
      $0.affiliations[2].start = "2011"
      $0.affiliations[2].end = "2012"
    },
    Change(
      "wrong degree", lowers: [.education, .degree, .educationDates, .advisers, .fieldOfStudy]
    ) { $0.education[0].degree = "Master" },
    Change("lost degree", lowers: [.degree]) { $0.education[0].degree = nil },
    Change("wrong field of study", lowers: [.fieldOfStudy]) { $0.education[0].field = "Biology" },
    Change("wrong dates of a degree", lowers: [.educationDates]) { $0.education[0].start = "2009" },
    Change("wrong adviser", lowers: [.advisers]) { $0.education[0].advisers = ["Wei Jin"] },
    Change("lost adviser", lowers: [.advisers]) { $0.education[0].advisers = [] },
    Change("other order of authors", lowers: [.paperAuthors]) { $0.papers[0].authors.reverse() },
    Change("lost author", lowers: [.paperAuthors, .authorNames]) {
      $0.papers[0].authors.removeLast()
    },
    Change("misspelt author", lowers: [.paperAuthors, .authorNames]) {
      $0.papers[0].authors = ["Bo Linn", "Xiaoming Wang"]
    },
    Change("wrong venue", lowers: [.paperVenue]) { $0.papers[0].venue = "ECCV" },
    Change("workshop as conference", lowers: [.paperVenue]) { $0.papers[2].venue = "ICLR" },
    Change("wrong year", lowers: [.paperYear]) { $0.papers[0].year = 2020 },
    Change("lost year", lowers: [.paperYear]) { $0.papers[0].year = nil },
    Change("wrong title", lowers: paperFields) { $0.papers[1].title = "Siblings" },
    Change("repeated paper", lowers: paperFields) { $0.papers.append($0.papers[0]) },
    Change("extra paper", lowers: [.papers]) {
      $0.papers.append(PaperEntry(title: "A section heading"))
    },
    Change("wrong patent", lowers: [.patents]) {
      $0.patents[0] = PatentEntry(title: "x", number: "CN201710059806.1")
    },
    Change("wrong year of an award", lowers: [.awards]) { $0.awards[0].year = 2010 },
    Change("extra award", lowers: [.awards]) {
      $0.awards.append(AwardEntry(title: "Best Pancake"))
    },
    Change("wrong project", lowers: [.projects]) { $0.projects[0] = ProjectEntry(name: "Other") },
  ]

  @Test("A fault lowers the fields that it concerns, and no others", arguments: faults)
  func fault(change: Change) {
    #expect(change.loweredFields == change.lowers)
  }

  static let variations = [
    Change("name in pinyin") { $0.person.name = "Wang Xiaoming" },
    Change("name in both scripts") { $0.person.name = "王小明 (Xiaoming Wang)" },
    Change("organization in one script") {
      for index in 0..<2 { $0.affiliations[index].organization = "商汤科技" }
    },
    Change("organization in Latin script") { $0.affiliations[0].organization = "SenseTime" },
    Change("corporate suffix") { $0.affiliations[2].organization = "Meituan Inc." },
    Change("organization with its unit") {
      $0.education[0].organization = "Department of Automation, Tsinghua University"
    },
    Change("coarser dates") {
      $0.affiliations[0].start = "2018"
      $0.affiliations[0].end = "2019"
    },
    Change("one date for a position with one date") { $0.affiliations[2].end = nil },
    Change("other order of entries") {
      $0.affiliations.reverse()
      $0.education.reverse()
      $0.papers.reverse()
      $0.awards.reverse()
    },
    Change("punctuation and case of a title") {
      $0.papers[0].title = "calm-nas a zero-shot NAS for high performance image recognition."
    },
    Change("typing error in a title") {
      $0.papers[0].title = "Calm-NAS: A Zero-Shot NAS for High-Performance Image Recogniton"
    },
    Change("long name of a venue") {
      $0.papers[0].venue =
        "Proceedings of the IEEE/CVF International Conference on Computer Vision"
    },
    Change("venue with an attached year") { $0.papers[1].venue = "NeurIPS21" },
    Change("old name of a venue") { $0.papers[1].venue = "NIPS" },
    Change("family name first") { $0.papers[1].authors = ["Wang, Xiaoming", "Garcia, Jose"] },
    Change("footnote marks") { $0.papers[1].authors = ["Xiaoming Wang*", "José García†"] },
    Change("degree in Chinese") { $0.education[1].degree = "本科" },
    Change("adviser in both scripts") { $0.education[0].advisers = ["Haoran Luo (罗浩然)"] },
    Change("adviser with a title") { $0.education[0].advisers = ["Prof. Haoran Luo"] },
    Change("number of a patent alone") {
      $0.patents[0] = PatentEntry(title: nil, number: "2017101240256", year: 2017)
    },
    Change("repeated affiliation") {
      $0.affiliations.append(AffiliationEntry(organization: "SenseTime", role: "研究员"))
    },
    Change("programme of study as an affiliation") {
      $0.affiliations.append(
        AffiliationEntry(organization: "Tsinghua University", role: "PhD student"))
    },
    Change("wording of an award") { $0.awards[1].title = "蓝桥杯全国二等奖" },
    Change("path of the document") { $0.document = "/some/folder/x.md" },
  ]

  @Test("A harmless variation lowers nothing", arguments: variations)
  func variation(change: Change) {
    #expect(change.loweredFields == [])
  }

  @Test("An incomplete list of papers does not punish further papers")
  func incompleteList() {
    var gold = DocumentRecord.sample
    gold.papersComplete = false
    var prediction = DocumentRecord.sample
    prediction.papers.append(
      PaperEntry(title: "Further down the list", authors: ["A B"], venue: "ICML", year: 2019))
    #expect(Evaluation(of: [prediction], against: [gold]).total.overall == 1)
  }

  @Test("A name where the document has none is wrong")
  func unnamedOwner() {
    var gold = DocumentRecord.sample
    gold.person = PersonEntry()
    let counts = Evaluation(of: [.sample], against: [gold]).total[.personName]
    #expect(counts == Counts(right: 0, predicted: 1, gold: 0))
  }

  @Test(
    "An owner who is named only as an author may be predicted or not", arguments: [nil, "X Wang"])
  func ownerNamedAsAuthor(name: String?) {
    var gold = DocumentRecord.sample
    gold.person = PersonEntry(name: nil, names: ["X. Wang"])
    var prediction = gold
    prediction.person.name = name
    #expect(Evaluation(of: [prediction], against: [gold]).total[.personName].isEmpty)
  }

  @Test("A prediction of an optional entry counts neither way")
  func optionalEntry() {
    let award = AwardEntry(title: "Best Poster", year: 2020, optional: true)
    let gold = DocumentRecord(document: "x", awards: [award])
    #expect(Evaluation(of: [gold.perfectPrediction], against: [gold]).total[.awards].isEmpty)
  }

  @Test("Where gold states nothing, an accepted value is ignored and another one is wrong")
  func acceptedValue() {
    func venueCounts(_ venue: String) -> Counts {
      let gold = PaperEntry(title: "A title", accept: AcceptedValues(venue: ["ICML"]))
      let found = PaperEntry(title: "A title", venue: venue)
      return Evaluation(
        of: [DocumentRecord(document: "x", papers: [found])],
        against: [DocumentRecord(document: "x", papers: [gold])]
      ).total[.paperVenue]
    }
    #expect(venueCounts("ICML") == Counts(right: 0, predicted: 0, gold: 0))
    #expect(venueCounts("ICLR") == Counts(right: 0, predicted: 1, gold: 0))
  }

  @Test("The notes name what is missing, extra, wrong and unset")
  func notes() {
    let gold = DocumentRecord(
      document: "x",
      papers: [
        PaperEntry(title: "First title", venue: "ICML", year: 2020),
        PaperEntry(title: "Second title"),
      ])
    let prediction = DocumentRecord(
      document: "x",
      papers: [PaperEntry(title: "First title", year: 2021), PaperEntry(title: "Third")])
    #expect(
      Evaluation(of: [prediction], against: [gold]).total.notes == [
        Note(.miss, .papers, "Second title"), Note(.unset, .paperVenue, "First title | 2020"),
        Note(.wrong, .paperYear, "First title | 2021  <-  gold First title | 2020"),
        Note(.extra, .papers, "Third"),
      ])
  }
}
