/// Scores the prediction for one document.
struct DocumentScorer {
  private let gold: DocumentRecord
  private let predicted: DocumentRecord
  private var tally = Tally()

  /// The counts of a document. Without a prediction everything in gold is missed.
  static func tally(of predicted: DocumentRecord?, against gold: DocumentRecord) -> Tally {
    var scorer = DocumentScorer(gold, predicted ?? DocumentRecord(document: gold.document))
    scorer.countPerson()
    scorer.countLinks()
    scorer.countCareer()
    scorer.countPapers()
    scorer.count(ComparedPatent.self, gold.patents, scorer.predicted.patents)
    scorer.count(ComparedAward.self, gold.awards, scorer.predicted.awards)
    scorer.count(ComparedProject.self, gold.projects, scorer.predicted.projects)
    if predicted == nil { scorer.tally.note(.miss, nil, "no prediction for \(gold.document)") }
    return scorer.tally
  }

  private init(_ gold: DocumentRecord, _ predicted: DocumentRecord) {
    self.gold = gold
    self.predicted = predicted
  }

  private mutating func count<Compared: ComparedEntry>(
    _ kind: Compared.Type, _ gold: [Compared.Entry], _ predicted: [Compared.Entry]
  ) {
    ListScorer<Compared>(gold: gold, predicted: predicted).count(in: &tally)
  }

  /// Where gold names the owner only as an author, that name and no name are both accepted.
  private mutating func countPerson() {
    let name = statedValues(gold.person.name, nil).first
    if name != nil { tally.add(.personName, gold: 1) }
    guard let guess = statedValues(predicted.person.name, nil).first else {
      if let name { tally.note(.miss, .personName, name) }
      return
    }
    let isKnown = PersonNames(gold.person.allNames).matches(guess)
    if name != nil || !isKnown {
      tally.add(.personName, right: name != nil && isKnown ? 1 : 0, predicted: 1)
    }
    if !isKnown { tally.note(.wrong, .personName, "\(guess)  <-  gold \(name ?? "no name")") }
  }

  private mutating func countLinks() {
    let wanted = LinkKey.keys(of: gold.person.homepages + gold.person.identifiers)
    let found = LinkKey.keys(of: predicted.person.homepages + predicted.person.identifiers)
    let right = wanted.filter { link in found.contains { LinkKey.match(link, $0) } }.count
    tally.add(.links, right: right, predicted: max(found.count, right), gold: wanted.count)
  }

  private mutating func countCareer() {
    let education = ListScorer<ComparedEducation>(
      gold: gold.education, predicted: predicted.education)
    ListScorer<ComparedAffiliation>(gold: gold.affiliations, predicted: predicted.affiliations)
      .count(in: &tally) { $0.restates(education.gold) }
    education.count(in: &tally)
    countAdvisers(education)
  }

  private mutating func countAdvisers(_ education: ListScorer<ComparedEducation>) {
    for wanted in education.gold where !wanted.entry.isOptional {
      tally.add(.advisers, gold: wanted.entry.advisers.count)
    }
    for (index, found) in education.predicted.enumerated() {
      let advisers = found.entry.advisers.filter { !PersonNames.key(of: $0).isEmpty }
      if let wanted = education.goldOfPredicted[index].map({ education.gold[$0] }) {
        if !wanted.entry.isOptional { countAdvisers(advisers, of: wanted.entry) }
      } else if !education.gold.contains(where: { $0.matches(found) }) {
        tally.add(.advisers, predicted: advisers.count)
      }
    }
  }

  private mutating func countAdvisers(_ advisers: [String], of entry: EducationEntry) {
    let accepted = entry.accept?.advisers ?? []
    var missing = entry.advisers
    for adviser in advisers {
      if let index = missing.firstIndex(where: { PersonNames([$0]).matches(adviser) }) {
        missing.remove(at: index)
        tally.add(.advisers, right: 1, predicted: 1)
      } else if !accepted.contains(where: { PersonNames([$0]).matches(adviser) }) {
        tally.add(.advisers, predicted: 1)
        tally.note(.wrong, .advisers, "\(adviser) for \(entry.label)")
      }
    }
  }

  private mutating func countPapers() {
    let isOpenEnded = gold.papersComplete == false
    let papers = ListScorer<ComparedPaper>(gold: gold.papers, predicted: predicted.papers)
    papers.count(in: &tally, isOpenEnded: isOpenEnded)
    for wanted in papers.gold where !wanted.entry.isOptional {
      tally.add(.authorNames, gold: wanted.authors.count)
    }
    for (index, found) in papers.predicted.enumerated() {
      if let wanted = papers.goldOfPredicted[index].map({ papers.gold[$0] }) {
        if !wanted.entry.isOptional { countAuthors(found.authors, of: wanted.authors) }
      } else if !isOpenEnded {
        tally.add(.authorNames, predicted: found.authors.count)
      }
    }
  }

  private mutating func countAuthors(_ found: [String], of wanted: [String]) {
    var missing = wanted
    for author in found {
      if let index = missing.firstIndex(of: author) { missing.remove(at: index) }
    }
    tally.add(.authorNames, right: wanted.count - missing.count, predicted: found.count)
  }
}
