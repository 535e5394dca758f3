import KGModel

extension Evidence {
  /// Bits. An identifier or a statement of identity decides; only what someone has said comes before it.
  static let bitsOfStatement = 40.0

  /// Pairs of people or works that have one identifier of a registry: each with the first that has it.
  ///
  /// - Parameters:
  ///   - relation: From people or works to the numbers of their identifiers.
  ///   - count: The number of people or works.
  func sharedIdentifiers(_ relation: Relation, count: Int) -> [Join] {
    var first: [Int: Int] = [:]
    var joins: [Join] = []
    for one in 0..<count {
      for number in relation[one] {
        guard let other = first[number] else {
          first[number] = one
          continue
        }
        let identifier = registered[number]
        let reason = IdentityReason(
          rule: "shared-identifier", weight: Self.bitsOfStatement,
          detail: "both have \(identifier.kind.rawValue) \(identifier.value)")
        joins.append(Join(left: other, right: one, reasons: [reason]))
      }
    }
    return joins
  }
}
