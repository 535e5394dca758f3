import KGText
import Testing

@testable import KGProfiles

@Suite("Features of the tokens of entries") struct FieldFeaturesTests {
  private struct Described {
    let context: EntryTokens
    let features: [[String]]

    init(_ text: String) throws {
      context = EntryTokens(try MarkedList(text).list)
      features = FieldFeatures(context, isDescribed: true).all.textsOfTokens
    }

    func of(_ word: String) throws -> [String] {
      let place = context.tokens.indices.first { context.text(of: $0).string == word }
      return features[try #require(place)]
    }
  }

  private static let list = """
    ## Experience

    - Research Intern, Tesserine Laboratories, 2019 – 2020
    - Software Engineer, Quill Institute of Technology, 2017 – 2019
    - Lecturer in Boats, Brindlewick, 2012 – 2016
    """

  @Test("short words are features themselves, of longer ones the end is")
  func words() throws {
    let described = try Described(Self.list)
    #expect(try described.of("of").contains("word=of"))
    let long = try described.of("Laboratories")
    #expect(long.contains("ending=ies"))
    #expect(!long.contains { $0.hasPrefix("word=") })
    #expect(try described.of(",").allSatisfy { !$0.hasPrefix("ending=") })
  }

  @Test("what the tables say of a token is a feature")
  func evidence() throws {
    let described = try Described(Self.list)
    #expect(try described.of("Intern").contains { $0.hasPrefix("role=") })
    #expect(try described.of("Institute").contains { $0.hasPrefix("organization word=") })
    #expect(try described.of("2017").contains("date"))
    #expect(try !described.of("Brindlewick").contains { $0.hasPrefix("organization=") })
  }

  @Test("a token between separators has the place of its piece from the left and the right")
  func pieces() throws {
    let name = try Described(Self.list).of("Brindlewick")
    #expect(name.contains("@left=1"))
    #expect(name.contains("@right=1"))
    #expect(name.contains("begins") && name.contains("ends"))
    let first = try Described(Self.list).of("Lecturer")
    #expect(first.contains("@left=0") && first.contains("starts line"))
    #expect(!first.contains("ends"))
  }

  @Test("a separator has the sign that it is, and no piece")
  func separators() throws {
    let comma = try Described(Self.list).of(",")
    #expect(comma.contains("@separator=,"))
    #expect(!comma.contains { $0.hasPrefix("@piece") })
  }

  @Test("the shares of the list are the same for all of its tokens")
  func shares() throws {
    let described = try Described(Self.list)
    for name in ["@share of dates", "@share of roles", "@share of organizations"] {
      let values = Set(described.features.compactMap { $0.first { $0.hasPrefix(name + "=") } })
      #expect(values.count == 1, "\(name)")
    }
  }

  @Test("the block of a line is named: an item, a row, a paragraph")
  func blocks() throws {
    #expect(try Described(Self.list).of("Brindlewick").contains("@block=item"))
    let paragraphs = try Described(
      "## Experience\n\nLecturer, Brindlewick, 2012 – 2016\n\nIntern, Fennwick, 2011 – 2012\n")
    #expect(try paragraphs.of("Brindlewick").contains("@block=paragraph"))
  }

  @Test("features that are described have the hashes of those that are not")
  func hashes() throws {
    let context = EntryTokens(try MarkedList(Self.list).list)
    let plain = FieldFeatures(context).all
    #expect(plain.hashes == FieldFeatures(context, isDescribed: true).all.hashes)
    #expect(plain.textsOfTokens.allSatisfy { $0.isEmpty })
  }
}
