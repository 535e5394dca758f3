import KGText
import Testing

@testable import KGLexicon

@Suite("Filter of names of venues")
struct VenueNameFilterTests {
  @Test(
    "Whatever is certainly a venue passes",
    arguments: [
      "NeurIPS 2021", "In Proc. of ICLR2020 (oral)", "CVPR'21", "SODA '22", "DAFx-18",
      "Neural Information Processing Systems", "软件学报, 2021, 33(2): 88-95", "Some New Workshop",
      "IEEE Trans. on Things", "第三届某某会议", "发表于 CVPR",
    ])
  func venues(text: String) {
    let span = SourceText(plain: text).whole
    #expect(VenueMention(span).isCertain)
    #expect(VenueAuthority.shared.filter.mayOccur(in: span))
  }

  @Test(
    "Texts without a name or a word of venues do not",
    arguments: [
      "Research Scientist", "Neural graphs for networks", "June 2019 - May 2021", "pp. 12-15",
      "an H100 cluster", "北京某某公司", "",
    ])
  func others(text: String) {
    #expect(!VenueAuthority.shared.filter.mayOccur(in: SourceText(plain: text).whole))
  }
}
