/// A printed venue, prepared for comparison.
struct VenueName {
  private let text: FoldedText
  private let isWorkshop: Bool
  /// The venues of ``VenueTable`` that the text names.
  private let known: Set<String>
  private let acronyms: Set<String>
  /// The acronyms in brackets after the name of a workshop, which are its own.
  private let workshopAcronyms: Set<String>
  private let distinctiveWords: [String]

  init(_ venue: String) {
    text = FoldedText(venue)
    isWorkshop = Self.namesWorkshop(venue)
    let words = Self.words(of: venue)
    known = Self.knownVenues(in: words).union(Self.hosts(in: venue))
    acronyms = Self.acronyms(in: venue)
    workshopAcronyms = isWorkshop ? Self.bracketedAcronyms(in: venue) : []
    distinctiveWords = words.filter { !VenueTable.noise.contains($0) && !Self.isOrdinal($0) }
  }

  /// Whether both are the same text or the same known venue, share an acronym, or one contains the
  /// other with more than half of its words. A workshop does not match its host conference.
  func matches(_ predicted: VenueName) -> Bool {
    if text.letters == predicted.text.letters { return true }
    if isWorkshop != predicted.isWorkshop {
      return !workshopAcronyms.isDisjoint(with: predicted.acronyms)
        || !predicted.workshopAcronyms.isDisjoint(with: acronyms)
    }
    if !known.isDisjoint(with: predicted.known) { return true }
    if !known.isEmpty && !predicted.known.isEmpty { return false }
    return !acronyms.isDisjoint(with: predicted.acronyms) || sharesWords(with: predicted)
  }

  private func sharesWords(with other: VenueName) -> Bool {
    let (mine, theirs) = (distinctiveWords, other.distinctiveWords)
    if mine.isEmpty || theirs.isEmpty { return false }
    let (short, long) = mine.count <= theirs.count ? (mine, theirs) : (theirs, mine)
    return mine == theirs
      || (short.allSatisfy(long.contains) && Double(short.count) / Double(long.count) > 0.5)
  }

  /// The folded words without years and numbers of editions ("31st").
  private static func words(of venue: String) -> [String] {
    let text = YearDigits.removing(.afterLetter, from: Normalization.compatibilityComposed(venue))
    return FoldedText(text).words.filter { !YearDigits.isYear($0) && !isNumberOfEdition($0) }
  }

  /// One or two digits with an ending such as "st".
  private static func isNumberOfEdition(_ word: String) -> Bool {
    let scalars = Scalars(word)
    let digits = scalars.endOfDigits(from: 0)
    return (1...2).contains(digits) && isOrdinalEnding(scalars[digits...])
  }

  private static func isOrdinalEnding(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    ["st", "nd", "rd", "th"].contains(Array(letters).string)
  }

  private static func isOrdinal(_ word: String) -> Bool {
    let scalars = Scalars(word)
    let rest = scalars[scalars.endOfDigits(from: 0)...]
    let isNumber = rest.count < scalars.count && (rest.isEmpty || isOrdinalEnding(rest))
    return isNumber || VenueTable.ordinals.contains(word)
      || VenueTable.ordinalEndings.contains { word.hasSuffix($0) && word != $0 }
  }

  private static func namesWorkshop(_ venue: String) -> Bool {
    let text = Normalization.caseFolded(YearDigits.removing(.afterLetter, from: Scalars(venue)))
    return VenueTable.workshopWords.contains { text.containsRun(Scalars($0)) }
      || text.split { !$0.isWordScalar }.contains {
        VenueTable.workshopAcronyms.contains(Array($0).string)
      }
  }

  private static func knownVenues(in words: [String]) -> Set<String> {
    var found: Set<String> = []
    for (index, word) in words.enumerated() {
      for (rest, venue) in VenueTable.namesByFirstWord[word] ?? [] {
        let isWhole = word != VenueTable.wholeTextOnly || words.count == 1
        if isWhole, words[(index + 1)...].starts(with: rest) { found.insert(venue) }
      }
    }
    return found.subtracting(found.compactMap { VenueTable.contained[$0] })
  }

  /// Conferences that are named by the acronyms of their workshops.
  private static func hosts(in venue: String) -> [String] {
    Scalars(venue).split { !$0.isWordScalar }.compactMap { word in
      VenueTable.hostsOfWorkshops.first { Array(word).has(Scalars($0 + "W"), at: 0) }?.lowercased()
    }
  }

  /// Words with at least two capitals, case-folded, without years.
  private static func acronyms(in venue: String) -> Set<String> {
    let text = YearDigits.removing(.anywhere, from: Normalization.compatibilityComposed(venue))
    var acronyms: Set<String> = []
    var index = 0
    while index < text.count {
      guard text[index].isASCIICapital, text.isWordBoundary(at: index),
        let end = endOfAcronym(in: text, from: index)
      else {
        index += 1
        continue
      }
      let acronym = Array(text[index..<end])
      if acronym.count >= 3, !VenueTable.organizers.contains(acronym.string) {
        acronyms.insert(Normalization.caseFolded(acronym).string)
      }
      index = end
    }
    return acronyms
  }

  /// The last word boundary in a run of letters, `&` and `-`, when a second capital precedes it.
  private static func endOfAcronym(in text: Scalars, from start: Int) -> Int? {
    let run = text.end(from: start) { $0.isASCIILetter || $0 == "&" || $0 == "-" }
    let end = ((start + 1)..<(run + 1)).last { text.isWordBoundary(at: $0) }
    return end.flatMap { end in
      text[(start + 1)..<end].contains(where: \.isASCIICapital) ? end : nil
    }
  }

  private static func bracketedAcronyms(in venue: String) -> Set<String> {
    let text = Scalars(venue)
    var acronyms: Set<String> = []
    for open in text.indices where text[open] == "(" {
      let end = text.end(from: open + 1, where: \.isASCIILetter)
      let word = Array(text[(open + 1)..<end])
      if word.count >= 2, word[0].isASCIICapital, end < text.count, text[end] == ")" {
        acronyms.insert(Normalization.caseFolded(word).string)
      }
    }
    return acronyms.subtracting(VenueTable.allNames)
  }
}
