import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Headers that are read once") struct EntryHeadersTests {
  private func lines(_ text: String) -> [Span] { SourceText(plain: text).whole.lines }

  @Test("the same lines are another header as a degree than as a position")
  func kinds() {
    let headers = EntryHeaders()
    let lines = lines("PhD in Tides, Quillon University, 2014 – 2018")
    #expect(headers.header(of: lines, for: .education).degree?.value == "PhD")
    #expect(headers.header(of: lines, for: .employment).degree == nil)
    #expect(headers.header(of: lines, for: .education).degree?.value == "PhD")
  }

  @Test("lines at the same places of another text are other lines")
  func texts() {
    let headers = EntryHeaders()
    let roles = ["Lecturer, Quillon University", "Engineer, Quillon University"].map {
      headers.header(of: lines($0), for: .employment).role?.value
    }
    #expect(roles == ["Lecturer", "Engineer"])
  }

  @Test("more or fewer lines of one text are other lines, and none state nothing")
  func counts() {
    let headers = EntryHeaders()
    let lines = lines("Lecturer\nQuillon University\n2014 – 2018")
    #expect(headers.header(of: lines, for: .employment).interval != nil)
    #expect(headers.header(of: Array(lines.prefix(2)), for: .employment).interval == nil)
    #expect(headers.header(of: [], for: .employment).isEmpty)
  }
}
