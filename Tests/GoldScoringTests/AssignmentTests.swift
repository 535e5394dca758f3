import Testing

@testable import GoldScoring

@Suite("Assignment of predicted entries")
struct AssignmentTests {
  @Test("The better fitting entry is taken first, wherever it is in the list")
  func rank() {
    let gold = record([
      AffiliationEntry(organization: "X", role: "Engineer", start: "2010", end: "2012"),
      AffiliationEntry(organization: "X", role: "Manager", start: "2012", end: "2014"),
    ])
    let predicted = record(gold.affiliations.reversed())
    #expect(Evaluation(of: [predicted], against: [gold]).total[.affiliationRole].f1 == 1)
  }

  @Test("Of equal matches the required gold entry is taken before the optional one")
  func requiredFirst() {
    let gold = record([
      AffiliationEntry(organization: "X", role: "Engineer", optional: true),
      AffiliationEntry(organization: "X", role: "Engineer"),
    ])
    let predicted = record([AffiliationEntry(organization: "X", role: "Engineer")])
    #expect(Evaluation(of: [predicted], against: [gold]).total[.affiliations].recall == 1)
  }

  private func record(_ affiliations: [AffiliationEntry]) -> DocumentRecord {
    DocumentRecord(document: "x", affiliations: affiliations)
  }
}
