import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Columns of the lists of data files") struct DataColumnTests {
  private static func columns(_ yaml: String) throws -> [DataColumn] {
    DataColumn.columns(of: try YAMLReader.read(Array(yaml.utf8)).items)
  }

  private static let list = """
    - {firm: Google, as: Engineer, since: 2016}
    - {firm: Microsoft, as: Engineer}
    - {firm: Google, as: Manager, since: 2020, note: ""}
    """

  @Test("there is a column for each key that has a value, in the order in which they occur")
  func keys() throws {
    #expect(try Self.columns(Self.list).map(\.key) == ["firm", "as", "since"])
  }

  @Test("a column counts the items that have it")
  func coverage() throws {
    let columns = try Self.columns(Self.list)
    #expect(columns.map(\.count) == [3, 3, 2])
    #expect(columns[0].coverage == 1)
    #expect(abs(columns[2].coverage - 2.0 / 3) < 0.001)
  }

  @Test("the forms of the values have shares")
  func shares() throws {
    let columns = try Self.columns(Self.list)
    #expect(columns[0].share(.knownOrganization) == 1)
    #expect(columns[1].share(.role) == 1)
    #expect(columns[2].share(.date) == 1)
    #expect(columns[1].share(.date) == 0)
  }

  @Test("a key is certain of its field, or one of several")
  func certainty() throws {
    let columns = try Self.columns(
      "- {organization: Quillon, name: Ada, boat: slow}\n- {organization: Quillon, name: Bo, boat: fast}\n"
    )
    #expect(columns[0].certainty[.organization] == 1)
    let name = columns[1].certainty[.organization] ?? 0
    #expect(name > 0 && name < 1)
    #expect(columns[2].certainty.isEmpty)
  }

  @Test("a column fits the field of its values better than another, whatever its key")
  func scores() throws {
    let columns = try Self.columns(Self.list)
    func best(_ column: DataColumn) -> DataField? {
      [DataField.organization, .role, .start].max {
        column.score($0, in: .career) < column.score($1, in: .career)
      }
    }
    #expect(columns.map(best) == [.organization, .role, .start])
  }

  @Test("the form of the values counts as far as items have the key")
  func rareColumns() throws {
    let full = try Self.columns("- {zz: Google, as: x}\n- {zz: Microsoft, as: y}\n")
    let rare = try Self.columns(
      "- {zz: Google, as: x}\n- {as: y}\n- {as: z}\n- {as: u}\n- {as: v}\n- {as: w}\n")
    let score = { (column: DataColumn) in column.score(.organization, in: .career) }
    #expect(score(rare[0]) < score(full[0]))
  }
}
