import Foundation
import KGModel
import KGQuery
import Testing

@Suite("Rows as values")
struct SolutionTests {
  private let row = Solution(
    variables: ["name", "papers", "share", "isOpen", "since", "page", "end"],
    terms: [
      .string("Ada"), .integer(3), .literal(Literal("0.25", datatype: XSD.decimal)), .boolean(true),
      .literal(Literal("1843", datatype: XSD.gYear)), .iri(IRI("http://e/ada")), nil,
    ])

  @Test("Columns are asked for by name and type")
  func values() throws {
    #expect(try row.value("name", as: String.self) == "Ada")
    #expect(try row.value("papers", as: Int.self) == 3)
    #expect(try row.value("since", as: Int.self) == 1843)
    #expect(try row.value("share", as: Double.self) == 0.25)
    #expect(try row.value("share", as: Decimal.self) == Decimal(string: "0.25"))
    #expect(try row.value("isOpen", as: Bool.self))
    #expect(try row.value("page", as: IRI.self) == IRI("http://e/ada"))
    #expect(try row.value("page", as: String.self) == "http://e/ada")
    #expect(row["end"] == nil)
    #expect(try row.valueIfBound("end", as: Int.self) == nil)
  }

  @Test("What a row does not have is said, with what it has")
  func refusals() {
    #expect(throws: SolutionError.unbound(variable: "end")) {
      try row.value("end", as: String.self)
    }
    #expect(throws: SolutionError.unknown(variable: "nam", columns: row.variables)) {
      try row.value("nam", as: String.self)
    }
    #expect(
      throws: SolutionError.type(variable: "name", term: .string("Ada"), wanted: "Int")
    ) { try row.value("name", as: Int.self) }
    // A string that looks like a number is not one.
    #expect(Int(Term.string("12")) == nil)
    #expect(Bool(Term.string("true")) == nil)
  }

  private enum Share: String, Decodable { case quarter = "0.25" }

  private struct Person: Decodable {
    let name: String
    let papers: UInt8
    let since: Int?
    let end: Int?
    let share: Share
  }

  @Test("A row becomes a value of one's own type")
  func decoding() throws {
    let person = try row.decoded(as: Person.self)
    #expect(person.name == "Ada")
    #expect(person.papers == 3)
    #expect(person.since == 1843)
    #expect(person.end == nil)
    #expect(person.share == .quarter)
  }

  private struct Strict: Decodable { let end: Int }
  private struct Misspelt: Decodable { let nam: String }
  private struct Small: Decodable { let since: UInt8 }

  @Test("What does not fit the type is refused, and never put in by force")
  func decodingRefusals() {
    #expect(throws: DecodingError.self) { try row.decoded(as: Strict.self) }
    #expect(throws: DecodingError.self) { try row.decoded(as: Misspelt.self) }
    #expect(throws: DecodingError.self) { try row.decoded(as: Small.self) }
    #expect(throws: DecodingError.self) { try row.decoded(as: [String].self) }
    #expect(throws: DecodingError.self) { try row.decoded(as: String.self) }
  }
}
