import KGLexicon
import KGModel
import KGText
import Testing

@testable import KGProfiles

@Suite("Tokens of a list of entries") struct EntryTokensTests {
  private static let text = """
    ## Experience

    - Research Scientist (part time), **Google**, 2019 – 2021
    - Engineer, Microsoft Research, 2015 – 2018
    """

  private static func tokens(hiding hidden: EntryTokens.HiddenOrganizations = .none) throws
    -> EntryTokens
  {
    EntryTokens(try MarkedList(text).list, hiding: hidden)
  }

  private static func place(_ word: String, in context: EntryTokens) throws -> Int {
    try #require(context.tokens.indices.first { context.text(of: $0).string == word })
  }

  @Test("each token knows its line, and each line its tokens")
  func lines() throws {
    let context = try Self.tokens()
    let engineer = try Self.place("Engineer", in: context)
    let line = context.lines[engineer]
    #expect(context.ranges[line].lowerBound == engineer)
    #expect(context.ranges.map(\.count).reduce(0, +) == context.tokens.count)
    #expect(context.lines[engineer - 1] == line - 1)
  }

  @Test("brackets have a depth, which ends after them")
  func depths() throws {
    let context = try Self.tokens()
    let part = try Self.place("part", in: context)
    // “Scientist ( part time ) ,”
    #expect(context.depths[part - 2...part + 3] == [0, 1, 1, 1, 1, 0])
  }

  @Test("marks and evidence belong to their tokens")
  func evidence() throws {
    let context = try Self.tokens()
    let google = try Self.place("Google", in: context)
    #expect(context.marks[google] == .strong)
    #expect(context.evidence[google].organization != .none)
    #expect(context.evidence[google].isOrganizationKnown)
    let scientist = try Self.place("Scientist", in: context)
    #expect(context.marks[scientist] == .none)
    #expect(context.evidence[scientist].role != .none)
    #expect(try context.evidence[Self.place("2015", in: context)].isDate)
  }

  @Test("an organization is hidden in every second line, or in all")
  func hidden() throws {
    func known(_ hidden: EntryTokens.HiddenOrganizations) throws -> [Bool] {
      let context = try Self.tokens(hiding: hidden)
      return context.ranges.filter { !$0.isEmpty }.map { range in
        context.evidence[range].contains { $0.isOrganizationKnown }
      }.suffix(2)
    }
    #expect(try known(.none) == [true, true])
    #expect(try known(.all) == [false, false])
    #expect(try known(.ofEverySecondLine).count { $0 } == 1)
  }

  @Test("the text of several tokens is that from the first to the last")
  func spans() throws {
    let context = try Self.tokens()
    let first = try Self.place("Microsoft", in: context)
    #expect(context.span(of: first..<first + 2).string == "Microsoft Research")
    #expect(context.intervals.flatMap { $0 }.map(\.value.start?.year) == [2019, 2015])
  }
}
