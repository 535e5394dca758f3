internal import KGText
public import KGModel

/// Names the nodes that one source mints: readable, the same for the same path, different for others.
///
///     SourceKey(path: "graph-data/profiles/ming-lin.md").value  // "ming-lin-1f0c9a3e"
public struct SourceKey: Hashable, Sendable {
  public let value: String

  public init(path: String) {
    let name = path.unicodeScalars.split(separator: "/").last ?? path.unicodeScalars[...]
    let stem = String(name.split(separator: ".").first ?? name)
    value = slug(stem) + "-" + fingerprint(Array(path.utf8)).prefix(8)
  }

  public var document: IRI { IRI(NodeIRI.base + "source/" + value) }

  /// A node of this source, such as `…/ming-lin-1f0c9a3e/person/rong-jin`.
  func node(_ kind: String, _ name: String) -> IRI {
    IRI(NodeIRI.base + value + "/" + kind + "/" + name)
  }
}

/// A text as a part of an IRI: folded words joined by hyphens, Han characters kept, cut at 60
/// characters (the rest as a hash, so that long titles stay apart).
func slug(_ text: String) -> String {
  let key = foldedKey(text).split(separator: " ").joined(separator: "-")
  let allowed = String.UnicodeScalarView(
    key.unicodeScalars.filter { $0.isHan || $0.properties.isAlphabetic || $0.isDigit || $0 == "-" })
  let name = String(allowed)
  if name.isEmpty { return "x" + fingerprint(Array(text.utf8)).prefix(8) }
  guard name.unicodeScalars.count > 60 else { return name }
  return String(String.UnicodeScalarView(name.unicodeScalars.prefix(60))) + "-"
    + fingerprint(Array(key.utf8)).prefix(6)
}
