/// A reference as it stands in a document, and what it means there (RFC 3986, section 5, strict).
struct IRIReference {
  private let scheme: Substring?
  private let authority: Substring?
  private let path: Substring
  private let query: Substring?
  private let fragment: Substring?

  /// Cuts a text into its parts; every text has some (RFC 3986, appendix B).
  init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = rest[rest.index(after: hash)...]
      rest = rest[..<hash]
    } else {
      fragment = nil
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    } else {
      query = nil
    }
    if let colon = rest.firstIndex(where: { ":/".contains($0) }), rest[colon] == ":",
      Self.isScheme(rest[..<colon])
    {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    } else {
      scheme = nil
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = rest[..<slash]
      rest = rest[slash...]
    } else {
      authority = nil
    }
    path = rest
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || NameCharacters.isDigit($0)
          || "+-.".unicodeScalars.contains($0))
    }
  }

  /// Whether it means the same everywhere.
  var isAbsolute: Bool { scheme != nil }

  /// What it means in a document whose base is this (section 5.2.2).
  func resolved(against base: IRIReference) -> String {
    if let scheme {
      return Self.text(scheme, authority, Self.withoutDots(path), query, fragment)
    }
    if authority != nil {
      return Self.text(base.scheme, authority, Self.withoutDots(path), query, fragment)
    }
    if path.isEmpty {
      return Self.text(
        base.scheme, base.authority, String(base.path), query ?? base.query, fragment)
    }
    let whole = path.hasPrefix("/") ? String(path) : base.merged(with: path)
    return Self.text(base.scheme, base.authority, Self.withoutDots(whole[...]), query, fragment)
  }

  /// Section 5.2.3.
  private func merged(with relative: Substring) -> String {
    if authority != nil, path.isEmpty { return "/" + relative }
    guard let slash = path.lastIndex(of: "/") else { return String(relative) }
    return String(path[...slash]) + relative
  }

  /// Section 5.2.4.
  private static func withoutDots(_ path: Substring) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        // The empty segment before the first slash stays.
        if kept.count > 1 || (kept.count == 1 && kept[0] != "") { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    let text = kept.joined(separator: "/")
    return path.hasPrefix("/") && !text.hasPrefix("/") ? "/" + text : text
  }

  /// Section 5.3.
  private static func text(
    _ scheme: Substring?, _ authority: Substring?, _ path: String, _ query: Substring?,
    _ fragment: Substring?
  ) -> String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
      + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
  }
}
