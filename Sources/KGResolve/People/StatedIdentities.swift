import KGModel

/// People who are one by what their sources state: one identifier of a registry, or `owl:sameAs`.
struct StatedIdentities {
  /// Never two authors of one work, nor two people by other identifiers.
  private(set) var joins: [Join] = []

  /// Bits. A statement decides, but what someone has said comes before it.
  private static let bits = 40.0

  init(_ evidence: Evidence) {
    func add(_ one: Int, _ other: Int, _ reason: IdentityReason) {
      guard evidence.worksOfPerson[one].isDisjoint(with: evidence.worksOfPerson[other]),
        !evidence.areNumberedApart(one, other)
      else { return }
      joins.append(Join(left: one, right: other, reasons: [reason]))
    }
    for pair in evidence.statedAsOne {
      add(
        Int(pair.left), Int(pair.right),
        IdentityReason(rule: "same-as", weight: Self.bits, detail: "a source says owl:sameAs"))
    }
    var first: [Int: Int] = [:]
    for person in evidence.people.indices {
      for number in evidence.registeredOfPerson[person] {
        guard let other = first[number] else {
          first[number] = person
          continue
        }
        let identifier = evidence.registered[number]
        add(
          other, person,
          IdentityReason(
            rule: "shared-identifier", weight: Self.bits,
            detail: "both have \(identifier.kind.rawValue) \(identifier.value)"))
      }
    }
  }
}
