internal import KGModel

/// The authors of a document's lists who are its owner: the forms of the owner's name that the lists print.
///
/// The owner is in nearly all author lists of a document of their own, so a form needs little more than to agree with the
/// owner's name; the less it agrees, the more lists it has to be in.
struct OwnerForms {
  struct Form {
    let author: Int
    let reasons: [IdentityReason]
  }

  private(set) var forms: [Form] = []
  private let evidence: Evidence
  /// The works with printed author lists.
  private let listed: RelatedNumbers
  /// The works that the owner, by the forms so far, is an author of.
  private var works: Set<Int>

  /// A printed name.
  private struct Name {
    let printed: String
    let parts: PersonName

    init(_ printed: String) {
      self.printed = printed
      parts = PersonName(printed)
    }
  }

  /// An author whose name may be the owner's.
  private struct Candidate {
    let author: Int
    /// The number of author lists with it.
    let presence: Int
    /// The author's names.
    private let names: [Name]
    /// The names of the author and of the owner that agree best, and how.
    private(set) var form: Name
    private(set) var ownerName: Name
    private(set) var agreement = NameCompatibility.contradictory

    init?(_ author: Int, presence: Int, names: [Name], ownerName: Name) {
      guard let first = names.first else { return nil }
      self.author = author
      self.presence = presence
      self.names = names
      form = first
      self.ownerName = ownerName
      compare(with: ownerName)
    }

    /// Compares the names with one more of the owner's.
    mutating func compare(with owner: Name) {
      for name in names {
        let found = owner.parts.compatibility(with: name.parts)
        if found > agreement { (form, ownerName, agreement) = (name, owner, found) }
      }
    }
  }

  init(of owner: Int, in evidence: Evidence) {
    self.evidence = evidence
    let document = evidence.document(of: owner)
    listed = evidence.listedWorksOfDocument[document]
    works = Set(evidence.worksOfPerson[owner])
    let names = evidence.names(of: owner).map(Name.init)
    guard let first = names.first else { return }
    var candidates = evidence.peopleOfDocument[document].compactMap { author -> Candidate? in
      let presence = evidence.worksOfPerson[author].countInCommon(with: listed)
      guard author != owner, presence > 0, !evidence.areNamesakes(owner, author) else { return nil }
      return Candidate(
        author, presence: presence, names: evidence.names(of: author).map(Name.init),
        ownerName: first)
    }
    for name in names.dropFirst() {
      candidates.indices.forEach { candidates[$0].compare(with: name) }
    }
    while let found = best(of: candidates) {
      works.formUnion(evidence.worksOfPerson[found.author])
      forms.append(Form(author: found.author, reasons: reasons(of: found)))
      candidates.removeAll { $0.author == found.author }
      // A form may agree with another form better than with the owner's name.
      candidates.indices.forEach { candidates[$0].compare(with: found.form) }
    }
  }

  /// The candidate that agrees best, of those that are accepted; `nil` when none is.
  private func best(of candidates: [Candidate]) -> Candidate? {
    let sorted = candidates.sorted {
      ($1.agreement, $1.presence, $0.form.printed) < ($0.agreement, $0.presence, $1.form.printed)
    }
    return sorted.first { accepts($0, among: sorted) }
      // Someone may be listed under another given name throughout.
      ?? (works.isEmpty ? sorted.first { isListedThroughout($0, among: sorted) } : nil)
  }

  /// Whether an author is in a share of the lists in which the owner has not been found: a document may print one name in
  /// Chinese lists and another in English ones.
  private func isIn(_ share: Double, of candidate: Candidate) -> Bool {
    Double(candidate.presence) >= share * Double(openCount)
  }

  /// The number of lists in which the owner has not been found.
  private var openCount: Int { listed.count { !works.contains($0) } }

  /// The same of an author and of those who have another form of the author's name.
  private func areIn(_ share: Double, formsOf candidate: Candidate, among all: [Candidate]) -> Bool
  {
    let forms = all.filter { $0.form.parts.compatibility(with: candidate.form.parts).isCompatible }
    let own = Set(forms.flatMap { evidence.worksOfPerson[$0.author] }).count { listed.contains($0) }
    return own >= Self.fewestLists && Double(own) >= share * Double(openCount)
  }

  // The shares rise as the agreement of the names falls. They were chosen by the papers of Tests/Gold and real profiles.

  /// The share of the author lists in which a form has to be that agrees in part, and one that cannot be compared.
  private static let shareOfInitials = 0.5
  private static let shareOfUnknown = 0.8
  /// The same for one whose given name is another.
  private static let shareOfOtherName = 0.9
  private static let fewestLists = 3
  /// Characters.
  private static let shortHanName = 2

  private func accepts(_ candidate: Candidate, among all: [Candidate]) -> Bool {
    // Two authors of one paper are two people.
    guard works.isDisjoint(with: evidence.worksOfPerson[candidate.author]) else { return false }
    switch candidate.agreement {
    // Many people's names of two characters are read alike.
    case .spelling where candidate.ownerName.parts.native?.count == Self.shortHanName:
      return isIn(Self.shareOfInitials, of: candidate)
    case .equal, .spelling, .subset, .nickname: return true
    case .initials:
      // “F. Yu” may be a coauthor named Feng Yu, who is not the owner.
      let hasRival = all.contains {
        $0.agreement == .contradictory
          && $0.form.parts.compatibility(with: candidate.form.parts).isCompatible
      }
      return !hasRival || isIn(Self.shareOfInitials, of: candidate)
    case .reversed, .variant, .misspelling:
      return isIn(Self.shareOfInitials, of: candidate)
        || areIn(Self.shareOfInitials, formsOf: candidate, among: all)
    case .unknown:
      return candidate.presence >= Self.fewestLists && isIn(Self.shareOfUnknown, of: candidate)
        && candidate.form.parts.hasGivenName && !hasEqual(candidate, among: all)
    case .contradictory: return false
    }
  }

  /// Whether another author is in as many lists, so that nothing tells which of them is the owner.
  private func hasEqual(_ candidate: Candidate, among all: [Candidate]) -> Bool {
    all.contains {
      $0.author != candidate.author && $0.presence >= candidate.presence
        && $0.agreement <= candidate.agreement
    }
  }

  /// Whether an author with the owner's family name is in nearly all lists, and no one else is the owner.
  private func isListedThroughout(_ candidate: Candidate, among all: [Candidate]) -> Bool {
    candidate.ownerName.parts.sharesFamilyName(with: candidate.form.parts)
      && areIn(Self.shareOfOtherName, formsOf: candidate, among: all)
  }

  // The weights are set, not counted: what the presence in the lists says is in the choice of the forms.

  private func reasons(of candidate: Candidate) -> [IdentityReason] {
    let (form, own) = (candidate.form.printed, candidate.ownerName.printed)
    let reason =
      switch candidate.agreement {
      case .spelling where own.containsHan || form.containsHan:
        IdentityReason(rule: "pinyin", weight: 8, detail: "\(own) reads \(form)")
      case .equal, .spelling:
        IdentityReason(rule: "other-name", weight: 8, detail: "\(form) is a name of the owner")
      case .subset:
        IdentityReason(
          rule: "subset", weight: 6, detail: "\(form) is a part of \(own), or the reverse")
      case .initials:
        IdentityReason(rule: "initials", weight: 5, detail: "\(form) is short for \(own)")
      case .reversed:
        IdentityReason(
          rule: "order", weight: 5, detail: "\(form) has the words of \(own) in another order")
      case .variant:
        IdentityReason(
          rule: "variant", weight: 3, detail: "\(form) may be another spelling of \(own)")
      case .nickname:
        IdentityReason(
          rule: "nickname", weight: 5, detail: "\(form) has a familiar form of a name of \(own)")
      case .misspelling:
        IdentityReason(
          rule: "misspelling", weight: 2, detail: "\(form) may be a misspelling of \(own)")
      case .unknown, .contradictory:
        IdentityReason(rule: "nickname", weight: 2, detail: "\(form) may be a nickname of \(own)")
      }
    return [
      reason,
      IdentityReason(
        rule: "owner-in-lists", weight: 6,
        detail:
          "\(form) is in \(candidate.presence) of \(listed.count) author lists of the owner's document"
      ),
    ]
  }
}
