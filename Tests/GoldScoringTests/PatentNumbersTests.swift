import Testing

@testable import GoldScoring

@Suite("Patents")
struct PatentNumbersTests {
  @Test(
    "Numbers are compared by their digits, perhaps without the check digit",
    arguments: [
      ("CN201710124025.6", "2017101240256"), ("CN201710124025.6", "201710124025"),
      ("US 10,123,456 B2", "US10123456B2"),
    ])
  func same(gold: String, predicted: String) {
    #expect(PatentNumbers([gold]).matches(PatentNumbers([predicted])) == true)
  }

  @Test("Another number is another patent")
  func other() {
    #expect(
      PatentNumbers(["CN201710124025.6"]).matches(PatentNumbers(["CN201710059806.1"])) == false)
  }

  @Test("Without a number on one side the titles decide")
  func titles() {
    #expect(PatentNumbers(["CN201710124025.6"]).matches(PatentNumbers([])) == nil)
    #expect(PatentNumbers(["CN201710124025.6"]).matches(PatentNumbers(["No. 12"])) == nil)
    let gold = ComparedPatent(gold: PatentEntry(title: "A method", number: "CN201710124025.6"))
    #expect(gold.matches(ComparedPatent(predicted: PatentEntry(title: "A method"))))
    #expect(
      !gold.matches(ComparedPatent(predicted: PatentEntry(title: "A method", number: "CN99999999")))
    )
  }
}
