import KGLexicon
import KGReaders
import Testing

@testable import KGProfiles

@Suite("Positions and degrees by their fields") struct CareerFieldsTests {
  private static func career(_ text: String, byRules: Bool) throws -> Career {
    var all = Career()
    for part in Outline(try DocumentReader.read(Array(text.utf8))).partsByContent() {
      var career = Career()
      if byRules { career.read(part, for: .employment) }
      var byFields = Career()
      byFields.read(fieldsOf: part)
      career.addMissing(of: byFields)
      all.append(career)
    }
    return all
  }

  private static let positions = """
    ## Experience

    - Research Intern, Tesserine Laboratories, 2019 – 2020
    - Software Engineer, Quill Institute of Technology, 2017 – 2019
    """

  @Test("entries are read from their fields alone")
  func byFields() throws {
    let career = try Self.career(Self.positions, byRules: false)
    #expect(
      career.affiliations.map(\.organization.value) == [
        "Tesserine Laboratories", "Quill Institute of Technology",
      ])
    #expect(career.affiliations.map(\.role?.value) == ["Research Intern", "Software Engineer"])
  }

  @Test("an entry that the rules have read is not added again")
  func noRepeats() throws {
    let career = try Self.career(Self.positions, byRules: true)
    #expect(career.affiliations.count == 2)
  }
}
