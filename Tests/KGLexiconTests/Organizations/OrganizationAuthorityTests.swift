import KGModel
import KGText
import Testing

@testable import KGLexicon

@Suite("Authorities")
struct OrganizationTests {
  private let organizations = OrganizationAuthority.shared

  @Test(
    "An organization is found by its names in both scripts, by part and whole, and in brackets",
    arguments: [
      ("SenseTime 商汤科技", "sensetime"), ("北航", "beihang-university"), ("BUAA", "beihang-university"),
      ("DAMO Academy of Alibaba Group (U.S.)", "damo-academy"),
      ("Alibaba DAMO Academy", "damo-academy"),
      ("Alibaba (AMAP)", "amap"), ("Alibaba Group", "alibaba-group"),
    ])
  func match(name: String, id: String) {
    #expect(organizations.match(name)?.id == id)
  }

  @Test("A text with words beyond a name does not match")
  func noMatch() {
    #expect(organizations.match("Alibaba Ice Cream") == nil)
    #expect(organizations.match("Tsinghua University and Peking University") == nil)
    #expect(organizations.match(String(repeating: "of ", count: 10_000)) == nil)
  }

  @Test("An organization is a part of its parents at any depth, and not the reverse")
  func parts() throws {
    let amap = try #require(organizations.match("AMAP"))
    let alibaba = try #require(organizations.match("Alibaba"))
    #expect(organizations.isPart(amap, of: alibaba))
    #expect(!organizations.isPart(alibaba, of: amap))
  }

  @Test("A former name finds the same venue as the current one")
  func venues() {
    let venues = VenueAuthority.shared
    #expect(venues.venue(named: "NIPS")?.id == venues.venue(named: "NeurIPS")?.id)
    #expect(venues.venue(named: "a conference that does not exist") == nil)
  }
}
