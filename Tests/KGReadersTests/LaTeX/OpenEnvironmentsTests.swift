import Testing

@testable import KGReaders

@Suite("Open environments of LaTeX")
struct OpenEnvironmentsTests {
  @Test("What is within a hidden environment is hidden until that one ends")
  func hidden() throws {
    var environments = OpenEnvironments()
    environments.open("comment", .hidden)
    environments.open("itemize", .list(ordered: false))
    #expect(environments.isHidden)
    environments.close(try #require(environments.innermost(named: "itemize")))
    #expect(environments.isHidden)
    environments.close(try #require(environments.innermost(named: "comment")))
    #expect(!environments.isHidden)
  }

  @Test("The innermost table counts; an end closes what is open within")
  func tables() throws {
    var environments = OpenEnvironments()
    environments.open("tabular", .table, groupCount: 1)
    environments.open("tabular", .table, groupCount: 4)
    environments.open("a", .other)
    #expect(environments.table?.groupCount == 4)
    environments.close(try #require(environments.innermost(named: "tabular")))
    #expect(environments.table?.groupCount == 1)
    #expect(environments.innermost(named: "a") == nil)
  }
}
