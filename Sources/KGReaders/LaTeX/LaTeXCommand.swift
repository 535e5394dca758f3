internal import Foundation
internal import KGModel
internal import KGText

/// The meaning of a command of LaTeX, or of a document class for CVs; the table is
/// `latex-commands.tsv`.
struct LaTeXCommand: Sendable {
  /// What an argument in braces holds; the table explains the words.
  enum Argument: String, Sendable {
    case text, cell, body, drop, link, place
  }

  enum Meaning: Hashable, Sendable {
    case heading(level: Int)
    case row, item, show, nothing
    case mark(SourceText.Mark.Kind)
    case link
    /// The owner's name, or a part of it.
    case name
    case title
    /// The owner's page at a service; prefix and argument together are its address.
    case contact(prefix: String)
    case tab, lineBreak, paragraph
    /// A line of an entry, as of Deedy's class: its date, its degree, its town. A town alone is not shown.
    case details
  }

  /// The commands that `\fi` ends.
  static let conditionals: Set<String> = [
    "iffalse", "iftrue", "ifx", "ifdefined", "if", "ifnum", "ifdim",
  ]

  let arguments: [Argument]
  let meaning: Meaning
  /// Whether the command belongs to a document class; a document can define another of the same name.
  let isOfClass: Bool

  /// The command with this number of arguments, else the first with this name; `nil` when the name is
  /// unknown.
  static func named(_ name: String, argumentCount: Int) -> LaTeXCommand? {
    guard let candidates = table[name] else { return nil }
    return candidates.first { $0.arguments.count == argumentCount } ?? candidates.first
  }

  /// All commands with this name, which differ in their arguments.
  static func named(_ name: String) -> [LaTeXCommand] { table[name] ?? [] }

  /// The text that a command for a symbol prints; `nil` for other commands.
  static func symbol(_ name: String) -> String? {
    if let sign = name.unicodeScalars.first, name.unicodeScalars.count == 1,
      sign.isOne(of: "&%$#_{}")
    {
      return name
    }
    return symbols[name]
  }

  private static let table: [String: [LaTeXCommand]] = {
    var table: [String: [LaTeXCommand]] = [:]
    for row in TabSeparatedTable(PackageResources.latex_commands_tsv).rows {
      guard let meaning = meaning(row.cell(2)) else { continue }
      let words = row.cell(2).split(separator: " ")
      let command = LaTeXCommand(
        arguments: row.cell(1).split(separator: " ").compactMap { Argument(rawValue: String($0)) },
        meaning: meaning, isOfClass: words.last == "class")
      for name in TabSeparatedTable.values(row.cell(0)) { table[name, default: []].append(command) }
    }
    return table
  }()

  private static let symbols: [String: String] = Dictionary(
    TabSeparatedTable(PackageResources.latex_symbols_tsv).rows.map { ($0.cell(0), $0.cell(1)) },
    uniquingKeysWith: { first, _ in first })

  private static func meaning(_ text: String) -> Meaning? {
    let words = text.split(separator: " ").map(String.init)
    switch words.cell(0) {
    case "heading": return Int(words.cell(1)).map { .heading(level: $0) }
    case "row": return .row
    case "item": return .item
    case "show": return .show
    case "strong": return .mark(.strong)
    case "emphasis": return .mark(.emphasis)
    case "underline": return .mark(.underline)
    case "link": return .link
    case "name": return .name
    case "title": return .title
    case "contact": return .contact(prefix: words.cell(1))
    case "tab": return .tab
    case "break": return .lineBreak
    case "paragraph": return .paragraph
    case "details": return .details
    case "nothing": return .nothing
    default: return nil
    }
  }
}

/// Letters with accents: `\'e`, `\"{o}`, `\c{c}`.
enum LaTeXAccent {
  private static let combining: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}",
    "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}", "r": "\u{30A}",
    "t": "\u{361}", "h": "\u{309}", "G": "\u{30F}", "textcommabelow": "\u{326}",
  ]

  /// Whether a command puts an accent on the letter after it.
  static func isAccent(_ command: String) -> Bool { combining[command] != nil }

  /// The letter with its accent as one character, where Unicode has one, else as two.
  ///
  /// - Parameter marks: The accents that the letter has.
  static func letter(
    _ base: Unicode.Scalar, marks: [Unicode.Scalar] = [], _ command: String
  ) -> String {
    guard let mark = combining[command] else { return String(base) }
    let letter: Unicode.Scalar = base == "ı" ? "i" : base == "ȷ" ? "j" : base
    var text = String.UnicodeScalarView()
    text.append(letter)
    text.append(contentsOf: marks)
    text.append(mark)
    return String(text).precomposedStringWithCanonicalMapping
  }
}
