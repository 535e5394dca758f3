internal import Foundation
internal import KGModel

/// What the works and positions of people say about them besides their names, to be compared.
struct PersonFacts {
  private let evidence: Evidence
  /// The rare words of the titles of each person's works.
  private let titleWords: Relation
  /// The information of each word: -log2 of the share of works whose title has it.
  private let informationOfWord: [Double]
  /// The folded names of each person's coauthors, and the folded titles of the works.
  private let coauthors: Relation
  private let titles: Relation
  private let venues: Relation
  private let years: [ClosedRange<Int>?]
  /// The folded names of the people whom each document is about, in all forms.
  private let ownerKeys: [Int: Set<Int>]

  /// The share of works whose titles may have a word: a more common one says nothing about a topic.
  private static let commonShare = 0.05
  /// Works. A word in so few is rare in a graph of any size.
  private static let rareCount = 3
  /// Letters. Shorter words are articles and prepositions.
  private static let shortestWord = 4
  /// Bits of the rare words that titles have in common from which on these are some, and many.
  private static let bitsOfSome = 3.0
  private static let bitsOfMany = 9.0
  /// Years between the works of two people who work near one another, and apart.
  private static let nearYears = 2
  private static let apartYears = 6

  /// - Parameter groups: What is known of the owners of documents.
  init(_ evidence: Evidence, _ groups: PersonGroups) {
    self.evidence = evidence
    ownerKeys = evidence.owners.reduce(into: [:]) { keys, owner in
      for person in groups.members[groups.groupOfPerson[owner]] {
        keys[evidence.document(of: owner), default: []].formUnion(evidence.keys(of: person))
      }
    }
    var words = Interner<Substring>()
    var worksOfWord: [Int] = []
    let wordsOfWork = evidence.works.map { work -> [Int] in
      guard let title = work.title else { return [] }
      // In order: sums in another order differ in their last digits.
      return Self.words(of: evidence.texts.folded(evidence.texts.key(title))).sorted().map { word in
        let (number, isNew) = words.add(word)
        if isNew { worksOfWord.append(0) }
        worksOfWord[number] += 1
        return number
      }
    }
    let workCount = Double(evidence.works.count)
    let mostWorks = max(Self.rareCount, Int(workCount * Self.commonShare))
    informationOfWord = worksOfWord.map { -log2(Double($0) / workCount) }
    titleWords = Relation(
      evidence.people.indices.flatMap { person in
        evidence.worksOfPerson[person].flatMap { work in
          wordsOfWork[work].filter { worksOfWord[$0] <= mostWorks }.map {
            Relation.Pair(person, $0)
          }
        }
      }, count: evidence.people.count)
    coauthors = Self.relation(evidence) { evidence.coauthorKeys(of: $0) }
    titles = Self.relation(evidence) { evidence.titleKeys(of: $0) }
    var venueNumbers = Interner<Int64>()
    venues = Self.relation(evidence) { person in
      Set(
        evidence.worksOfPerson[person].compactMap { evidence.works[$0].venue }
          .map { venueNumbers.add($0).number })
    }
    years = evidence.people.indices.map { person in
      let years = evidence.worksOfPerson[person].compactMap { evidence.works[$0].year }
      return years.min().flatMap { first in years.max().map { first...$0 } }
    }
  }

  private static func relation(_ evidence: Evidence, _ numbers: (Int) -> Set<Int>) -> Relation {
    Relation(
      evidence.people.indices.flatMap { person in
        numbers(person).map { Relation.Pair(person, $0) }
      }, count: evidence.people.count)
  }

  /// The words of a folded title, each once; pairs of characters of a Chinese one.
  private static func words(of title: String) -> Set<Substring> {
    Set(
      title.split(separator: " ").flatMap { word -> [Substring] in
        guard word.containsHan else { return word.count < shortestWord ? [] : [word] }
        return zip(word.indices, word.indices.dropFirst()).map { word[$0...$1] }
      })
  }

  /// What is observed of two people.
  func observed(_ one: Int, _ other: Int) -> Observation {
    var observed = Observation()
    if !coauthors[one].isEmpty, !coauthors[other].isEmpty {
      let count = sharedCoauthorCount(one, other)
      if evidence.areInOneDocument(one, other) {
        observed[.coauthorsInDocument] = min(count, 3)
      } else {
        observed[.coauthors] = min(count, 2)
      }
    }
    if !titleWords[one].isEmpty, !titleWords[other].isEmpty {
      let bits = titleWords[one].lazy.filter(titleWords[other].contains)
        .reduce(0) { $0 + informationOfWord[$1] }
      observed[.titles] = bits < Self.bitsOfSome ? 0 : bits < Self.bitsOfMany ? 1 : 2
    }
    if !venues[one].isEmpty, !venues[other].isEmpty {
      observed[.venues] = venues[one].isDisjoint(with: venues[other]) ? 0 : 1
    }
    if let left = years[one], let right = years[other] {
      let gap = max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound)
      observed[.years] = gap <= Self.nearYears ? 0 : gap <= Self.apartYears ? 1 : 2
    }
    let organizations = evidence.organizationsOfPerson
    if !organizations[one].isEmpty, !organizations[other].isEmpty {
      observed[.organizations] = organizations[one].isDisjoint(with: organizations[other]) ? 0 : 1
    }
    // Within a source each work is there once.
    if evidence.document(of: one) != evidence.document(of: other), !titles[one].isEmpty,
      !titles[other].isEmpty
    {
      observed[.works] = titles[one].isDisjoint(with: titles[other]) ? 0 : 1
    }
    return observed
  }

  /// The names of the people whom the document of both is about, who are everybody's coauthors there and show nothing.
  private func ownerKeys(_ one: Int, _ other: Int) -> Set<Int> {
    let document = evidence.document(of: one)
    return document == evidence.document(of: other) ? ownerKeys[document] ?? [] : []
  }

  private func sharedCoauthorCount(_ one: Int, _ other: Int) -> Int {
    let owners = ownerKeys(one, other)
    return owners.isEmpty
      ? coauthors[one].countInCommon(with: coauthors[other])
      : coauthors[one].count { coauthors[other].contains($0) && !owners.contains($0) }
  }

  /// The folded names of coauthors of both.
  func sharedCoauthors(_ one: Int, _ other: Int) -> Set<Int> {
    Set(coauthors[one].filter(coauthors[other].contains)).subtracting(ownerKeys(one, other))
  }

  /// The folded titles of works of both.
  func sharedTitles(_ one: Int, _ other: Int) -> Set<Int> {
    Set(titles[one].filter(titles[other].contains))
  }
}
