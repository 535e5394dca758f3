import Foundation
import KGModel

/// The name of an entity in a picture, in one script or in two.
struct DisplayName: Hashable {
  let latin: String?
  let han: String?
  /// Shown when the entity has no name: the title of the document about it, or the end of its IRI.
  let substitute: String

  /// One line a script, Han first.
  var lines: String { joined("\n") }

  /// Both scripts on one line.
  var line: String { joined(" ") }

  private func joined(_ separator: String) -> String {
    let names = [han, latin].compactMap { $0 }
    return names.isEmpty ? substitute : names.joined(separator: separator)
  }
}

/// Chooses the name of an entity from the names in its sources.
struct EntityNames {
  let source: any TripleSource

  /// `schema:name` goes before `schema:alternateName`, script by script: a person whose Han name is
  /// known only as the other name is shown with both.
  func name(of entity: Term) throws -> DisplayName {
    let names = try texts(of: entity, Schema.name)
    let others = try texts(of: entity, Schema.alternateName)
    // Short names are for search; an organization is shown by its full one.
    let latin = Self.best(names.filter { !$0.containsHan })
    let han = Self.best(names.filter(\.containsHan))
    return DisplayName(
      latin: latin ?? Self.best(others.filter { !$0.containsHan && !Self.isAcronym($0) }),
      han: han ?? Self.best(others.filter(\.isHanName)),
      substitute: try substitute(for: entity))
  }

  private func texts(of entity: Term, _ predicate: IRI) throws -> [String] {
    try source.triples(subject: entity, predicate: .iri(predicate), object: nil)
      .compactMap { $0.object.literal?.lexicalForm }
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }
  }

  /// The name of the document that the entity is the subject of; `amap-director.md` says more to a
  /// reader than an IRI made of digits.
  private func substitute(for entity: Term) throws -> String {
    let documents = try source.triples(
      subject: nil, predicate: .iri(Schema.mainEntity), object: entity
    ).map(\.subject)
    let titled = try documents.compactMap { Self.best(try texts(of: $0, Schema.name)) }
    if let title = titled.min() { return title }
    return Self.lastComponent(documents.map(\.key).min() ?? entity.key)
  }

  /// The fullest name: one without initials first, then the one with most words, or most Han characters;
  /// of equals the first in alphabetical order, so that the result does not depend on the order of the
  /// triples.
  private static func best(_ names: [String]) -> String? {
    names.min { left, right in
      let (a, b) = (rank(left), rank(right))
      return (a.initials, -a.length, left) < (b.initials, -b.length, right)
    }
  }

  private static func rank(_ name: String) -> (initials: Int, length: Int) {
    let words = foldedKey(name).split(separator: " ")
    let hasInitial = words.contains { $0.count == 1 && $0.allSatisfy(\.isASCII) }
    return (hasInitial ? 1 : 0, name.containsHan ? name.count : words.count)
  }

  private static func isAcronym(_ name: String) -> Bool {
    name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
  }

  /// The last part of an IRI's path, percent-decoded.
  private static func lastComponent(_ iri: String) -> String {
    let path = iri.prefix { $0 != "#" && $0 != "?" }
    let last = PathText(String(path)).components.last ?? iri
    return last.removingPercentEncoding ?? last
  }
}
