internal import KGLexicon
internal import KGModel

/// The organizations of a list of entries, indexed to find those that may be the same as another
/// one.
struct OrganizationIndex {
  private struct Name {
    let key: String
    let known: Organization?
  }

  private var names: [Name] = []
  private var places: [String: [Int]] = [:]

  /// More entries than a career has; in a longer list only the first of them are compared.
  private static let maximumCount = 500

  mutating func append(_ organization: Stated<String>) {
    let name = Self.name(organization)
    for key in Self.keys(name) { places[key, default: []].append(names.count) }
    names.append(name)
  }

  /// The indices of entries whose organization can be this one: the names are equal, one is a
  /// prefix of the other, or both mean one known organization or a whole and its part.
  func entries(matching organization: Stated<String>) -> [Int] {
    let name = Self.name(organization)
    let candidates = Set(
      Self.keys(name).flatMap { places[$0, default: []].prefix(Self.maximumCount) })
    return candidates.sorted().filter { canBeSame(name, names[$0]) }
  }

  private static func name(_ organization: Stated<String>) -> Name {
    Name(
      key: foldedKey(organization.value),
      known: OrganizationAuthority.shared.match(organization.value))
  }

  /// Two names of one organization share one of these keys: the first word, the known organization,
  /// or a whole that it is part of.
  private static func keys(_ name: Name) -> [String] {
    let first = name.key.prefix { $0 != " " }
    return [String(first)] + (name.known.map { OrganizationAuthority.shared.wholes(of: $0) } ?? [])
  }

  private func canBeSame(_ left: Name, _ right: Name) -> Bool {
    if left.key == right.key || left.key.hasPrefix(right.key + " ")
      || right.key.hasPrefix(left.key + " ")
    {
      return true
    }
    guard let first = left.known, let second = right.known else { return false }
    let authority = OrganizationAuthority.shared
    return authority.isPart(first, of: second) || authority.isPart(second, of: first)
  }
}
