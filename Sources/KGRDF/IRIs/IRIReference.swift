/// An IRI reference split into its components, and its resolution (RFC 3986, section 5, strict).
///
///     let base = IRIReference("http://a/b/c/d;p?q")
///     IRIReference("../g").resolved(against: base)  // "http://a/b/g"
///
/// Nothing is normalized beyond what resolution requires, neither case nor percent-encoding.
package struct IRIReference {
  /// The part before the first colon, such as `http`; `nil` for a relative reference.
  package let scheme: Substring?
  let authority: Substring?
  let path: Substring
  let query: Substring?
  let fragment: Substring?

  /// Splits at the delimiters of RFC 3986, appendix B. Any text can be split so.
  package init(_ text: String) {
    var rest = text[...]
    if let colon = Self.schemeEnd(text.utf8) {
      scheme = rest[..<colon]
      rest = rest[text.utf8.index(after: colon)...]
    } else {
      scheme = nil
    }
    fragment = Self.cut(&rest, at: "#")
    query = Self.cut(&rest, at: "?")
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      path = rest[end...]
    } else {
      authority = nil
      path = rest
    }
  }

  /// The index of the `:` that ends the scheme; `nil` for a relative reference.
  static func schemeEnd<Text: Collection<UInt8>>(_ text: Text) -> Text.Index? {
    guard let first = text.first, first.isASCIILetter else { return nil }
    let end = text.firstIndex {
      !($0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "."))
    }
    return end.flatMap { text[$0] == UInt8(ascii: ":") ? $0 : nil }
  }

  /// Removes the first delimiter and what follows it, and returns the latter; `nil` without a delimiter.
  private static func cut(_ text: inout Substring, at delimiter: Unicode.Scalar) -> Substring? {
    guard let index = text.utf8.firstIndex(of: UInt8(ascii: delimiter)) else { return nil }
    defer { text = text[..<index] }
    return text[text.utf8.index(after: index)...]
  }
}

extension IRIReference {
  /// The reference resolved against a base (section 5.2.2).
  package func resolved(against base: IRIReference) -> String {
    if let scheme {
      return Self.text(scheme, authority, Self.withoutDotSegments(path.utf8), query, fragment)
    }
    if let authority {
      return Self.text(base.scheme, authority, Self.withoutDotSegments(path.utf8), query, fragment)
    }
    if path.isEmpty {
      return Self.text(base.scheme, base.authority, base.path, query ?? base.query, fragment)
    }
    let full = path.utf8.first == UInt8(ascii: "/") ? String(path) : merged(base)
    return Self.text(
      base.scheme, base.authority, Self.withoutDotSegments(full.utf8), query, fragment)
  }

  /// The path merged with the base's: it replaces the last segment (section 5.2.3).
  private func merged(_ base: IRIReference) -> String {
    if base.authority != nil && base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(path) }
    return String(base.path[...slash]) + path
  }

  /// A path without `.` and `..` segments (`remove_dot_segments`, section 5.2.4), in linear time.
  static func withoutDotSegments(_ path: some BidirectionalCollection<UInt8>) -> Substring {
    let slash = UInt8(ascii: "/")
    var segments = path.split(separator: slash, omittingEmptySubsequences: false)[...]
    var result: [UInt8] = []
    var starts: [Int] = []
    if path.first == slash {
      segments.removeFirst()
    } else {
      segments = segments.drop { isDot($0) || isDotDot($0) }
      starts.append(0)
      result += segments.popFirst() ?? path[path.endIndex...]
    }
    while let segment = segments.popFirst() {
      if isDotDot(segment), let start = starts.popLast() { result.removeLast(result.count - start) }
      let isDots = isDot(segment) || isDotDot(segment)
      if isDots && !segments.isEmpty { continue }
      starts.append(result.count)
      result.append(slash)
      if !isDots { result += segment }
    }
    return Substring(decoding: result, as: UTF8.self)
  }

  private static func isDot(_ segment: some Sequence<UInt8>) -> Bool {
    segment.elementsEqual(".".utf8)
  }

  private static func isDotDot(_ segment: some Sequence<UInt8>) -> Bool {
    segment.elementsEqual("..".utf8)
  }

  /// Recomposes the components (section 5.3).
  private static func text(
    _ scheme: Substring?, _ authority: Substring?, _ path: Substring, _ query: Substring?,
    _ fragment: Substring?
  ) -> String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }
}
