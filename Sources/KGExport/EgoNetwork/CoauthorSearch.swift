import KGModel

/// The people around a person: those who are shown, and the number of those who are not.
struct CoauthorCircle {
  /// The person in the middle, then ring by ring; within a ring by joint papers, then name.
  let people: [Term]
  let hiddenCount: Int
  /// The distance of the outermost ring that was looked at.
  let reach: Int
}

/// Two people and the number of papers that name both; the first is the one shown earlier.
struct JointPapers {
  let first: Term
  let second: Term
  let count: Int
}

/// Walks from coauthor to coauthor, ring by ring.
///
/// Only people who are shown are looked up, so the work is bounded by how many fit, however well
/// connected they are. People beyond a ring that did not fit are neither searched nor counted.
struct CoauthorSearch {
  let source: any TripleSource
  let names: EntityNames
  let maximumPeople: Int

  private var papersOf: [Term: [Term]] = [:]
  private var authorsOf: [Term: [Term]] = [:]

  init(source: any TripleSource, names: EntityNames, maximumPeople: Int) {
    self.source = source
    self.names = names
    self.maximumPeople = maximumPeople
  }

  mutating func circle(around person: Term, depth: Int) throws -> CoauthorCircle {
    var people = [person]
    var ring = [person]
    var reach = 0
    while reach < depth, !ring.isEmpty {
      let found = try nextRing(beyond: ring, except: Set(people))
      if found.isEmpty { break }
      reach += 1
      let room = maximumPeople - people.count
      ring = Array(found.prefix(room))
      people += ring
      if found.count > room {
        return CoauthorCircle(people: people, hiddenCount: found.count - room, reach: reach)
      }
    }
    return CoauthorCircle(people: people, hiddenCount: 0, reach: reach)
  }

  /// How many papers each two of the people wrote together: most first, then in the order of the
  /// people.
  mutating func jointPapers(among people: [Term]) throws -> [JointPapers] {
    let position = Dictionary(uniqueKeysWithValues: zip(people, people.indices))
    var papers: Set<Term> = []
    for person in people { papers.formUnion(try self.papers(of: person)) }
    var counts: [Pair: Int] = [:]
    for paper in papers {
      let shown = try authors(of: paper).compactMap { position[$0] }.sorted()
      for (index, first) in shown.enumerated() {
        for second in shown[(index + 1)...] { counts[Pair(first, second), default: 0] += 1 }
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { pair, count in
      JointPapers(first: people[pair.first], second: people[pair.second], count: count)
    }
  }

  /// Coauthors of the ring who are not known yet, those with most papers with the ring first.
  private mutating func nextRing(beyond ring: [Term], except known: Set<Term>) throws -> [Term] {
    var papers: Set<Term> = []
    for person in ring { papers.formUnion(try self.papers(of: person)) }
    var weights: [Term: Int] = [:]
    for paper in papers {
      for author in try authors(of: paper) where !known.contains(author) {
        weights[author, default: 0] += 1
      }
    }
    let names = self.names
    let ranked = try weights.map { author, weight in
      (weight: weight, name: try names.name(of: author).line, key: author.key, author: author)
    }
    return ranked.sorted { left, right in
      (right.weight, left.name, left.key) < (left.weight, right.name, right.key)
    }.map(\.author)
  }

  private mutating func papers(of person: Term) throws -> [Term] {
    if let papers = papersOf[person] { return papers }
    let triples = try source.triples(
      subject: nil, predicate: .iri(Schema.author), object: person)
    let papers = Array(Set(triples.map(\.subject)))
    papersOf[person] = papers
    return papers
  }

  private mutating func authors(of paper: Term) throws -> [Term] {
    if let authors = authorsOf[paper] { return authors }
    let triples = try source.triples(subject: paper, predicate: .iri(Schema.author), object: nil)
    // An author that is only a text is not a node that an edge could lead to.
    let authors = Array(Set(triples.map(\.object).filter { !$0.isLiteral }))
    authorsOf[paper] = authors
    return authors
  }

  /// Positions of two people, the smaller first.
  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }
}
