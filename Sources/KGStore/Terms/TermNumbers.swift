internal import GRDB
internal import KGModel

/// Turns terms into their numbers, each looked up once.
final class TermNumbers {
  private let dictionary: TermDictionary
  private var numbers: [Term: Int64?] = [:]

  init(_ database: Database) {
    dictionary = TermDictionary(database)
  }

  /// `nil` when no statement names one of the terms.
  func quad(_ triple: Triple) throws -> QuadIDs? {
    guard let s = try number(of: triple.subject), let p = try number(of: .iri(triple.predicate)),
      let o = try number(of: triple.object)
    else { return nil }
    return QuadIDs(s: s, p: p, o: o)
  }

  func number(of term: Term) throws -> Int64? {
    if let known = numbers[term] { return known }
    let number = try dictionary.id(of: term)?.rawValue
    numbers[term] = .some(number)
    return number
  }
}
