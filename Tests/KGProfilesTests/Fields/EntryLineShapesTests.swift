import Testing

@testable import KGProfiles

@Suite("Shapes of the lines of a list")
struct EntryLineShapesTests {
  @Test("lines of the same order of pieces have the same signature")
  func signatures() throws {
    let list = try MarkedList(
      """
      ## Experience

      - Research Intern, Google, 2018 – 2019
      - Software Engineer, Microsoft, 2017 – 2018
      - Built the quiet engine
      """
    ).list
    let tokens = EntryTokens(list)
    let shapes = EntryLineShapes(tokens)
    #expect(shapes.signatures[0] == shapes.signatures[1])
    #expect(shapes.signatures[0] != shapes.signatures[2])
    #expect(shapes.hasDate == [true, true, false])
    #expect(shapes.hasTitle == [true, true, false])
    #expect(shapes.hasOrganization == [true, true, false])
  }

  @Test("a share is counted in quarters, rounded up")
  func shares() {
    #expect(EntryLineShapes.share([false, false]) == 0)
    #expect(EntryLineShapes.share([true, false, false, false, false]) == 1)
    #expect(EntryLineShapes.share([true, true]) == 4)
    #expect(EntryLineShapes.share([]) == 0)
  }
}
