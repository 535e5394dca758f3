import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Venues that were named before")
struct VenueMentionCacheTests {
  @Test(
    "A venue that is named again is read as the first time, with places in its own text",
    arguments: [
      "Advances in Neural Information Processing Systems 34 (oral)", "ICLR2020 NAS workshop",
      "Journal of Loom Studies, to appear", "~",
    ])
  func again(venue: String) {
    var cache = VenueMentionCache()
    let first = SourceText(plain: venue).whole
    let text = SourceText(plain: "In: " + venue)
    let again = text.whole.from(4)
    let expected = VenueMention(again)
    _ = cache.mention(in: first)
    let mention = cache.mention(in: again)
    #expect(mention.name?.value == expected.name?.value)
    #expect(mention.name?.span.range == expected.name?.span.range)
    #expect(mention.year?.span.range == expected.year?.span.range)
    #expect(mention.presentation?.span.range == expected.presentation?.span.range)
    #expect(mention.status?.span.range == expected.status?.span.range)
    #expect(mention.isCertain == expected.isCertain)
    #expect(mention.name.map { $0.span.text === text } ?? true)
  }
}
