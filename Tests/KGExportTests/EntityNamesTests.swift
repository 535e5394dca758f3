import KGModel
import Testing

@testable import KGExport

@Suite struct EntityNamesTests {
  private let person = SampleNetwork.person("1")

  private func name(_ network: SampleNetwork) throws -> String {
    try EntityNames(source: network.triples).name(of: person).line
  }

  @Test("A name in two scripts shows both, the Han one first")
  func twoScripts() throws {
    var network = SampleNetwork()
    network.addPerson("1", "Fengwei Yu", "余锋伟")
    #expect(try name(network) == "余锋伟 Fengwei Yu")
  }

  @Test("The other script may come from another name")
  func otherScript() throws {
    var network = SampleNetwork()
    network.addPerson("1", "余锋伟", others: ["Fengwei Yu"])
    #expect(try name(network) == "余锋伟 Fengwei Yu")
  }

  @Test("A full name goes before initials, whatever its length")
  func initials() throws {
    var network = SampleNetwork()
    network.addPerson("1", "A. B. C. Hauptmann", "Alexander Hauptmann")
    #expect(try name(network) == "Alexander Hauptmann")
  }

  @Test("An owner without a name is called after the document")
  func unnamedOwner() throws {
    var network = SampleNetwork()
    let document = Term.iri("https://kg.example/document/profiles/amap%20director.md#it")
    network.add(document, Schema.mainEntity, person)
    #expect(try name(network) == "amap director.md")
  }

  @Test("Without name and document, the IRI's end must do")
  func iri() throws {
    #expect(try name(SampleNetwork()) == "1")
  }
}
