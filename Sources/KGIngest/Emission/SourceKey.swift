internal import KGText
public import KGModel

/// The part of node names that identifies their source: readable, the same for equal paths, and
/// different for others.
///
///     SourceKey(path: "graph-data/profiles/ming-lin.md").value  // "ming-lin-1f0c9a3e"
public struct SourceKey: Hashable, Sendable {
  /// The file name without its ending, and eight hexadecimal digits of a hash of the path.
  public let value: String

  /// The key of a path.
  public init(path: String) {
    value = slug(PathText(path).stem) + "-" + fingerprint(Array(path.utf8)).prefix(8)
  }

  /// The node of the document itself.
  public var document: IRI { IRI(NodeIRI.base + "source/" + value) }

  /// Whether an IRI is that of a node of this source.
  package func isKey(of node: String) -> Bool { node.hasPrefix(NodeIRI.base + value + "/") }

  /// A node of this source, such as `…/ming-lin-1f0c9a3e/person/rong-jin`.
  func node(_ kind: String, _ name: String) -> IRI {
    IRI(NodeIRI.base + value + "/" + kind + "/" + name)
  }
}

/// A text as a part of an IRI: folded words joined by hyphens, with Han characters as they are. After
/// 60 characters a hash follows, so that long titles remain different; a text without letters and
/// digits is only a hash.
func slug(_ text: String) -> String {
  let folded = foldedKey(text)
  if let slug = asciiSlug(folded) { return slug }
  let key = folded.split(separator: " ").joined(separator: "-")
  let allowed = String.UnicodeScalarView(
    key.unicodeScalars.filter { $0.isHan || $0.properties.isAlphabetic || $0.isDigit || $0 == "-" })
  let name = String(allowed)
  if name.isEmpty { return "x" + fingerprint(Array(text.utf8)).prefix(8) }
  guard name.unicodeScalars.count > maximumSlugLength else { return name }
  return String(String.UnicodeScalarView(name.unicodeScalars.prefix(maximumSlugLength))) + "-"
    + fingerprint(Array(key.utf8)).prefix(6)
}

private let maximumSlugLength = 60  // characters

/// The slug of a folded key in ASCII, which has only letters, digits and single spaces; `nil` for any other.
private func asciiSlug(_ key: String) -> String? {
  let count = key.utf8.count
  guard count > 0, key.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
  let slug = String(unsafeUninitializedCapacity: count) { bytes in
    for (index, byte) in key.utf8.enumerated() {
      bytes[index] = byte == UInt8(ascii: " ") ? UInt8(ascii: "-") : byte
    }
    return count
  }
  guard count > maximumSlugLength else { return slug }
  return String(Substring(slug.utf8.prefix(maximumSlugLength))) + "-"
    + fingerprint(slug.utf8).prefix(6)
}
