/// What entries inherit: from the entry that `crossref` names, and from those that `xdata` names.
///
/// The rules are those of BibTeX (“BibTeXing”, section 2.2) and of biblatex (manual, appendix B “Default
/// Inheritance Setup”): a field that the entry lacks is that of the parent; the title of the parent is
/// the title of the volume that the entry is in.
struct BibTeXInheritance {
  /// The entries that others name, by key in lower case.
  private var parents: [String: BibTeXRawEntry] = [:]
  /// The keys in lower case that `crossref` names.
  private var crossReferenced: Set<String> = []

  /// Finds the parents in a file. Most files have none, and are not parsed for it.
  init(_ bytes: [UInt8]) {
    guard Self.occurs("crossref", in: bytes) || Self.occurs("xdata", in: bytes) else { return }
    var wanted: Set<String> = []
    var parser = BibTeXParser(bytes)
    while let entry = parser.next() {
      let crossReferences = Self.keys(in: entry.value(of: "crossref"), bytes)
      crossReferenced.formUnion(crossReferences)
      wanted.formUnion(crossReferences)
      wanted.formUnion(Self.keys(in: entry.value(of: "xdata"), bytes))
    }
    parser = BibTeXParser(bytes)
    while let entry = parser.next() {
      let key = entry.key.lowercased()
      // Of two entries with one key, BibTeX uses the first.
      if wanted.contains(key), parents[key] == nil { parents[key] = entry }
    }
  }

  /// Whether an entry is named by the `crossref` of another.
  func isCrossReferenced(_ entry: BibTeXRawEntry) -> Bool {
    !crossReferenced.isEmpty && crossReferenced.contains(entry.key.lowercased())
  }

  /// The entry with what it inherits.
  func completed(_ entry: BibTeXRawEntry, in bytes: [UInt8]) -> BibTeXRawEntry {
    guard !parents.isEmpty else { return entry }
    var completed = entry
    var open = [(entry, Self.maximumDepth)]
    while let (child, depth) = open.popLast(), depth > 0 {
      for key in Self.keys(in: child.value(of: "xdata"), bytes) {
        guard let parent = parents[key] else { continue }
        for field in parent.fields { completed.add(field.name, field.value) }
        open.append((parent, depth - 1))
      }
      for key in Self.keys(in: child.value(of: "crossref"), bytes) {
        guard let parent = parents[key] else { continue }
        Self.inherit(from: parent, &completed)
        open.append((parent, depth - 1))
      }
    }
    return completed
  }

  /// Parents have parents; a cycle ends here.
  private static let maximumDepth = 4

  private static func inherit(from parent: BibTeXRawEntry, _ child: inout BibTeXRawEntry) {
    let isInJournal = parent.type == "periodical"
    let renamed = [
      "title": isInJournal ? "journaltitle" : "booktitle",
      "subtitle": isInJournal ? "journalsubtitle" : "booksubtitle",
      "titleaddon": isInJournal ? "journaltitleaddon" : "booktitleaddon",
    ]
    // BibTeX takes the title of the volume from its booktitle, where it has one.
    for field in parent.fields where renamed[field.name] == nil && !own.contains(field.name) {
      child.add(field.name, field.value)
    }
    for field in parent.fields {
      if let name = renamed[field.name] { child.add(name, field.value) }
    }
  }

  /// Fields that are about one entry alone.
  private static let own: Set<String> = [
    "abstract", "addendum", "crossref", "doi", "entryset", "entrysubtype", "execute", "file", "ids",
    "indextitle", "keywords", "label", "note", "options", "pages", "presort", "related",
    "shorttitle", "sortkey", "sorttitle", "url", "xdata", "xref",
  ]

  private static func keys(in value: BibTeXValue?, _ bytes: [UInt8]) -> [String] {
    guard let value, let text = BibTeXValueBytes(value, in: bytes) else { return [] }
    return text.bytes[text.range].split(separator: UInt8(ascii: ",")).map { key in
      let key = key.drop { $0 <= 0x20 }
      let end = key.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? key.startIndex
      return String(decoding: key[..<end], as: UTF8.self).lowercased()
    }
  }

  /// Whether a word in ASCII occurs, in any case.
  private static func occurs(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    word.withUTF8Buffer { word in
      bytes.withUnsafeBufferPointer { bytes in
        guard bytes.count >= word.count else { return false }
        return (0...bytes.count - word.count).contains { start in
          guard bytes[start] | 0x20 == word[0] else { return false }
          return word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] }
        }
      }
    }
  }
}
