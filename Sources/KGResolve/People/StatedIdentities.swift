import KGModel

/// People who are one by what their sources state: one identifier of a registry, or `owl:sameAs`.
struct StatedIdentities {
  /// Never two authors of one work, nor two people by other identifiers.
  let joins: [Join]

  init(_ evidence: Evidence) {
    let stated = evidence.statedAsOne.map { pair in
      Join(
        left: Int(pair.left), right: Int(pair.right),
        reasons: [
          IdentityReason(
            rule: "same-as", weight: Evidence.bitsOfStatement, detail: "a source states owl:sameAs")
        ])
    }
    let identified = evidence.sharedIdentifiers(
      evidence.registeredOfPerson, count: evidence.people.count)
    joins = (stated + identified).filter { join in
      evidence.worksOfPerson[join.left].isDisjoint(with: evidence.worksOfPerson[join.right])
        && !evidence.areNumberedApart(join.left, join.right)
    }
  }
}
