internal import CNameTables

/// An identifier that a registry gives to a person, a work or an organization, in one spelling whatever its form was.
///
///     Identifier("https://orcid.org/0000-0002-1825-0097")  // orcid, 0000-0002-1825-0097
///     Identifier("doi:10.1000/ABC.1")                      // doi, 10.1000/abc.1
///     Identifier("https://orcid.org/0000-0002-1825-0098")  // nil: the last digit is wrong
public struct Identifier: Hashable, Sendable {
  /// What gives identifiers.
  public enum Kind: String, CaseIterable, Sendable {
    case orcid, dblp, openAlex, wikidata, scholar, semanticScholar, doi, arxiv, ror

    /// Whether one thing has one at most, so that two of them show two things. OpenAlex and others give several to one
    /// person, and a preprint has another DOI than the paper.
    public var isUnique: Bool { [.orcid, .dblp, .ror].contains(self) }
  }

  /// What gave the identifier.
  public let kind: Kind
  /// The identifier without the address, in the registry's own spelling.
  public let value: String

  /// Reads an address, or a text such as `doi:10.1000/1`; `nil` for any other, and for one that cannot be right.
  public init?(_ text: String) {
    var text = text[...]
    for scheme in ["https://", "http://"] where text.lowercased().hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
    }
    if text.lowercased().hasPrefix("www.") { text = text.dropFirst(4) }
    let small = text.lowercased()
    let fit = Self.forms.filter { small.hasPrefix($0.beginning) }
      .max { $0.beginning.count < $1.beginning.count }
    guard let fit else { return nil }
    let rest = String(text.dropFirst(fit.beginning.count))
    guard let value = Self.value(of: rest, fit.kind) else { return nil }
    kind = fit.kind
    self.value = value
  }

  /// The beginnings of the forms, in small letters.
  private static let forms: [(kind: Kind, beginning: String)] =
    TabSeparatedTable(kg_identifier_forms()).rows.flatMap { row in
      guard let kind = Kind(rawValue: row.cell(0)) else { return [(Kind, String)]() }
      return TabSeparatedTable.values(row.cell(1)).map { (kind, $0) }
    }

  // MARK: Spelling and checks

  private static func value(of text: String, _ kind: Kind) -> String? {
    // A DOI may have any sign in it; in others an address goes on after these.
    let bare =
      kind == .doi
      ? text.trimmingSuffix("/") : String(text.prefix { !"?#&".contains($0) }).trimmingSuffix("/")
    switch kind {
    case .orcid: return isORCID(bare.uppercased()) ? bare.uppercased() : nil
    case .ror: return isROR(bare.lowercased()) ? bare.lowercased() : nil
    case .doi: return isDOI(bare) ? bare.lowercased() : nil
    case .arxiv: return arXiv(bare.lowercased())
    case .dblp:
      let pid = bare.trimmingSuffix(".html").trimmingSuffix(".xml")
      let parts = pid.split(separator: "/", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? pid : nil
    case .openAlex: return isNumbered(bare.uppercased(), "AWISVFP") ? bare.uppercased() : nil
    case .wikidata: return isNumbered(bare.uppercased(), "Q") ? bare.uppercased() : nil
    case .scholar: return bare.count == scholarLength ? bare : nil
    case .semanticScholar:
      let last = bare.split(separator: "/").last.map(String.init) ?? ""
      return !last.isEmpty && last.allSatisfy(\.isNumber) ? last : nil
    }
  }

  /// Characters of an identifier of Google Scholar.
  private static let scholarLength = 12

  /// Four groups of four digits; the last is a check digit by ISO 7064, MOD 11-2
  /// (https://support.orcid.org/hc/en-us/articles/360006897674).
  private static func isORCID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 4, groups.allSatisfy({ $0.count == 4 }) else { return false }
    let signs = Array(groups.joined())
    var sum = 0
    for sign in signs.dropLast() {
      guard sign.isASCII, let digit = sign.wholeNumberValue else { return false }
      sum = (sum + digit) * 2 % 11
    }
    let check = (12 - sum) % 11
    return signs.last == (check == 10 ? "X" : Character("\(check)"))
  }

  /// A zero, six characters of Crockford's base 32, and two check digits by ISO 7064, MOD 97-10
  /// (https://ror.readme.io/docs/identifier).
  private static func isROR(_ text: String) -> Bool {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let signs = Array(text)
    guard signs.count == 9, signs[0] == "0", let check = Int(String(signs[7...])) else {
      return false
    }
    var number = 0
    for sign in signs[..<7] {
      guard let digit = digits.firstIndex(of: sign) else { return false }
      number = number * digits.count + digit
    }
    return check == 98 - number * 100 % 97
  }

  /// `10.`, the number of the registrant, and a name (https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html).
  private static func isDOI(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("10."), !parts[1].isEmpty else { return false }
    let registrant = parts[0].dropFirst(3)
    return registrant.count >= 4 && registrant.allSatisfy { $0.isNumber || $0 == "." }
      && !text.contains { $0.isWhitespace }
  }

  /// `2103.12345` or `cs/0112017`, without the version (https://info.arxiv.org/help/arxiv_identifier.html).
  private static func arXiv(_ text: String) -> String? {
    var bare = text.trimmingSuffix(".pdf")
    if let version = bare.lastIndex(of: "v"), version > bare.startIndex,
      bare[bare.index(after: version)...].allSatisfy(\.isNumber), bare.last != "v"
    {
      bare = String(bare[..<version])
    }
    let new = bare.split(separator: ".", omittingEmptySubsequences: false)
    if new.count == 2, new[0].count == 4, (4...5).contains(new[1].count),
      new.allSatisfy({ $0.allSatisfy(\.isNumber) })
    {
      return bare
    }
    let old = bare.split(separator: "/", omittingEmptySubsequences: false)
    return old.count == 2 && !old[0].isEmpty && old[1].count == 7 && old[1].allSatisfy(\.isNumber)
      ? bare : nil
  }

  private static func isNumbered(_ text: String, _ letters: String) -> Bool {
    guard let first = text.first, letters.contains(first) else { return false }
    return text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
