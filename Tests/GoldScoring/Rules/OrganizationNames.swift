/// The names of one organization, prepared for comparison.
struct OrganizationNames {
  /// Each name as words: whole, without brackets, what is in brackets, each script alone.
  private let forms: Set<[String]>
  /// The words of the one predicted name; empty for gold.
  private let words: [String]
  /// Words that a predicted name may have beside a form of gold.
  private let allowedWords: Set<String>

  /// - Parameter units: Departments within the organization, which a prediction may name too.
  init(gold names: [String], units: [String]) {
    forms = names.reduce(into: []) { $0.formUnion(Self.forms(of: $1)) }
    words = []
    allowedWords = (names + units).reduce(
      into: OrganizationWords.connectives.union(OrganizationWords.corporateSuffixes)
    ) { $0.formUnion(FoldedText($1).words) }
  }

  /// Matches nothing when the name is `nil` or empty.
  init(predicted name: String?) {
    forms = Self.forms(of: name ?? "")
    words = Self.distinctiveWords(of: FoldedText(name ?? ""))
    allowedWords = []
  }

  /// Whether the names share a form, or the predicted one has a form of gold together with the unit
  /// or another accepted name.
  func matches(_ predicted: OrganizationNames) -> Bool {
    if !forms.isDisjoint(with: predicted.forms) { return true }
    return forms.contains { form in
      predicted.words.containsRun(form)
        && (predicted.words.removingEach(of: form) ?? []).allSatisfy(allowedWords.contains)
    }
  }

  private static func forms(of name: String) -> Set<[String]> {
    var forms: Set<[String]> = []
    for text in variants(of: Normalization.compatibilityComposed(name)) {
      forms.insert(distinctiveWords(of: FoldedText(text)))
      if let short = withoutChineseCompanyEnding(text.trimmed) {
        forms.insert(distinctiveWords(of: FoldedText(short)))
      }
    }
    return forms.subtracting(OrganizationWords.countryForms).subtracting([[]])
  }

  private static func variants(of name: Scalars) -> [Scalars] {
    let (outside, inside) = Markup.replacingBrackets(in: name, with: [" "])
    let texts = inside.isEmpty ? [name] : [name, outside] + inside
    return texts
      + texts.filter(isBilingual).flatMap { text in
        let runs = text.split { !$0.isCJK }
        return [replacingCJKRuns(in: text), Array(runs.joined(separator: [" "]))]
      }
  }

  private static func isBilingual(_ text: Scalars) -> Bool {
    text.containsCJK
      && zip(text, text.dropFirst()).contains { $0.isASCIILetter && $1.isASCIILetter }
  }

  private static func replacingCJKRuns(in text: Scalars) -> Scalars {
    Array(
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isCJK).joined(separator: [" "])
    )
  }

  private static func distinctiveWords(of text: FoldedText) -> [String] {
    text.words.filter { !OrganizationWords.corporateSuffixes.contains($0) }
  }

  /// A Chinese name without 有限公司 or a similar ending; `nil` when it does not end so.
  private static func withoutChineseCompanyEnding(_ name: Scalars) -> Scalars? {
    func ends(with text: Scalars, before end: Int) -> Bool {
      end >= text.count && name.has(text, at: end - text.count)
    }
    guard
      let ending = OrganizationWords.chineseCompanyEndings.first(where: {
        ends(with: $0, before: name.count)
      })
    else { return nil }
    var end = name.count - ending.count
    for prefix in OrganizationWords.chineseCompanyPrefixes where ends(with: prefix, before: end) {
      end -= prefix.count
    }
    return Array(name[..<end])
  }
}
