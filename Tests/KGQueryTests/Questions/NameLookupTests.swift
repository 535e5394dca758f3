import KGModel
import KGQuery
import Testing

@Suite("Names in questions")
struct NameLookupTests {
  private let lookup = NameLookup(
    index: SmallNameIndex(
      people: ["Fengwei Yu", "余锋伟", "Ruihao Gong", "Alexander G. Hauptmann", "欧阳丹"],
      organizations: [
        "SenseTime", "商汤科技", "Institute of Examples", "Avalon State University",
        "University of Avalon",
      ],
      papers: ["BRECQ: Pushing the Limit of Post-Training Quantization"]))

  private func names(_ result: NameLookup.Result) -> [String] {
    if case .found(let things) = result { things.map(\.name) } else { [] }
  }

  @Test(
    "A person is found in every form in which people type names",
    arguments: [
      ("fengwei yu", "Fengwei Yu"), ("Yu Fengwei", "Fengwei Yu"), ("yufengwei", "Fengwei Yu"),
      ("Yu, F.", "Fengwei Yu"), ("F. Yu", "Fengwei Yu"), ("余锋伟", "余锋伟"),
      ("Dan Ouyang", "欧阳丹"), ("A. Hauptmann", "Alexander G. Hauptmann"),
      ("Ｒｕｉｈａｏ Ｇｏｎｇ", "Ruihao Gong"),
    ])
  func person(typed: String, name: String) throws {
    #expect(names(try lookup.person(typed)) == [name])
  }

  @Test("Initials in the graph are not the person whose whole name is asked for")
  func vagueNames() throws {
    let lookup = NameLookup(index: SmallNameIndex(people: ["W. Tarn", "Ada B. Tarn"]))
    #expect(names(try lookup.person("Wei Tarn")).isEmpty)
    #expect(names(try lookup.person("Tarn, W.")) == ["W. Tarn"])
    #expect(names(try lookup.person("Ada Tarn")) == ["Ada B. Tarn"])
  }

  @Test("An unknown person is answered with the near names, if there are any")
  func nearNames() throws {
    #expect(try lookup.person("Fengwei Yuu") == .unknown(near: ["Fengwei Yu"]))
    #expect(try lookup.person("Grace Hopper") == .unknown(near: []))
    #expect(try lookup.person("") == .unknown(near: []))
  }

  @Test("A paper is found by a part of its title, an organization by its name in either script")
  func things() throws {
    #expect(names(try lookup.find("BRECQ", .paper)).count == 1)
    #expect(names(try lookup.find("商汤", .organization)) == ["商汤科技"])
    #expect(names(try lookup.find("Institute of Examples", .organization)).count == 1)
  }

  @Test("A word in the names of two organizations means neither alone")
  func ambiguous() throws {
    #expect(
      Set(names(try lookup.find("Avalon", .organization))) == [
        "Avalon State University", "University of Avalon",
      ])
  }
}
