/// Links without what is printed in different ways: scheme, `www.`, fragment, `index.html`.
enum LinkKey {
  /// Shorter links are part of others by chance.
  private static let shortestContained = 9  // scalars

  /// The comparable part of a link; empty when there is none.
  static func key(of link: String) -> Scalars {
    let bare = Scalars(link).trimmed.drop { $0 == "<" || $0 == ">" }.reversed()
      .drop { $0 == "<" || $0 == ">" }.reversed()
    var key = withoutScheme(Normalization.caseFolded(Array(bare)))
    if key.has(Scalars("www."), at: 0) { key.removeFirst(4) }
    key = Array(key.prefix { $0 != "#" })
    while key.last == "/" { key.removeLast() }
    return removing(".git", from: removing("/index.html", from: key))
  }

  static func keys(of links: [String]) -> Set<Scalars> {
    Set(links.map(key).filter { !$0.isEmpty })
  }

  /// Whether the links are equal, or the shorter one is a part of the longer one.
  static func match(_ first: Scalars, _ second: Scalars) -> Bool {
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    return first == second || (short.count >= shortestContained && long.containsRun(short))
  }

  private static func withoutScheme(_ link: Scalars) -> Scalars {
    let name = link.end(from: 0, where: \.isWordScalar)
    return name > 0 && link.has(Scalars("://"), at: name) ? Array(link[(name + 3)...]) : link
  }

  private static func removing(_ ending: String, from link: Scalars) -> Scalars {
    let ending = Scalars(ending)
    return link.count >= ending.count && link.has(ending, at: link.count - ending.count)
      ? Array(link.dropLast(ending.count)) : link
  }
}
