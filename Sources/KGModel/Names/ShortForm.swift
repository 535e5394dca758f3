/// Whether a name with initials can abbreviate a full one: the family name is the same, and every other
/// word begins one of the given names, in their order.
///
///     isShortForm("F. Yu", of: "Fengwei Yu")                       // true
///     isShortForm("Yu, F.", of: "Fengwei Yu")                      // true
///     isShortForm("A. Hauptmann", of: "Alexander G. Hauptmann")    // true
///     isShortForm("G. Yu", of: "Fengwei Yu")                       // false
package func isShortForm(_ short: String, of full: String) -> Bool {
  let short = foldedKey(short).split(separator: " ")
  let words = foldedKey(full).split(separator: " ")
  guard let family = words.last, family.count > 1, short.count >= 2, short.count <= words.count,
    short.first == family || short.last == family
  else { return false }
  let given = short.first == family && short.last != family ? short.dropFirst() : short.dropLast()
  guard given.contains(where: { $0.count == 1 }) else { return false }
  return zip(given, words).allSatisfy { $1.hasPrefix($0) }
}
