internal import Foundation

/// The keys of a gold record.
///
/// Every key of a record is required, so that a forgotten value is not taken for "the document does
/// not state it". An unknown key is a spelling error.
enum GoldShape {
  private static let record = [
    "document", "person", "affiliations", "education", "papers", "patents", "awards", "projects",
  ]
  private static let family = ["template", "form", "language"]
  private static let person = ["name", "names", "homepages", "identifiers"]
  private static let lists: [(name: String, keys: [String])] = [
    ("affiliations", ["organization", "unit", "role", "start", "end", "current"]),
    ("education", ["organization", "unit", "degree", "field", "start", "end", "advisers"]),
    ("papers", ["title", "authors", "venue", "year"]),
    ("patents", ["title", "number", "year"]),
    ("awards", ["title", "year"]),
    ("projects", ["name", "url"]),
  ]
  private static let goldOnly = ["optional", "accept"]

  /// The first fault of a record as JSON, with its place in the record; `nil` when it has none.
  /// The types of the values are left to the decoder.
  static func fault(in json: Any) -> String? {
    guard let record = json as? [String: Any] else { return "a record is not an object" }
    if record["document"] as? String == "" { return "the record: its document has no name" }
    return keyFault(
      of: record, at: "the record", required: Self.record, allowed: ["family", "papers_complete"])
      ?? (record["family"] as? [String: Any]).flatMap { familyFault(of: $0) }
      ?? (record["person"] as? [String: Any]).flatMap {
        keyFault(of: $0, at: "person", required: person)
      }
      ?? lists.lazy.compactMap { fault(inList: $0.name, keys: $0.keys, of: record) }.first
  }

  private static func familyFault(of family: [String: Any]) -> String? {
    if let fault = keyFault(of: family, at: "family", required: Self.family) { return fault }
    if family["template"] as? String == "" { return "family.template: empty" }
    guard let language = family["language"] as? String, !DocumentFamily.isLanguage(language) else {
      return nil
    }
    return "family.language: '\(language)' is no code of ISO 639-1, nor two with '+' between"
  }

  private static func fault(
    inList name: String, keys: [String], of record: [String: Any]
  ) -> String? {
    let entries = (record[name] as? [Any] ?? []).enumerated()
    return entries.lazy.compactMap { index, entry in
      (entry as? [String: Any]).flatMap { fault(in: $0, at: "\(name)[\(index)]", keys: keys) }
    }.first
  }

  private static func fault(in entry: [String: Any], at place: String, keys: [String]) -> String? {
    if let fault = keyFault(of: entry, at: place, required: keys, allowed: goldOnly) {
      return fault
    }
    if let accept = entry["accept"] as? [String: Any],
      let fault = keyFault(of: accept, at: "\(place).accept", required: [], allowed: keys)
    {
      return fault
    }
    return ["start", "end"].lazy.compactMap { key in
      (entry[key] as? String).flatMap { date in
        isDate(date) ? nil : "\(place).\(key): '\(date)' is not YYYY or YYYY-MM"
      }
    }.first
  }

  private static func keyFault(
    of object: [String: Any], at place: String, required: [String], allowed: [String] = []
  ) -> String? {
    if let missing = required.first(where: { object[$0] == nil }) {
      return "\(place): the key '\(missing)' is missing"
    }
    let unknown = object.keys.filter { !required.contains($0) && !allowed.contains($0) }.sorted()
    return unknown.first.map { "\(place): unknown key '\($0)'" }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let areNumbers = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard areNumbers, parts[0].count == 4 else { return false }
    return parts.count == 1
      || (parts.count == 2 && parts[1].count == 2 && (1...12).contains(Int(parts[1]) ?? 0))
  }
}
