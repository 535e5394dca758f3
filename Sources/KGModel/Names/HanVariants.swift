internal import CNameTables

/// Forms of one Han character: traditional, simplified and variant ones. The table is `Data/han-variants.tsv`.
enum HanVariants {
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    var simplified: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in TabSeparatedTable(kg_han_variants()).rows {
      guard let form = row.cell(0).unicodeScalars.first else { continue }
      for other in row.cell(1).unicodeScalars { simplified[other] = form }
    }
    return simplified
  }()

  /// The name with the simplified form of each character, in which names are compared: 陳 and 陈 are one.
  static func normalized(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { simplified[$0] ?? $0 }))
  }
}
